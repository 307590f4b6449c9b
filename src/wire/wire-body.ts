import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import { writeJson } from '../core/json-write.js';
import { mediaType } from '../http/media-type.js';
import { formParts, multipartBody, urlEncodedBody, type WireBody } from './form-body.js';
import { textOf } from './parameter-text.js';

const JSON_TYPE = 'application/json';
const FORM = 'application/x-www-form-urlencoded';

/**
 * What is sent for the body of a call. `consumes` are the operation's media types, `said` the content type that the call itself names.
 * A text is sent as it is. `{ "$content-type", "$content" }` is base64, `{ "$content-type", "$multipart" }` a form: as multipart,
 * or URL-encoded where that is the only form that the operation consumes.
 * Where the shapes come from: "Handle content types in Azure Logic Apps" on learn.microsoft.com.
 */
export function wireBody(
  body: Json | undefined,
  { consumes, said }: { readonly consumes: readonly string[]; readonly said: string | undefined },
): WireBody | undefined {
  if (body === undefined) return undefined;
  const wrapped = isObject(body) ? unwrapped(body, consumes) : undefined;
  if (wrapped) return { ...wrapped, ...(said !== undefined && !isForm(wrapped.contentType) && { contentType: said }) };
  if (isObject(body) && isUrlEncoded(said, consumes)) {
    const fields = Object.entries(body).map(([name, value]) => ({ name, body: value, headers: {} }));
    return { content: urlEncodedBody(fields), contentType: FORM };
  }
  if (typeof body === 'string') return { content: body, contentType: said ?? consumes[0] ?? JSON_TYPE };
  return { content: writeJson(body, { indent: 0 }).trimEnd(), contentType: said ?? JSON_TYPE };
}

function isUrlEncoded(said: string | undefined, consumes: readonly string[]): boolean {
  return said === undefined ? consumes.length === 1 && mediaType(consumes[0]) === FORM : mediaType(said) === FORM;
}

function isForm(contentType: string): boolean {
  return contentType === FORM || contentType.startsWith('multipart/');
}

function unwrapped(body: JsonObject, consumes: readonly string[]): WireBody | undefined {
  const type = own(body, '$content-type');
  const contentType = typeof type === 'string' ? type : 'application/octet-stream';
  const parts = own(body, '$multipart');
  if (parts !== undefined && isArray(parts)) {
    const fields = formParts(parts);
    const types = consumes.map(mediaType);
    if (types.includes(FORM) && !types.includes('multipart/form-data')) {
      return { content: urlEncodedBody(fields), contentType: FORM };
    }
    return multipartBody(fields, contentType);
  }
  const content = own(body, '$content');
  if (typeof type !== 'string' || content === undefined) return undefined;
  return { content: Buffer.from(textOf(content), 'base64'), contentType };
}
