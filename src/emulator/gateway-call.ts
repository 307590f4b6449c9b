import { isArray, type Json } from '../core/json.js';
import { parsePlain } from '../core/json-plain.js';
import { readJson } from '../core/json-read.js';
import { isJsonType, mediaType } from '../http/media-type.js';
import { splitUrl } from '../http/url.js';
import type { ConnectionCall } from '../wire/connection-call.js';

/** A call with the query of its path among its queries, where the gateway finds it. The caller's own token stays behind. */
export function normalCall({ path, queries = {}, headers = {}, ...call }: ConnectionCall): ConnectionCall {
  const [before = '', search] = path.split(/\?(.*)/s, 2);
  const all = new Map<string, Json>();
  for (const [name, value] of splitUrl(`/?${search ?? ''}`).query) all.set(name, joined(all.get(name), value));
  for (const [name, value] of Object.entries(queries)) all.set(name, value);
  return { ...call, path: before.startsWith('/') ? before : `/${before}`, queries: Object.fromEntries(all), headers };
}

function joined(there: Json | undefined, value: string): Json {
  if (there === undefined) return value;
  return isArray(there) ? [...there, value] : [there, value];
}

/** The body of a request as a call has it: JSON as a value, other text as it is, bytes in base64. */
export function bodyOfMessage(
  body: string | Uint8Array | undefined,
  contentType: string | undefined,
): { readonly body?: Json } {
  if (body === undefined || body.length === 0) return {};
  const type = mediaType(contentType) ?? 'application/json';
  const text = typeof body === 'string' ? body : decodedText(body);
  if (text === undefined) return { body: { '$content-type': type, $content: Buffer.from(body).toString('base64') } };
  const value = isJsonType(type) ? (parsePlain(text) ?? readJson('', text).value) : undefined;
  // a text in JSON goes on as it came: a call's own texts are not JSON
  return { body: value === undefined || value === null || typeof value === 'string' ? text : value };
}

function decodedText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
