import { isArray, isObject, type Json } from '../core/json.js';
import { HOLE } from '../arm/hole.js';
import { child } from '../core/pointer.js';
import { readTemplate } from '../expression/template.js';

/** What a call sends, as far as the file tells. */
export type Sent =
  /** A value of a JSON type; in a text, a hole stands for what only a run or the deployment knows. */
  | { readonly kind: 'value'; readonly pointer: string; readonly value: null | boolean | number | bigint | string }
  /** The value of an expression: of any type. */
  | { readonly kind: 'unknown'; readonly pointer: string }
  | { readonly kind: 'object'; readonly pointer: string; readonly members: ReadonlyMap<string, Sent> }
  | { readonly kind: 'array'; readonly pointer: string; readonly items: readonly Sent[] };

/** Reads what stands at `pointer` in the inputs of a call. */
export function sentOf(value: Json, pointer: string): Sent {
  if (typeof value === 'string') return sentText(value, pointer);
  if (isArray(value)) {
    return { kind: 'array', pointer, items: value.map((item, index) => sentOf(item, child(pointer, index))) };
  }
  if (!isObject(value)) return { kind: 'value', pointer, value };
  const members = Object.entries(value).map(
    ([key, item]) => [unescaped(key), sentOf(item, child(pointer, key))] as const,
  );
  return { kind: 'object', pointer, members: new Map(members) };
}

function sentText(text: string, pointer: string): Sent {
  if (text === HOLE) return { kind: 'unknown', pointer };
  const known = knownText(text);
  return known === undefined ? { kind: 'unknown', pointer } : { kind: 'value', pointer, value: known };
}

/** The text with a hole for each expression; undefined where all of it is one value, or cannot be read. */
export function knownText(text: string): string | undefined {
  const template = readTemplate(text);
  if (template.kind === 'text') return template.text;
  if (template.kind !== 'interpolation') return undefined;
  return template.parts.map((part) => (typeof part === 'string' ? part : HOLE)).join('');
}

function unescaped(key: string): string {
  return key.startsWith('@') ? (knownText(key) ?? HOLE) : key;
}
