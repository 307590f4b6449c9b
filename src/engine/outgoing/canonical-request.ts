import { HOLE } from '../../arm/hole.js';
import { parsePlain } from '../../core/json-plain.js';
import { readJson } from '../../core/json-read.js';
import type { Json } from '../../core/json.js';
import type { Exchange } from '../../http/exchange.js';
import { isJsonType, mediaType } from '../../http/media-type.js';
import { redactJson, redactText } from '../../http/redact.js';
import { isSecretParameter } from '../../http/secret-names.js';
import { splitUrl } from '../../http/url.js';
import { canonicalKey } from '../../openapi/canonical-key.js';
import { segmentsOf } from '../../wire/path-template.js';
import type { WireRequest } from '../../wire/request-of.js';

/** A request as it is compared with others: its host, its headers, credentials and the order of what has none do not count. */
export interface CanonicalRequest {
  /** Method, query and body: equal requests share it, and have the same path. */
  readonly key: string;
  /** Percent-decoded. */
  readonly path: readonly string[];
}

/** The canonical form of a request that goes out. `isRedacted`: as it is after its credentials were replaced. */
export function canonicalOf({ method, url, headers, body }: WireRequest, isRedacted = false): CanonicalRequest {
  return canonical(method, url, bodyKey(body, headers['content-type'], isRedacted));
}

/** The canonical form of a request that was recorded, as it was recorded. */
export function canonicalOfRecorded({ method, url, body }: Exchange['request']): CanonicalRequest {
  if (body.kind === 'json') return canonical(method, url, canonicalKey(body.recorded));
  return canonical(method, url, body.kind === 'text' ? `text ${body.text}` : body.kind === 'bytes' ? body.base64 : '');
}

/** The same for a call that no connector changes, whose body is a JSON value: without writing and reading it. */
export function canonicalOfValue({ method, url }: Pick<WireRequest, 'method' | 'url'>, body: Json): CanonicalRequest {
  return canonical(method, url, canonicalKey(body));
}

function canonical(method: string, url: string, body: string): CanonicalRequest {
  const { path, query } = splitUrl(url);
  const kept = query.filter(([name]) => !isSecretParameter(name)).map((pair) => pair.join('='));
  return { key: JSON.stringify([method, kept.toSorted(), body]), path: segmentsOf(path) };
}

function bodyKey(body: string | Uint8Array | undefined, contentType: string | undefined, isRedacted: boolean): string {
  if (body === undefined || body.length === 0) return '';
  if (typeof body !== 'string') return Buffer.from(body).toString('base64');
  const isJson = isJsonType(mediaType(contentType) ?? 'application/json');
  const value: Json | undefined = isJson ? (parsePlain(body) ?? readJson('', body).value) : undefined;
  if (!isRedacted) return value === undefined ? `text ${body}` : canonicalKey(value);
  const tally = { redactions: 0 };
  return value === undefined ? `text ${redactText(body, tally)}` : canonicalKey(redactJson(value, tally));
}

/** Whether a recorded path is that of a call, or ends in it: where it was recorded, more may stand before it, and less where the call's has a base path. */
export function isPathOf(recorded: readonly string[], called: readonly string[]): boolean {
  const [short, long] = recorded.length < called.length ? [recorded, called] : [called, recorded];
  if (short.length === 0) return long.length === 0;
  const behind = long.length - short.length;
  return short.every((segment, at) => isSame(segment, long[behind + at] ?? ''));
}

function isSame(one: string, other: string): boolean {
  return one === other || one.includes(HOLE) || other.includes(HOLE);
}
