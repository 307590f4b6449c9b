import { isObject, type JsonObject } from '../core/json.js';
import { readJson } from '../core/json-read.js';
import { isTooDeep } from './nesting.js';

/** A body that was read. */
interface Read {
  readonly bytes: Uint8Array;
  readonly value: JsonObject;
}

/** In bytes. Smaller bodies are read as fast as they are found again, larger ones are not kept. */
const [LEAST_KEPT, MOST_KEPT] = [4096, 1_048_576];
/** How many bodies are kept: a fleet sends one connector to a few regions. */
const KEPT = 8;

/** The last bodies that were large: a connector that is sent to a thousand places is read once. Nobody changes what was read. */
let last: readonly Read[] = [];

/** The body of a request as JSON; undefined where it is no object, or nested too deep. */
export function readBody(body: string | Uint8Array): JsonObject | undefined {
  const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.length);
  const isKept = bytes.length >= LEAST_KEPT && bytes.length <= MOST_KEPT;
  const known = isKept ? last.find((one) => bytes.equals(one.bytes)) : undefined;
  if (known) return known.value;
  const { value } = readJson('', bytes.toString());
  if (!isObject(value) || isTooDeep(value)) return undefined;
  if (isKept) last = [{ bytes, value }, ...last.slice(0, KEPT - 1)];
  return value;
}
