import type { Json, JsonObject } from '../../src/core/json.js';
import { isArray, isObject } from '../../src/core/json.js';
import { child } from '../../src/core/pointer.js';
import { extensions } from '../../src/definition/extensions.js';
import { changed } from '../../src/core/changed.js';
import { mutate } from '../openapi/validity-mutations.js';

const names = Object.keys(extensions);

const junk: readonly Json[] = [
  null,
  true,
  2n ** 70n,
  '',
  '__proto__',
  [],
  [null, { value: null, displayName: 7 }],
  JSON.parse('{"__proto__":{"operationId":7},"constructor":[],"operationId":"toString","parameters":{"__proto__":1}}'),
  { operationId: 'ListQueues', parameters: { id: { parameter: 'id' }, x: { parameterReference: 'body/a/b' } } },
  { $ref: '#/definitions/Ticket' },
  'Seeded'.repeat(2000),
  '\0\uFEFF\uD800\u001B[31m',
  1e308,
  -0,
  { $ref: '#/definitions/Loop' },
  { allOf: [{ $ref: '#/definitions/Loop' }], items: { $ref: '#/definitions/Loop' } },
];

/** A document with one to four things changed: those of `mutate`, and extensions with values that they do not have. */
export function mutated(document: JsonObject, random: () => number): Json {
  let result: Json = document;
  const times = 1 + Math.floor(random() * 4);
  for (let time = 0; time < times && isObject(result) && Object.keys(result).length > 0; time += 1) {
    const kind = random();
    result = kind < 0.6 ? mutate(result, random) : kind < 0.9 ? extended(result, random) : looped(result);
  }
  return result;
}

/** With a definition that leads to itself, whatever leads there. */
function looped(document: JsonObject): Json {
  const loop = { allOf: [{ $ref: '#/definitions/Loop' }], properties: { a: { $ref: '#/definitions/Loop' } } };
  const { definitions } = document;
  return { ...document, definitions: { ...(isObject(definitions) ? definitions : {}), Loop: loop } };
}

function extended(document: JsonObject, random: () => number): Json {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T; // never empty here
  const place = pick(objectsIn(document, ''));
  return changed(document, { [child(place, pick(names))]: pick(junk) });
}

function objectsIn(value: Json, pointer: string): string[] {
  const below = isArray(value)
    ? value.map((item, index) => [index, item] as const)
    : isObject(value)
      ? Object.entries(value)
      : [];
  const inner = below.flatMap(([key, item]) => objectsIn(item, child(pointer, key)));
  return isObject(value) ? [pointer, ...inner] : inner;
}
