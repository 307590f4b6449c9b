import { isArray, isObject, type Json, type JsonArray, type JsonObject } from '../../src/core/json.js';

/** A generator of numbers from 0 up to 1; the same seed gives the same numbers (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The way to a value: object keys and array indices. */
type Way = readonly (string | number)[];

/** The definition with one thing changed, chosen by `random`. */
export function mutate(definition: JsonObject, random: () => number): Json {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T; // never empty here
  const ways = waysOf(definition).filter((way) => way.length > 0);
  const way = pick(ways);
  const here = valueAt(definition, way);
  const others = [5, -1, 'x', true, null, [], {}, ['a', 'a'], { a: 'b' }, 'array', 'body', 'path'];
  const entry = (by: (key: string) => (readonly [string, Json])[]) => () => change(definition, way, by);
  const changes: readonly (() => Json)[] = [
    entry(() => []),
    entry((key) => [[key, pick<Json>(others)]]),
    entry((key) => [[pick([`${key}x`, key.toUpperCase(), 'type', 'a', 'x-a', '$ref', 'items']), here]]),
    entry((key) => [
      [key, here],
      [`${key}2`, here],
    ]),
    entry((key) => [[key, valueAt(definition, pick(ways))]]),
    entry((key) => [[key, added(here, pick)]]),
    entry((key) => [[key, { $ref: pick(references) }]]),
  ];
  return pick(changes)();
}

const references = [
  '#/definitions/Message',
  '#/definitions/Nope',
  '#/parameters/Version',
  '#/responses/Refused',
  '#/paths',
  '#/info/title',
];

const additions: readonly (readonly [string, Json])[] = [
  ['required', true],
  ['required', ['nope']],
  ['type', 'array'],
  ['type', 'object'],
  ['format', 5],
  ['enum', []],
  ['maxLength', -1],
  ['nope', 1],
  ['x-nope', 1],
  ['default', {}],
  ['allOf', []],
  ['parameters', []],
  ['description', 'text'],
];

function added(here: Json, pick: <T>(items: readonly T[]) => T): Json {
  if (isArray(here)) return [...here, pick<Json>(['nope', 1, here[0] ?? 'a', { a: 1 }])];
  return isObject(here) ? { ...here, ...Object.fromEntries([pick(additions)]) } : [here];
}

function waysOf(value: Json, way: Way = []): Way[] {
  if (isArray(value)) return [way, ...value.flatMap((item, index) => waysOf(item, [...way, index]))];
  if (isObject(value)) return [way, ...Object.entries(value).flatMap(([key, item]) => waysOf(item, [...way, key]))];
  return [way];
}

function valueAt(value: Json, way: Way): Json {
  return way.reduce<Json>((here, token) => (here as JsonArray)[token as number] ?? null, value); // the ways come from the value
}

/** The value with the entry at `way` replaced by those that `by` gives; in a list only their values count. */
function change(value: Json, [token, ...rest]: Way, by: (key: string) => (readonly [string, Json])[]): Json {
  const step = (key: string, item: Json): (readonly [string, Json])[] =>
    key !== String(token) ? [[key, item]] : rest.length === 0 ? by(key) : [[key, change(item, rest, by)]];
  if (isArray(value)) return value.flatMap((item, index) => step(String(index), item).map(([, changed]) => changed));
  return Object.fromEntries(Object.entries(value as JsonObject).flatMap(([key, item]) => step(key, item))); // ways lead through these only
}
