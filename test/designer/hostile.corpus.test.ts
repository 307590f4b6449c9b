import type { Json } from '../../src/core/json.js';
import { cardFor, cardsFor } from './card-of.js';

const text = { type: 'string' };
const body = (schema: object) => ({ parameters: [{ name: 'body', in: 'body', required: true, schema }] });
const answer = (schema: object) => ({ responses: { 200: { description: '', schema } } });
const both = (schema: object) => ({ ...body(schema), ...answer(schema) });

test('names that every object has', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  const properties = Object.fromEntries(names.map((name) => [name, { ...text, default: 'x' }]));
  const parameters = [
    ...names.map((name) => ({ name, in: 'query', type: 'string', default: 'x' })),
    ...body({ type: 'object', properties }).parameters,
  ];
  const card = cardFor({ parameters, ...answer({ type: 'object', properties, required: names }) });
  expect(card.fields.map(({ key }) => key)).toEqual([
    ...names.map((name) => `body.$.${name}`),
    ...names.map((name) => `query.$.${name}`),
  ]);
  expect(card.outputs.slice(1).map(({ expression }) => expression)).toEqual(
    names.map((name) => `body('Do_it')['${name}']`),
  );
  const { queries, body: sent } = card.step.definition['inputs'] as { readonly [name: string]: object }; // it has inputs
  expect([Object.entries(queries ?? {}), Object.entries(sent ?? {})]).toEqual([
    names.map((name) => [name, 'x']),
    names.map((name) => [name, 'x']),
  ]);
});

test('references that lead nowhere, or around', () => {
  const definitions: Json = { A: { $ref: '#/definitions/B' }, B: { $ref: '#/definitions/A' } };
  const refs = ['#/definitions/A', '#/definitions/None', 'https://x.test/a.json', ''];
  const properties = Object.fromEntries(refs.map(($ref, index) => [`p${index}`, { $ref }]));
  const card = cardFor(both({ type: 'object', properties }), definitions);
  expect(card.fields.map(({ key, control }) => [key, control.kind])).toEqual(
    refs.map((_ref, index) => [`body.$.p${index}`, 'raw']),
  );
  expect(card.outputs.map(({ type }) => type)).toEqual(['object', ...refs.map(() => 'any')]);
});

const chain = (length: number, wrap: (next: object) => object) =>
  Object.fromEntries(
    Array.from({ length }, (_, index) => [`D${index}`, wrap({ $ref: `#/definitions/D${index + 1}` })]),
  ) as unknown as Json; // JSON of a test

test.each<readonly [string, (next: object) => object]>([
  ['objects', (next) => ({ type: 'object', properties: { a: text, next } })],
  ['lists', (next) => ({ type: 'array', items: next })],
  ['lists of objects', (next) => ({ type: 'array', items: { type: 'object', properties: { a: text, next } } })],
])('a chain of 2,000 %s', (_name, wrap) => {
  const card = cardFor(both({ $ref: '#/definitions/D0' }), chain(2_000, wrap));
  expect(card.fields.length).toBeLessThan(100);
  expect(card.outputs.length).toBeLessThan(200);
});

test.each<readonly [string, (next: object) => object]>([
  ['objects', (next) => ({ type: 'object', properties: { a: next, b: next, c: next } })],
  ['lists', (next) => ({ type: 'array', items: { type: 'object', properties: { a: next, b: next } } })],
])('what is more than there is memory for is cut: %s', (_name, wrap) => {
  const paths = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [
      `/p${index}`,
      { post: { operationId: `P${index}`, ...both({ $ref: '#/definitions/D0' }) } },
    ]),
  ) as unknown as Json; // JSON of a test
  const cards = cardsFor(paths, chain(30, wrap));
  const count = cards.reduce((sum, { fields, outputs }) => sum + fields.length + outputs.length, 0);
  expect([cards.length, cards.every(({ isCut }) => isCut), count < 41_000]).toEqual([12, true, true]);
});

test('extensions of any shape', () => {
  const junk: readonly Json[] = [null, 1, 'x', [], [null], {}, { operationId: 1, parameters: [1] }, { open: 1 }];
  const names = ['dynamic-values', 'dynamic-list', 'dynamic-tree', 'dynamic-schema', 'dynamic-properties'];
  const more = [
    'visibility',
    'summary',
    'editor',
    'editor-options',
    'enum-values',
    'permission',
    'url-encoding',
    'trigger',
  ];
  for (const name of [...names, ...more]) {
    for (const value of junk) {
      const marked = { ...text, enum: ['a'], [`x-ms-${name}`]: value };
      const schema = {
        type: 'object',
        [`x-ms-${name}`]: value,
        properties: { a: marked, b: { type: 'array', items: marked } },
      };
      const parameters = [{ name: 'q', in: 'path', required: true, ...marked }, ...body(schema).parameters];
      const card = cardFor({ parameters, ...answer(schema), [`x-ms-${name}`]: value });
      expect(card.fields.length).toBeGreaterThan(0);
    }
  }
});

test('a path of braces, and large numbers', () => {
  const [card] = cardsFor({
    [`/${'{'.repeat(3000)}`]: {
      get: {
        operationId: 'A',
        parameters: [{ name: 'n', in: 'query', type: 'integer', enum: [2n ** 70n], default: 2n ** 70n }],
        responses: {},
      },
    },
  });
  expect(card?.fields[0]?.control).toEqual({
    kind: 'dropdown',
    options: [{ title: '1180591620717411303424', value: 2n ** 70n }],
  });
});
