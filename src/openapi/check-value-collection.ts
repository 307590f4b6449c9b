import type { JsonArray, JsonObject } from '../core/json.js';
import { shorten } from '../core/shorten.js';
import { canonicalKey } from './canonical-key.js';
import { broken, type Site } from './check-value-site.js';
import type { Part } from './schema-parts.js';

/** Reports how an array misses the keywords of a part that count and compare its items. */
export function checkArray(site: Site, part: Part, value: JsonArray): void {
  const { maxItems, minItems, uniqueItems } = part.schema;
  const { length } = value;
  if (maxItems !== undefined && length > maxItems) {
    const says = `has ${counted(length, 'item', 'items')}; at most ${maxItems} is declared.`;
    broken(site, part, { kind: 'wrong-length', keyword: 'maxItems', says, value });
  }
  if (minItems !== undefined && length < minItems) {
    const says = `has ${counted(length, 'item', 'items')}; at least ${minItems} is declared.`;
    broken(site, part, { kind: 'wrong-length', keyword: 'minItems', says, value });
  }
  if (uniqueItems !== true) return;
  const repeated = firstRepeated(value);
  if (repeated === undefined) return;
  const [first, second] = repeated;
  const says = `holds ${shorten(value[second] ?? null)} as item ${first} and again as item ${second}; unique items are declared.`;
  broken(site, part, { kind: 'not-unique', keyword: 'uniqueItems', says, value });
}

/** The indices of the first item that equals one before it, and of that one. One pass: arrays can be long. */
function firstRepeated(items: JsonArray): readonly [first: number, second: number] | undefined {
  const met = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const key = canonicalKey(item);
    const before = met.get(key);
    if (before !== undefined) return [before, index];
    met.set(key, index);
  }
  return undefined;
}

/** Reports how an object misses the keywords of a part that count its properties or require some. */
export function checkObject(site: Site, part: Part, value: JsonObject): void {
  const { required, maxProperties, minProperties } = part.schema;
  for (const name of required ?? []) {
    if (Object.hasOwn(value, name)) continue;
    broken(site, part, {
      kind: 'missing-required',
      keyword: 'required',
      says: `has no property ${shorten(name)}; it is required.`,
    });
  }
  if (maxProperties === undefined && minProperties === undefined) return;
  const count = Object.keys(value).length;
  if (maxProperties !== undefined && count > maxProperties) {
    const says = `has ${counted(count, 'property', 'properties')}; at most ${maxProperties} is declared.`;
    broken(site, part, { kind: 'wrong-length', keyword: 'maxProperties', says, value });
  }
  if (minProperties !== undefined && count < minProperties) {
    const says = `has ${counted(count, 'property', 'properties')}; at least ${minProperties} is declared.`;
    broken(site, part, { kind: 'wrong-length', keyword: 'minProperties', says, value });
  }
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
