import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import { binaryBytes } from '../core/yaml-tags.js';
import type { RawBody, Report } from './format.js';
import { isBase64 } from './http-message-base64.js';
import { isMissing, named } from './http-message-parts.js';

/**
 * The body of a request or response in a cassette: under `parsed_body` (the serializer of pydantic-ai), `body`,
 * or `content` (VCR.py 2 to 5 of httpx). Compressed bytes stay so: `content-encoding` says how.
 */
export function cassetteBody(message: JsonObject, pointer: string, report: Report): RawBody | undefined {
  const parsed = own(message, 'parsed_body');
  if (parsed !== undefined) return parsedBody(parsed, `${pointer}/parsed_body`);
  const key = isMissing(message, 'body') && !isMissing(message, 'content') ? 'content' : 'body';
  return bodyIn(own(message, key) ?? null, `${pointer}/${key}`, report);
}

/** A parsed body; an older version of that serializer wraps it. */
function parsedBody(json: Json, at: string): RawBody {
  const content = isObject(json) && own(json, 'type') === 'json' ? own(json, 'content') : undefined;
  return content !== undefined && Object.keys(json ?? {}).length === 2
    ? { at: `${at}/content`, json: content }
    : { at, json };
}

function bodyIn(value: Json, at: string, report: Report): RawBody | undefined {
  if (value === null) return undefined;
  if (typeof value === 'string') return { at, text: value };
  const bytes = binaryBytes(value);
  if (bytes !== undefined) return { at, bytes };
  if (isObject(value)) return bodyOf(value, at, report);
  report(at, `The body is ${named(value)}, expected a text or base64.`);
  return undefined;
}

/** A body under a key of its own: `string`, `base64_string`, or the `state` of a file of Python: what it held, and how far it was read. */
function bodyOf(body: JsonObject, at: string, report: Report): RawBody | undefined {
  const file = own(body, 'file');
  if (file === true || file === 'yes') {
    report(`${at}/file`, 'The body is kept in another file, expected it here.');
    return undefined;
  }
  const base64 = own(body, 'base64_string');
  if (typeof base64 === 'string') return bytesOf(base64, `${at}/base64_string`, report);
  const string = own(body, 'string');
  if (string !== undefined) return bodyIn(string, `${at}/string`, report);
  const state = own(body, 'state');
  if (isArray(state)) return bodyIn(state[0] ?? null, `${at}/state/0`, report);
  const message = 'The body is an object without "string" or "base64_string", expected one of them.';
  report(at, message);
  return undefined;
}

function bytesOf(broken: string, at: string, report: Report): RawBody | undefined {
  const base64 = broken.replace(/\s+/g, '');
  if (isBase64(base64)) return { at, bytes: Buffer.from(base64, 'base64') };
  report(at, `The body is ${named(broken)}, expected base64.`);
  return undefined;
}
