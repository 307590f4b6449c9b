import { type Json, type JsonArray } from '../core/json.js';
import { didYouMean } from '../core/nearest.js';
import { remembered } from '../core/remembered.js';
import { shorten } from '../core/shorten.js';
import { canonicalKey } from './canonical-key.js';
import { broken, unreadable, type Site } from './check-value-site.js';
import { isMultipleOf } from './multiple-of.js';
import { matchesPattern } from './pattern.js';
import type { Part } from './schema-parts.js';

/** The keys of the values of an `enum`: they can be many, and are held against many values. */
const enumKeys = remembered<JsonArray, ReadonlySet<string>>();

/** Whether one of the values of an `enum` equals `value`. */
export function enumHas(values: JsonArray, value: Json): boolean {
  let keys = enumKeys.get(values);
  if (keys === undefined) enumKeys.set(values, (keys = new Set(values.map(canonicalKey))));
  return keys.has(canonicalKey(value));
}

/** How many values of an `enum` a message lists. */
const maxListed = 5;

/** Reports a value that is not in the `enum` of a part. */
export function checkEnum(site: Site, part: Part, value: Json): void {
  const declared = part.schema.enum;
  if (declared === undefined || enumHas(declared, value)) return;
  const says = `is ${shorten(value)}; ${listed(declared)} is declared.${hintFor(site, declared, value)}`;
  broken(site, part, { kind: 'not-in-enum', keyword: 'enum', says, value });
}

function listed(values: JsonArray): string {
  const [only] = values;
  if (only === undefined) return 'no value at all';
  if (values.length === 1) return shorten(only);
  const shown = values.slice(0, maxListed).map((value) => shorten(value));
  const more = values.length > maxListed ? ` and ${values.length - maxListed} more` : '';
  return `one of ${shown.join(', ')}${more}`;
}

function hintFor({ run }: Site, declared: JsonArray, value: Json): string {
  if (typeof value !== 'string' || run.hintsLeft === 0) return '';
  run.hintsLeft -= 1;
  const texts = declared.filter((one) => typeof one === 'string');
  return didYouMean(value, texts);
}

/** Reports how a number misses the bounds of a part. */
export function checkNumber(site: Site, part: Part, value: number | bigint): void {
  const { maximum, exclusiveMaximum, minimum, exclusiveMinimum, multipleOf } = part.schema;
  const outside = (keyword: 'maximum' | 'minimum' | 'multipleOf', wanted: string) =>
    broken(site, part, { kind: 'out-of-bounds', keyword, says: `is ${shorten(value)}; ${wanted} is declared.`, value });

  if (maximum !== undefined && (value > maximum || (exclusiveMaximum === true && value >= maximum))) {
    outside('maximum', `${exclusiveMaximum === true ? 'less than' : 'at most'} ${maximum}`);
  }
  if (minimum !== undefined && (value < minimum || (exclusiveMinimum === true && value <= minimum))) {
    outside('minimum', `${exclusiveMinimum === true ? 'more than' : 'at least'} ${minimum}`);
  }
  if (multipleOf === undefined) return;
  if (!(multipleOf > 0)) {
    const message = `A value cannot be a multiple of ${multipleOf}; values are not held against it.`;
    unreadable(site, part, { keyword: 'multipleOf', message });
  } else if (!isMultipleOf(value, multipleOf)) outside('multipleOf', `a multiple of ${multipleOf}`);
}

/** Reports how a text misses the lengths and the pattern of a part. */
export function checkText(site: Site, part: Part, value: string): void {
  const { maxLength, minLength, pattern } = part.schema;
  // A code point has one or two code units: most texts need not be counted.
  if (maxLength !== undefined && value.length > maxLength && codePoints(value) > maxLength) {
    broken(site, part, {
      kind: 'wrong-length',
      keyword: 'maxLength',
      says: textLength(value, 'most', maxLength),
      value,
    });
  }
  if (minLength !== undefined && value.length < 2 * minLength && codePoints(value) < minLength) {
    broken(site, part, {
      kind: 'wrong-length',
      keyword: 'minLength',
      says: textLength(value, 'least', minLength),
      value,
    });
  }
  if (pattern === undefined) return;
  const matched = matchesPattern(part.schema, value);
  if (typeof matched === 'string') unreadable(site, part, { keyword: 'pattern', message: matched });
  else if (!matched) {
    const says = `is ${shorten(value)}; a text that matches ${shorten(pattern)} is declared.`;
    broken(site, part, { kind: 'pattern-not-matched', keyword: 'pattern', says, value });
  }
}

function textLength(value: string, limit: 'most' | 'least', count: number): string {
  return `is ${shorten(value)} with a length of ${codePoints(value)}; at ${limit} ${count} is declared.`;
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
