import { isArray, isObject, type Json } from '../../core/json.js';
import { MAX_DEPTH } from '../../core/limits.js';

/**
 * Whether a value has more characters as JSON than so many, escapes not counted, or is nested deeper than any document. It looks no further than
 * that: a text of megabytes that a loop has met a thousand times is in memory once, and is never written a thousand times.
 */
export function isLongerThan(value: Json, most: number): boolean {
  return left(value, most, MAX_DEPTH) < 0;
}

/** How many of so many characters a value leaves; less than none where they do not suffice. */
function left(value: Json | undefined, most: number, levels: number): number {
  if (typeof value === 'string') return most - value.length - 2;
  if (value === undefined || (!isArray(value) && !isObject(value))) return most - 1;
  if (levels === 0) return -1;
  let rest = most - 2;
  const count = (one: Json | undefined, name: number) => (rest = left(one, rest - name - 1, levels - 1));
  if (isArray(value)) {
    for (const one of value) if (count(one, 0) < 0) break;
  } else {
    for (const name of Object.keys(value)) if (count(value[name], name.length + 3) < 0) break;
  }
  return rest;
}
