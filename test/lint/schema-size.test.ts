import type { Document, Schema } from '../../src/openapi/types.js';
import { measure } from '../../src/lint/schema-size.js';
import { schemaGraph } from '../../src/lint/schema-graph.js';

const ref = (name: string): Schema => ({ $ref: `#/definitions/${name}` });
const text: Schema = { type: 'string' };
const object = (properties: Readonly<Record<string, Schema>>): Schema => ({ type: 'object', properties });

/** Count and depth of `root` in a definition. */
function sizeOf(root: Schema, definitions: Readonly<Record<string, Schema>> = {}): readonly [number, number] {
  const document: Document = { swagger: '2.0', info: { title: 'Tickets', version: '1' }, paths: {}, definitions };
  const graph = schemaGraph(document);
  measure([root], graph);
  const { size } = graph.nodeOf(root);
  return [size?.count ?? -1, size?.depth ?? -1];
}

/** A chain of definitions, of which each holds the next one so many times. */
function chain(length: number, times: number): Readonly<Record<string, Schema>> {
  const held = (level: number) => Object.fromEntries(Array.from({ length: times }, (_, at) => [at, ref(`L${level}`)]));
  const levels = Array.from({ length }, (_, level) => [`L${level}`, object(level + 1 < length ? held(level + 1) : {})]);
  return Object.fromEntries(levels) as Readonly<Record<string, Schema>>; // names and schemas
}

const loop = { A: object({ b: ref('B'), name: text }), B: object({ a: ref('A'), size: text }) };

const cases: readonly (readonly [
  name: string,
  given: readonly [Schema, Document['definitions']?],
  want: readonly [number, number],
])[] = [
  ['a value', [text], [1, 1]],
  ['properties', [object({ a: text, b: text })], [3, 2]],
  ['items', [{ type: 'array', items: { type: 'array', items: text } }], [3, 3]],
  ['further properties, if they are a schema', [{ type: 'object', additionalProperties: text }], [2, 2]],
  ['further properties that may be anything', [{ type: 'object', additionalProperties: true }], [1, 1]],
  ['all that applies together', [{ allOf: [object({ a: text }), text] }], [4, 3]],
  ['a reference counts as what it leads to', [ref('A'), { A: object({ a: text }) }], [2, 2]],
  ['a reference to a reference too', [ref('A'), { A: ref('B'), B: object({ a: text }) }], [2, 2]],
  ['a reference that leads nowhere counts nothing', [object({ a: ref('Nowhere') })], [1, 1]],
  [
    'a definition counts wherever it is referred to',
    [object({ a: ref('A'), b: ref('A') }), { A: object({ a: text }) }],
    [5, 3],
  ],
  ['what stands beside a reference counts nothing', [{ ...ref('A'), properties: { a: text } }, { A: text }], [1, 1]],
  ['schemas that hold each other count once', [ref('A'), loop], [4, 2]],
  ['from wherever they are entered', [ref('B'), loop], [4, 2]],
  ['and again for each reference from outside', [object({ one: ref('A'), two: ref('B') }), loop], [9, 3]],
  ['references that lead only to each other', [ref('A'), { A: ref('B'), B: ref('A') }], [0, 0]],
  ['a tree that would have 2 to the 50 schemas', [ref('L0'), chain(50, 2)], [2 ** 50 - 1, 50]],
];

test.each(cases)('%s', (_name, [root, definitions], want) => {
  expect(sizeOf(root, definitions)).toEqual(want);
});

test('12,000 definitions in a row are no trouble', () => {
  expect(sizeOf(ref('L0'), chain(12_000, 1))).toEqual([12_000, 12_000]);
});
