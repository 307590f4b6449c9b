import { isArray, isObject, own, type Json, type JsonObject } from '../../src/core/json.js';
import { valueAt } from '../../src/core/pointer.js';

/** How many objects a definition may have when its references are written out; the rest stay references. */
const MOST_OBJECTS = 150_000;

/** The same definition in other words: every object's keys shuffled, lists without an order too, every reference written out but for recursion. */
export function otherwise(document: JsonObject, random: () => number): JsonObject {
  return shuffled(inlined(document), random) as JsonObject; // an object stays one
}

const unordered = new Set(['required', 'parameters', 'enum', 'consumes', 'produces', 'schemes']);

/** Keys in another order, and items of lists in which the order means nothing. Data is left as it is: in an example an order may mean something. */
function shuffled(value: Json, random: () => number, key = ''): Json {
  if (isArray(value)) {
    const items = value.map((item) => shuffled(item, random));
    return unordered.has(key) ? mixed(items, random) : items;
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, inner]): [string, Json] => [name, shuffled(inner, random, name)]);
  return Object.fromEntries(mixed(entries, random));
}

function mixed<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

/** Places whose value is data, whatever it looks like. */
const data = /^(example|examples|default|enum|x-(?!ms-notification-content).*)$/;

function inlined(document: JsonObject): JsonObject {
  let objects = 0;
  const written = (value: Json, passed: readonly string[]): Json => {
    if (isArray(value)) return value.map((item) => written(item, passed));
    if (!isObject(value)) return value;
    objects += 1;
    const ref = own(value, '$ref');
    if (typeof ref === 'string') {
      const target = ref.startsWith('#/') ? valueAt(document, decodeURIComponent(ref.slice(1))) : undefined;
      if (target === undefined || passed.includes(ref) || objects > MOST_OBJECTS) return value;
      return written(target, [...passed, ref]);
    }
    const entries = Object.entries(value).map(([key, inner]): [string, Json] => [
      key,
      data.test(key) ? inner : isObject(inner) && names.has(key) ? named(inner, passed) : written(inner, passed),
    ]);
    return Object.fromEntries(entries);
  };
  const named = (map: JsonObject, passed: readonly string[]): JsonObject =>
    Object.fromEntries(Object.entries(map).map(([name, inner]) => [name, written(inner, passed)]));
  return written(document, []) as JsonObject; // an object stays one
}

/** Under these keys names stand, which may be called as keywords are. */
const names = new Set(['properties', 'definitions', 'responses', 'headers', 'paths', 'parameters']);
