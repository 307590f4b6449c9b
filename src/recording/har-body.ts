import { readJson } from '../core/json-read.js';
import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import { mediaType } from '../http/media-type.js';
import { formText } from './form-text.js';
import type { RawBody, Report } from './format.js';
import { isBase64 } from './http-message-base64.js';
import { isMissing, named } from './http-message-parts.js';

/** A response's body: `content.text`. One of which only the length was kept is there, and clipped. */
export function contentOf(
  response: JsonObject,
  { pointer, hasNone, report }: { readonly pointer: string; readonly hasNone: boolean; readonly report: Report },
): RawBody | undefined {
  const content = own(response, 'content') ?? null;
  if (content === null) return undefined;
  const at = `${pointer}/content`;
  if (!isObject(content)) {
    report(at, `The response's content is ${named(content)}, expected an object.`);
    return undefined;
  }
  const kept = textOf(content, at, report);
  if (kept !== undefined || hasNone) return kept;
  return (own(content, 'size') ?? 0) === 0 ? undefined : { at, text: '', clipped: true };
}

/** A request's body: `postData`, its text or the fields of a form. One of which only the length was kept is there, and clipped. */
export function postDataOf(request: JsonObject, pointer: string, report: Report): RawBody | undefined {
  const postData = own(request, 'postData') ?? {};
  const at = `${pointer}/postData`;
  if (!isObject(postData)) {
    report(at, `The request's postData is ${named(postData)}, expected an object.`);
    return undefined;
  }
  const kept = textOf(postData, at, report) ?? formOf(postData, at);
  if (kept !== undefined) return kept;
  const params = own(postData, 'params');
  const size = own(request, 'bodySize');
  const hadBody = (typeof size === 'number' && size > 0) || (isArray(params) && params.length > 0);
  return hadBody ? { at: isMissing(request, 'postData') ? pointer : at, text: '', clipped: true } : undefined;
}

/** The text of a body, where one was kept. */
function textOf(holder: JsonObject, at: string, report: Report): RawBody | undefined {
  const text = own(holder, 'text') ?? '';
  const place = `${at}/text`;
  if (typeof text !== 'string') {
    report(place, `The body's text is ${named(text)}, expected a text.`);
    return undefined;
  }
  if (text === '') return undefined;
  const encoding = own(holder, 'encoding') ?? '';
  if (encoding === '') return { at: place, text };
  if (encoding !== 'base64') {
    report(`${at}/encoding`, `The body's encoding is ${named(encoding)}, expected "base64" or none.`);
    return undefined;
  }
  const bytes = bytesOf(text);
  if (bytes === undefined) report(place, 'The body is no base64, which its encoding says it is.');
  return bytes && { at: place, bytes };
}

/** Base64, or Polly.JS's JSON list of the chunks of a compressed body, each in base64. */
function bytesOf(text: string): Uint8Array | undefined {
  const chunks = text.startsWith('["') ? readJson('', text).value : [text];
  if (!isArray(chunks) || !chunks.every(isBase64Text)) return undefined;
  return Buffer.concat(chunks.map((chunk) => Buffer.from(chunk, 'base64')));
}

const isBase64Text = (value: Json): value is string => typeof value === 'string' && isBase64(value);

/** A form that was kept as its fields. Of a multipart one the boundaries are lost, and the files. */
function formOf(postData: JsonObject, at: string): RawBody | undefined {
  const [type, params] = [own(postData, 'mimeType'), own(postData, 'params')];
  const isForm = typeof type === 'string' && mediaType(type) === 'application/x-www-form-urlencoded';
  if (!isForm || !isArray(params) || params.length === 0) return undefined;
  const fields = params.flatMap((param) => {
    const [name, value] = isObject(param) ? [own(param, 'name'), own(param, 'value') ?? ''] : [];
    return typeof name === 'string' && typeof value === 'string' ? [[name, value] as const] : [];
  });
  return { at: `${at}/params`, text: formText(fields) };
}
