import { createHash } from 'node:crypto';
import { isObject, own, type Json, type JsonArray } from '../core/json.js';
import { textOf } from './parameter-text.js';

/** A body as it goes on the wire. */
export interface WireBody {
  readonly content: string | Uint8Array;
  /** The header `content-type`. */
  readonly contentType: string;
}

/** One part of a form. */
export interface FormPart {
  /** The field's name; `''` where no header names one. */
  readonly name: string;
  /** The headers of the part, as they are written. */
  readonly headers: Readonly<Record<string, string>>;
  /** A value, or `{ "$content-type", "$content" }` in base64. */
  readonly body: Json;
}

/** The parts of `$multipart`; what is no part is left out. */
export function formParts(parts: JsonArray): FormPart[] {
  return parts.flatMap((part) => {
    if (!isObject(part)) return [];
    const given = own(part, 'headers');
    const entries = Object.entries(isObject(given) ? given : {}).map(([name, value]) => [
      line(name),
      line(textOf(value)),
    ]);
    const headers: Readonly<Record<string, string>> = Object.fromEntries(entries);
    return [{ name: nameIn(headers), headers, body: own(part, 'body') ?? null }];
  });
}

/** A header is one line. */
function line(text: string): string {
  return text.replaceAll(/[\r\n]/g, '');
}

function nameIn(headers: Readonly<Record<string, string>>): string {
  const disposition = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-disposition')?.[1];
  return (/;\s{0,9}name="([^"]*)"/i.exec(disposition ?? '')?.[1] ?? '').replaceAll('%22', '"');
}

/** A multipart body. RFC 2046 section 5.1.1. The boundary is made of what it parts, so that it is the same each time. */
export function multipartBody(parts: readonly FormPart[], contentType: string): WireBody {
  const chunks = parts.map(({ headers, body }) => {
    const { bytes, type } = bytesOf(body);
    const hasType = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
    const all = hasType || type === undefined ? headers : { ...headers, 'Content-Type': line(type) };
    const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    return Buffer.concat([Buffer.from(`${head.join('')}\r\n`), bytes, Buffer.from('\r\n')]);
  });
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  const boundary = `form-${hash.digest('hex').slice(0, 32)}`;
  const mark = Buffer.from(`--${boundary}\r\n`);
  const content = Buffer.concat([...chunks.flatMap((chunk) => [mark, chunk]), Buffer.from(`--${boundary}--\r\n`)]);
  const [type = 'multipart/form-data'] = contentType.split(';', 1);
  return { content, contentType: `${type}; boundary=${boundary}` };
}

function bytesOf(body: Json): { readonly bytes: Uint8Array; readonly type: string | undefined } {
  const content = isObject(body) ? own(body, '$content') : undefined;
  if (!isObject(body) || typeof content !== 'string') return { bytes: Buffer.from(textOf(body)), type: undefined };
  const type = own(body, '$content-type');
  return { bytes: Buffer.from(content, 'base64'), type: typeof type === 'string' ? type : undefined };
}

/** The fields of a form as `application/x-www-form-urlencoded`. https://url.spec.whatwg.org/#urlencoded-serializing */
export function urlEncodedBody(parts: readonly { readonly name: string; readonly body: Json }[]): string {
  const pairs = parts.map(({ name, body }): [string, string] => [name, Buffer.from(bytesOf(body).bytes).toString()]);
  return new URLSearchParams(pairs).toString();
}
