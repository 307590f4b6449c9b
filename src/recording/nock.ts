import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import { mediaType, isJsonType } from '../http/media-type.js';
import type { RawBody, RawExchange, RecordingFormat, Report } from './format.js';
import { headersOf } from './headers-of.js';
import { named, statusOf, textAt } from './http-message-parts.js';

/**
 * What `nock.recorder.play()` gives, and what nock-back keeps in its fixtures: a list of `{ scope, method, path, body, status, response }`,
 * or one of them. Shape: `Definition` in nock's types; how bodies are kept: lib/recorder.js of nock 13 and 14.
 */
export const nock: RecordingFormat = {
  title: 'nock',
  recognizes: (value) => (isArray(value) ? value.some(isDefinition) && !value.some(hasRequest) : isDefinition(value)),
  entries(value) {
    return isArray(value) ? value.map((item, at) => ({ value: item, pointer: `/${at}` })) : [{ value, pointer: '' }];
  },
  read({ value, pointer }, report) {
    if (isObject(value)) return readDefinition(value, pointer, report);
    report(pointer, `The recorded exchange is ${named(value)}, expected an object.`);
    return [];
  },
};

/** Whether it is meant as a definition: a scope, which is no OAuth token's, and two of what else there is. */
function isDefinition(value: Json): boolean {
  if (!isObject(value) || !Object.hasOwn(value, 'scope') || hasRequest(value)) return false;
  const has = (keys: readonly string[]) => keys.some((key) => Object.hasOwn(value, key));
  return [['method'], ['path'], ['status', 'reply'], ['response']].filter(has).length >= 2;
}

function hasRequest(value: Json): boolean {
  return isObject(value) && Object.hasOwn(value, 'request');
}

function readDefinition(value: JsonObject, pointer: string, report: Report): readonly RawExchange[] {
  const scope = textAt(value, ['scope'], { what: 'The scope', pointer, report });
  const path = textAt(value, ['path'], { what: 'The path', pointer, report });
  const method = textAt(value, ['method'], { what: 'The method', pointer, report });
  const statusKey = Object.hasOwn(value, 'reply') ? 'reply' : 'status'; // its older name, which nock 13 still reads
  const status = statusOf(own(value, statusKey) ?? DEFAULT_STATUS, `${pointer}/${statusKey}`, report);
  const sentHeaders = headersOf(own(value, 'reqheaders'), `${pointer}/reqheaders`, report);
  const key = Object.hasOwn(value, 'rawHeaders') ? 'rawHeaders' : 'headers';
  const headers = headersOf(own(value, key), `${pointer}/${key}`, report);
  if (scope === undefined || path === undefined || method === undefined || status === undefined) return [];
  const sent = sentBody(own(value, 'body'), `${pointer}/body`);
  const answered = answeredBody(value, { headers, at: `${pointer}/response`, report });
  return [
    {
      request: {
        pointer,
        method,
        url: `${scope.endsWith('/') ? scope.slice(0, -1) : scope}${path}`,
        headers: sentHeaders,
        ...(sent && { body: sent }),
      },
      response: { pointer, status, headers, ...(answered && { body: answered }) },
    },
  ];
}

/** What nock replies with where a definition has none. */
const DEFAULT_STATUS = 200;

/** nock has parsed what is JSON. A filter of nock-back may have put `*` for any body: nothing was kept. */
function sentBody(body: Json | undefined, at: string): RawBody | undefined {
  if (body === undefined || body === null || body === '') return undefined;
  if (body === '*') return { at, text: '', clipped: true };
  return typeof body === 'string' ? { at, text: body } : { at, json: body };
}

function answeredBody(
  definition: JsonObject,
  {
    headers,
    at,
    report,
  }: { readonly headers: RawExchange['request']['headers']; readonly at: string; readonly report: Report },
): RawBody | undefined {
  const body = own(definition, 'response') ?? '';
  if (body === '') return undefined;
  const isBinary = own(definition, 'responseIsBinary') === true;
  const chunks = isBinary ? [body] : Object.hasOwn(headers, 'content-encoding') && isArray(body) ? body : undefined;
  if (chunks !== undefined) return bytesOf(chunks, at, report);
  if (typeof body !== 'string') return { at, json: body };
  return isJsonString(body, headers['content-type']) ? { at, json: body } : { at, text: body };
}

/** nock has parsed what is JSON, so a text under a JSON type was a JSON string. One written by hand may hold the JSON itself. */
function isJsonString(text: string, contentType: string | undefined): boolean {
  return isJsonType(mediaType(contentType) ?? '') && !/^\s*[[{"]/.test(text);
}

/** Chunks of a compressed body, or the whole of a binary one, in hex. */
function bytesOf(chunks: readonly Json[], at: string, report: Report): RawBody | undefined {
  const isHex = (chunk: Json): chunk is string =>
    typeof chunk === 'string' && chunk.length % 2 === 0 && !/[^0-9a-f]/i.test(chunk);
  if (chunks.every(isHex)) return { at, bytes: Buffer.from(chunks.join(''), 'hex') };
  report(at, 'The response is compressed or binary and no hex, or no list of it, expected what nock records.');
  return undefined;
}
