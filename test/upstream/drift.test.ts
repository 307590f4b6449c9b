import type { Json } from '../../src/core/json.js';
import { exchange } from '../../src/http/make-exchange.js';
import { driftTest } from '../../src/upstream/drift.js';
import type { PartNotes } from '../../src/upstream/parts-of.js';
import type { Shape, Surface } from '../../src/upstream/surface.js';

const text: Shape = { type: 'string' };

function surfaceOf(shape: Shape, shapes: Readonly<Record<string, Shape>> = {}): Surface {
  return {
    formatVersion: 1,
    service: 's',
    apiVersion: '1',
    source: { title: '', version: '', openapi: '3.1.0', file: 's.json' },
    operations: {
      get: { method: 'get', path: '/a/{id}', parameters: [], responses: { '200': { mediaTypes: [], shape } } },
    },
    shapes,
  };
}

/** What bodies show, as `severity code: message without its place`. */
function drift(shape: Shape, bodies: readonly Json[], notes: readonly PartNotes[] = []): readonly string[] {
  const surface = surfaceOf(shape, { Tree: { type: 'object', properties: { inner: { ref: 'Tree' }, leaf: text } } });
  const test = driftTest(surface, { file: 'f', notes });
  for (const body of bodies) {
    test.add(exchange({ request: { method: 'GET', url: 'https://x/v1/a/7?b=c' }, response: { status: 200, body } }));
  }
  return test.result().map(({ severity, code, message }) => `${severity} ${code}: ${message}`);
}

const object = (properties: Readonly<Record<string, Shape>>, more: Shape = {}): Shape => ({
  type: 'object',
  properties,
  ...more,
});
const unknown = (name: string, count = '1 time') =>
  `warning drift-property-unknown: "${name}" in the answer 200 of get was sent ${count}, and the surface does not have it.`;

test.each<[name: string, shape: Shape, body: Json, said: readonly string[]]>([
  ['what is known', object({ a: text }), { a: 'x' }, []],
  ['what is not', object({ a: text }), { a: 'x', b: 1 }, [unknown('b')]],
  [
    'inside a list',
    object({ a: { type: 'array', items: object({ b: text }) } }),
    { a: [{ c: 1 }, { b: '', c: 2 }] },
    [unknown('a/*/c', '2 times')],
  ],
  [
    'a variant has it',
    object({}, { variants: [object({ a: text }), object({ b: text })] }),
    { a: '', b: '', c: '' },
    [unknown('c')],
  ],
  ['an object of anything', { type: 'object' }, { a: { b: 1 } }, []],
  [
    'a map',
    { type: 'object', additional: object({ a: text }) },
    { x: { a: '' }, y: { b: '' } },
    [unknown('*/b', '1 time')],
  ],
  ['a shape that contains itself', { ref: 'Tree' }, { inner: { inner: { stem: 1 } } }, [unknown('inner/inner/stem')]],
  [
    'names that every object inherits',
    object({ a: text }),
    JSON.parse('{ "__proto__": 1, "constructor": 2 }') as Json,
    [unknown('__proto__'), unknown('constructor')],
  ],
  ['another type than the surface has', object({ a: object({ b: text }) }), { a: 'text' }, []],
  [
    'null',
    object({ a: text, b: { type: 'string', nullable: true }, c: {} }),
    { a: null, b: null, c: null },
    ['note drift-null-unknown: "a" in the answer 200 of get was null 1 of 1 time.'],
  ],
])('%s', (_, shape, body, said) => {
  expect(drift(shape, [body])).toEqual(said);
});

test('what is required: never there, or not always', () => {
  expect(
    drift(object({ a: text, b: text, c: text }, { required: ['a', 'b', 'c'] }), [{ a: '', b: '' }, { a: '' }]),
  ).toEqual([
    'note drift-required-not-always: "b" in the answer 200 of get is required, and was there 1 of 2 times.',
    'warning drift-required-never-sent: "c" in the answer 200 of get is required, and was there 0 of 2 times.',
  ]);
});

test('what the connector knows by its overlay is a note', () => {
  const notes = [
    { operation: 'get', part: '200', relaxations: [{ at: '/b', kind: 'unspecified' }] },
  ] as unknown as PartNotes[]; // as far as it is looked at
  expect(drift(object({ a: text }), [{ b: 1 }], notes)).toEqual([
    'note drift-property-unknown: "b" in the answer 200 of get was sent 1 time, and the surface does not have it; the connector knows.',
  ]);
});

test.each<[string, string, string, number, boolean]>([
  ['its operation', 'GET', 'https://host/base/a/7', 200, true],
  ['only a path', 'GET', '/a/7', 200, true],
  ['another method', 'POST', 'https://host/a/7', 200, false],
  ['another path', 'GET', 'https://host/b/7', 200, false],
  ['a path that is too short', 'GET', 'https://host/7', 200, false],
  ['a status that the surface does not have', 'GET', 'https://host/a/7', 404, false],
])('an exchange of %s', (_, method, url, status, want) => {
  const test = driftTest(surfaceOf(object({ a: text })), { file: 'f', notes: [] });
  expect(test.add(exchange({ request: { method, url }, response: { status, body: {} } }))).toBe(want);
});
