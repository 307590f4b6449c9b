import { isArray, isObject, own, type Json } from './json.js';
import { shorten } from './shorten.js';
import type { Part } from './yaml-part.js';

/** What `!!` stands for in a tag. */
export const CORE = 'tag:yaml.org,2002:';

/** The only key of the object that base64 data is read as. */
const BINARY = '!!binary';

const jsonTypes: ReadonlySet<string> = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((type) => `${CORE}${type}`),
);

/** A tag as it is usually written. */
export function shortTag(tag: string): string {
  return shorten(tag.replace(CORE, '!!'));
}

/** `tag` where it names one of JSON's types, else undefined. */
export function jsonTag(tag: string | undefined): string | undefined {
  return tag !== undefined && (tag === '!' || jsonTypes.has(tag)) ? tag : undefined;
}

/** Whether a tag says that a scalar is base64: `!!binary`, or `!binary` as Ruby writes it. */
export function isBinary(tag: string | undefined): boolean {
  return tag === `${CORE}binary` || tag === '!binary';
}

/** Base64 data: the object `{ "!!binary": "aGk=" }`, without the white space that it is broken with. */
export function binaryPart(base64: string, offset: number): Part {
  return { value: { [BINARY]: base64.replace(/\s+/g, '') }, offset, size: 2, levels: 1 };
}

/** The bytes of a value that was tagged as base64; undefined of any other value, and where it is no base64 (RFC 4648, padded). */
export function binaryBytes(value: Json | undefined): Uint8Array | undefined {
  const base64 = isObject(value) ? own(value, BINARY) : undefined;
  if (typeof base64 !== 'string' || base64.length % 4 !== 0 || /[^A-Za-z0-9+/=]/.test(base64)) return undefined;
  return Buffer.from(base64, 'base64');
}

/** The text that stands for a key that is no text: what base64 says, or the one scalar in a list, as an object of Python is written. */
export function foreignKey(value: Json): string | undefined {
  const bytes = binaryBytes(value);
  if (bytes !== undefined) return new TextDecoder().decode(bytes);
  const only = isArray(value) && value.length === 1 ? value[0] : undefined;
  return only === undefined || (typeof only === 'object' && only !== null) ? undefined : String(only);
}

/**
 * Whether a plain scalar is a number in YAML 1.2 and a text in 1.1, which the tools that write such tags still follow:
 * `1e3`, `1.5e3` and `0o7` (https://yaml.org/type/float.html and int.html). So an id such as `12e456` is not infinite.
 */
export function isOlderText(plain: string): boolean {
  return /^(?:0o|[-+]?(?:\d+[eE]|[\d.]+[eE]\d))/.test(plain);
}
