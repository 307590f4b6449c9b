import type { Json } from '../../src/core/json.js';
import { readSurface } from '../../src/upstream/read-spec.js';

function read(schemas: Readonly<Record<string, Json>>) {
  const body = { content: { 'application/json': { schema: { $ref: '#/components/schemas/S0' } } } };
  const spec = {
    openapi: '3.1.0',
    paths: { '/a': { post: { requestBody: body, responses: {} } } },
    components: { schemas },
  };
  const { surface, losses } = readSurface(spec, {
    service: 's',
    file: 'f',
    operations: { it: { method: 'post', path: '/a' } },
  });
  return { surface, codes: [...new Set(losses.map(({ code }) => code))], losses: losses.length };
}

function chain(length: number, link: (next: Json) => Json): Record<string, Json> {
  const schemas = Array.from({ length }, (_, index) => [
    `S${index}`,
    link({ $ref: `#/components/schemas/S${index + 1}` }),
  ]);
  return { ...(Object.fromEntries(schemas) as Record<string, Json>), [`S${length}`]: { type: 'string' } };
}

test.each<[string, Record<string, Json>]>([
  ['references that double at every step', chain(60, (next) => ({ properties: { a: next, b: next } }))],
  [
    'unions that double at every step',
    chain(60, (next) => ({ oneOf: [{ items: next }, { items: next, type: 'array' }] })),
  ],
  [
    'parts that double at every step',
    chain(60, (next) => ({ allOf: [{ properties: { a: next, b: next } }, { properties: { a: next, c: next } }] })),
  ],
  ['references 5,000 deep', chain(5_000, (next) => next)],
  ['objects 5,000 deep', chain(5_000, (next) => ({ properties: { a: next } }))],
  ['parts 5,000 deep', chain(5_000, (next) => ({ allOf: [next] }))],
  [
    '25,000 parts',
    { S0: { allOf: Array.from({ length: 25_000 }, (_, index) => ({ properties: { [`p${index}`]: {} } })) } },
  ],
  [
    '25,000 properties',
    { S0: { properties: Object.fromEntries(Array.from({ length: 25_000 }, (_, index) => [`p${index}`, {}])) } },
  ],
])('%s: said, and no hang', (_, schemas) => {
  const { codes, losses } = read(schemas);
  expect(codes).toEqual(['upstream-too-large']);
  expect(losses).toBeLessThan(10);
});

test('5,000 unknown keywords are 5,000 losses', () => {
  const keywords = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`k${index}`, 1]));
  const { codes, losses } = read({ S0: keywords });
  expect({ codes, losses }).toEqual({ codes: ['upstream-keyword-unknown'], losses: 5_000 });
});

test('values of every wrong kind, everywhere', () => {
  const wrong: Json[] = [null, true, 5, 'text', [], [null], {}, 12345678901234567890n];
  for (const value of wrong) {
    for (const paths of [
      { '/a': { post: { responses: value, requestBody: value, parameters: value, servers: value } } },
      { '/a': { post: { responses: { 200: value }, requestBody: { content: value }, parameters: [value] } } },
      {
        '/a': {
          post: {
            requestBody: { content: { 'application/json': value } },
            responses: { 200: { headers: { h: value } } },
          },
        },
      },
      { '/a': { post: { requestBody: { content: { 'application/json': { schema: value } } } } } },
      { '/a': { parameters: value, post: { parameters: [{ name: value, in: value, schema: value }] } }, '/b': value },
    ] as Json[]) {
      for (const version of [{ openapi: '3.1.0' }, { swagger: '2.0' }]) {
        const spec = { ...version, info: value, components: value, definitions: value, servers: value, paths };
        const choice = { service: 's', file: 'f', operations: { it: { method: 'post', path: '/a' } } };
        expect(readSurface(spec, choice).surface.operations.it?.path).toBe('/a');
      }
    }
  }
});
