import { isArray, isObject, own, typeOf, type Json, type JsonObject } from '../core/json.js';
import { writeJson } from '../core/json-write.js';
import { child } from '../core/pointer.js';
import { headersOf } from './headers-of.js';
import { isBase64 } from './http-message-base64.js';
import type { RawBody, Report } from './format.js';

/** What stands in a run's history for what is not shown. */
const SANITIZED = '*sanitized*';

/** Whether an action's inputs or outputs are only linked to: as the REST API lists actions. */
export function isLinked(action: JsonObject, key: string): boolean {
  return own(action, key) === undefined && isObject(own(action, `${key}Link`)) && !isHidden(action, key);
}

/** Whether an action's inputs or outputs are kept from the history by `secureData`. */
export function isHidden(action: JsonObject, key: string): boolean {
  const link = own(action, `${key}Link`);
  return own(action, key) === SANITIZED || (isObject(link) && own(link, 'secureData') !== undefined);
}

/** A body as the run history keeps it, and the media type that it says itself. */
export interface KeptBody {
  readonly body?: RawBody;
  /** In lower case as a header's value; undefined where only a header says it. */
  readonly contentType?: string;
}

/**
 * Reads a body of an action's inputs or outputs: a text as it was on the wire, a JSON value that was parsed,
 * or for any other media type `{ "$content-type", "$content" }` in base64; a multipart form has its parts in `$multipart`.
 * Where the shapes come from: "Handle content types in Azure Logic Apps" on learn.microsoft.com.
 */
export function keptBody(value: Json | undefined, at: string, report: Report): KeptBody {
  if (value === undefined || value === null) return {};
  if (value === SANITIZED) return { body: { at, text: '', clipped: true } };
  if (typeof value === 'string') return { body: { at, text: value } };
  if (!isObject(value) || !isWrapped(value)) return { body: { at, json: value } };
  const type = own(value, '$content-type');
  const contentType = typeof type === 'string' ? { contentType: type } : {};
  const parts = own(value, '$multipart');
  if (parts !== undefined)
    return { ...contentType, body: { at, text: multipart(parts, `${at}/$multipart`, { type, report }) } };
  const bytes = bytesOf(own(value, '$content'), `${at}/$content`, report);
  return bytes === undefined ? contentType : { ...contentType, body: { at, bytes } };
}

function isWrapped(body: JsonObject): boolean {
  return ['$content', '$content-type', '$multipart'].some((key) => own(body, key) !== undefined);
}

function bytesOf(content: Json | undefined, at: string, report: Report): Uint8Array | undefined {
  if (typeof content === 'string' && isBase64(content)) return Buffer.from(content, 'base64');
  const found = content === undefined ? 'absent' : `of type ${typeOf(content)}`;
  report(at, `The body's "$content" is ${typeof content === 'string' ? 'no base64' : found}, expected base64.`);
  return undefined;
}

/** The text of a multipart form: RFC 2046 section 5.1.1. Parts that are no text come out as Node decodes them. */
function multipart(
  parts: Json,
  at: string,
  { type, report }: { readonly type: Json | undefined; readonly report: Report },
): string {
  if (!isArray(parts)) {
    report(at, `The parts of the form are of type ${typeOf(parts)}, expected a list.`);
    return '';
  }
  const boundary = /boundary="?([^";,\s]{1,70})/i.exec(typeof type === 'string' ? type : '')?.[1] ?? 'boundary';
  const texts = parts.map((part, index) => partText(part, `${at}/${index}`, report));
  return [...texts.map((text) => `--${boundary}\r\n${text}\r\n`), `--${boundary}--\r\n`].join('');
}

function partText(part: Json, at: string, report: Report): string {
  if (!isObject(part)) {
    report(at, `The part of the form is of type ${typeOf(part)}, expected an object with a body.`);
    return '';
  }
  const headers = Object.entries(headersOf(own(part, 'headers'), `${at}/headers`, report));
  const { body } = keptBody(own(part, 'body'), child(at, 'body'), report);
  return [...headers.map(([name, value]) => `${name}: ${value}\r\n`), '\r\n', textOf(body)].join('');
}

function textOf(body: RawBody | undefined): string {
  if (body === undefined) return '';
  if ('text' in body) return body.text;
  return 'json' in body ? writeJson(body.json).trimEnd() : Buffer.from(body.bytes).toString();
}
