import { contractTest } from '../../src/contract/contract.js';
import type { Direction } from '../../src/contract/matched.js';
import { strengthTest, type Strength } from '../../src/contract/strength/strength.js';
import { readJson } from '../../src/core/json-read.js';
import { writeJson } from '../../src/core/json-write.js';
import type { Json } from '../../src/core/json.js';
import type { Connector, Contract } from '../../src/definition/connector.js';
import type { Exchange } from '../../src/http/exchange.js';
import { readSample } from '../../src/http/sample.js';
import type { Document, Operation, Schema } from '../../src/openapi/types.js';

const none: Contract = { formatVersion: 1, operations: {} };

function connectorOf(definition: Pick<Document, 'paths'> & Partial<Document>, promises = none): Connector {
  const head = { swagger: '2.0', info: { title: 'Things', version: '1' }, host: 'api.contoso.com' } as const;
  return { name: 'things', definition: { ...head, ...definition }, properties: { properties: {} }, contract: promises };
}

/** A connector with one operation, `GetThing`, and one schema. */
function oneSchema(schema: Schema, more: Partial<Document> = {}, promises?: Contract): Connector {
  const get: Operation = {
    operationId: 'GetThing',
    responses: { 404: { description: 'None.' }, 200: { description: 'It.', schema } },
  };
  return connectorOf({ paths: { '/thing': { get } }, ...more }, promises);
}

/** Exchanges with `GetThing` whose answers have these bodies. */
function answers(...bodies: readonly Json[]): readonly Exchange[] {
  return bodies.flatMap((body) => recorded({}, { status: 200, headers: {}, body }));
}

function recorded(request: object, response: object): readonly Exchange[] {
  const sample = {
    request: { method: 'GET', url: 'https://api.contoso.com/thing', headers: {}, ...request },
    response,
  };
  return readSample(readJson('s.json', writeJson(sample as unknown as Json))).exchanges;
}

function strength(connector: Connector, exchanges: Iterable<Exchange>, direction: Direction = 'both'): Strength {
  const { watch, result } = strengthTest(connector, direction);
  const test = contractTest(connector, { direction, watch });
  for (const exchange of exchanges) test.add(exchange);
  return result();
}

/** `kind pointer message` of what survives. */
function survivors(measured: Strength): string[] {
  return measured.survivors.map(({ kind, file = '', pointer, message }) => `${kind} ${file}${pointer}: ${message}`);
}

const schemaAt = '/paths/~1thing/get/responses/200/schema';
const finished: Schema = {
  type: 'object',
  properties: {
    reason: { type: 'string', enum: ['stop', 'content_filter'], 'x-nullable': true },
    count: { type: 'integer', minimum: 0, maximum: 9 },
    parts: { type: 'array', minItems: 1, items: { type: 'object', properties: { text: { type: 'string' } } } },
    audio: { type: 'object', 'x-nullable': true, properties: { id: { type: 'string' } } },
  },
};

test('what no recording shows is told once, and where it is declared', () => {
  const bodies = [
    { reason: 'stop', count: 0 },
    { reason: null, audio: null },
    { reason: 'stop', count: 3 },
  ];
  const measured = strength(oneSchema(finished), answers(...bodies));
  expect(survivors(measured)).toEqual([
    `optional ${schemaAt}/properties/reason: Nothing recorded lacks reason (GetThing 200).`,
    `name ${schemaAt}/properties/parts: Nothing recorded has parts (GetThing 200).`,
    `enum ${schemaAt}/properties/reason/enum/1: Nothing recorded has reason: "content_filter" (GetThing 200).`,
    `bound ${schemaAt}/properties/count/maximum: Nothing recorded has count at its maximum, 9 (GetThing 200).`,
    `type ${schemaAt}/properties/parts/type: Nothing recorded has parts (GetThing 200).`,
    `bound ${schemaAt}/properties/parts/minItems: Nothing recorded has parts (GetThing 200).`,
    `type ${schemaAt}/properties/parts/items/type: Nothing recorded has parts (GetThing 200).`,
    `name ${schemaAt}/properties/parts/items/properties/text: Nothing recorded has parts (GetThing 200).`,
    `optional ${schemaAt}/properties/parts/items/properties/text: Nothing recorded has parts (GetThing 200).`,
    `type ${schemaAt}/properties/parts/items/properties/text/type: Nothing recorded has parts (GetThing 200).`,
    `type ${schemaAt}/properties/audio/type: Nothing recorded has audio other than null (GetThing 200).`,
    `name ${schemaAt}/properties/audio/properties/id: Nothing recorded has audio other than null (GetThing 200).`,
    `optional ${schemaAt}/properties/audio/properties/id: Nothing recorded has audio other than null (GetThing 200).`,
    `type ${schemaAt}/properties/audio/properties/id/type: Nothing recorded has audio other than null (GetThing 200).`,
    'status /paths/~1thing/get/responses/404: Nothing recorded has the status 404 (GetThing).',
  ]);
  expect(measured).toMatchObject({ mutants: 31, killed: 16, percent: 51.6 });
});

test('without recordings nothing is noticed, without facts all is', () => {
  const nothing = strength(oneSchema(finished), []);
  expect([nothing.killed, new Set(nothing.survivors.map(({ message }) => message))]).toEqual([
    0,
    new Set(['Nothing recorded calls GetThing.']),
  ]);
  const empty = strength(connectorOf({ paths: {} }), answers({}));
  expect(empty).toEqual({ mutants: 0, killed: 0, percent: 100, survivors: [] });
});

const expecting = (expect: Schema): Contract => ({
  formatVersion: 1,
  operations: { GetThing: { responses: { 200: { expect, wider: { '/a': { type: 'array' } } } } } },
});
const text: Schema = { type: 'string' };

/** What survives of a schema whose answers are these, without the kinds that every case has. */
test.each<[string, Connector, readonly Json[], string[]]>([
  [
    'what is wrong shows nothing, and neither does what is in it; the rest does',
    oneSchema({ type: 'object', properties: { a: { type: 'object', properties: { b: text } }, c: text } }),
    [{ a: { b: 'x', z: 1 } }, { a: [], c: 5 }],
    [
      `optional ${schemaAt}/properties/a: Nothing recorded lacks a (GetThing 200).`,
      `name ${schemaAt}/properties/c: Nothing recorded has c (GetThing 200).`,
      `optional ${schemaAt}/properties/a/properties/b: Nothing recorded lacks a.b (GetThing 200).`,
      `type ${schemaAt}/properties/c/type: Nothing recorded has c (GetThing 200).`,
    ],
  ],
  [
    'a demand is noticed by whatever is held against it; what is demanded is not optional',
    oneSchema(
      { type: 'object', properties: { a: text, b: text } },
      {},
      expecting({ required: ['a'], properties: { b: { required: ['c'] } } }),
    ),
    [{ a: 'x' }],
    [
      `name ${schemaAt}/properties/b: Nothing recorded has b (GetThing 200).`,
      `type ${schemaAt}/properties/b/type: Nothing recorded has b (GetThing 200).`,
      'required contract.json/operations/GetThing/responses/200/expect/properties/b/required/0: Nothing recorded has b (GetThing 200).',
      'wider contract.json/operations/GetThing/responses/200/wider/~1a: Nothing recorded needs what contract.json allows at /a (GetThing 200).',
    ],
  ],
  [
    'what contract.json allows is noticed where it forgives, and the declared type then is not',
    oneSchema({ type: 'object', properties: { a: text } }, {}, expecting({})),
    [{ a: ['x'] }],
    [
      `optional ${schemaAt}/properties/a: Nothing recorded lacks a (GetThing 200).`,
      `type ${schemaAt}/properties/a/type: Nothing recorded has a (GetThing 200).`,
    ],
  ],
  [
    'of two patterns that allow the same, neither is missed',
    oneSchema(
      { type: 'object', properties: { a: text } },
      {},
      {
        formatVersion: 1,
        operations: { GetThing: { responses: { 200: { wider: { '/a': { type: 'array' }, '/*': {} } } } } },
      },
    ),
    [{ a: ['x'] }],
    [
      `optional ${schemaAt}/properties/a: Nothing recorded lacks a (GetThing 200).`,
      `type ${schemaAt}/properties/a/type: Nothing recorded has a (GetThing 200).`,
      'wider contract.json/operations/GetThing/responses/200/wider/~1a: Nothing recorded needs what contract.json allows at /a (GetThing 200).',
      'wider contract.json/operations/GetThing/responses/200/wider/~1*: Nothing recorded needs what contract.json allows at /* (GetThing 200).',
    ],
  ],
  [
    'a name beside which another says something is told by nothing',
    oneSchema({ allOf: [{ properties: { a: text } }, { properties: { a: text, b: text } }] }),
    [{ a: 'x' }, { b: 'x' }],
    [
      `name ${schemaAt}/allOf/0/properties/a: Nothing recorded has a where another name would be told (GetThing 200).`,
      `name ${schemaAt}/allOf/1/properties/a: Nothing recorded has a where another name would be told (GetThing 200).`,
    ],
  ],
  [
    'the one property by which an answer is known, however wrong: without its name the answer is something else',
    oneSchema({ type: 'object', properties: { a: text } }),
    [{ a: 5 }],
    [
      `optional ${schemaAt}/properties/a: Nothing recorded lacks a (GetThing 200).`,
      `type ${schemaAt}/properties/a/type: Nothing recorded has a (GetThing 200).`,
    ],
  ],
  [
    'a value that is declared twice, one that cannot be, and null where it is nullable anyway: no facts',
    oneSchema({
      type: 'object',
      properties: { a: { type: 'string', 'x-nullable': true, enum: ['x', 'x', 5, null, 'y'] } },
    }),
    [{ a: 'x' }],
    [
      `optional ${schemaAt}/properties/a: Nothing recorded lacks a (GetThing 200).`,
      `nullable ${schemaAt}/properties/a/x-nullable: Nothing recorded has a: null (GetThing 200).`,
      `enum ${schemaAt}/properties/a/enum/4: Nothing recorded has a: "y" (GetThing 200).`,
    ],
  ],
  [
    'what another of the schemas that apply demands is not optional',
    oneSchema({ allOf: [{ properties: { a: text, b: text } }, { required: ['a'] }] }),
    [{ a: 'x', b: 'x' }],
    [`optional ${schemaAt}/allOf/0/properties/b: Nothing recorded lacks b (GetThing 200).`],
  ],
  [
    'other properties, allowed and refused: where any are allowed, a name is no fact',
    oneSchema({
      type: 'object',
      properties: {
        open: { type: 'object', properties: { a: text }, additionalProperties: true },
        free: { type: 'object', properties: { a: text }, additionalProperties: true },
        shut: { type: 'object', properties: { a: text }, additionalProperties: false },
        map: { type: 'object', additionalProperties: { type: 'integer' }, properties: { a: text } },
      },
    }),
    [
      { open: { a: 'x' }, free: { b: 1 }, shut: { a: 'x' }, map: { a: 'x', b: 1 } },
      { map: {}, shut: {} },
      { shut: {} },
    ],
    [
      `optional ${schemaAt}/properties/shut: Nothing recorded lacks shut (GetThing 200).`,
      `optional ${schemaAt}/properties/open/properties/a: Nothing recorded lacks open.a (GetThing 200).`,
      `additional ${schemaAt}/properties/open/additionalProperties: Nothing recorded has open with a property that is not declared (GetThing 200).`,
      `type ${schemaAt}/properties/free/properties/a/type: Nothing recorded has free.a (GetThing 200).`,
    ],
  ],
  [
    'a definition is one fact for all that refer to it, itself too',
    oneSchema(
      { $ref: '#/definitions/Tree' },
      { definitions: { Tree: { type: 'object', properties: { left: { $ref: '#/definitions/Tree' }, name: text } } } },
    ),
    [{ left: { left: {} } }],
    [
      'name /definitions/Tree/properties/name: Nothing recorded has name (GetThing 200).',
      'type /definitions/Tree/properties/name/type: Nothing recorded has name (GetThing 200).',
    ],
  ],
  [
    'a subtype',
    oneSchema(
      { $ref: '#/definitions/Pet' },
      {
        definitions: {
          Pet: { type: 'object', discriminator: 'kind', required: ['kind'], properties: { kind: text } },
          Cat: {
            allOf: [{ $ref: '#/definitions/Pet' }, { type: 'object', properties: { lives: { type: 'integer' } } }],
          },
          Dog: {
            allOf: [{ $ref: '#/definitions/Pet' }, { type: 'object', properties: { barks: { type: 'boolean' } } }],
          },
        },
      },
    ),
    [{ kind: 'Cat', lives: 9 }, { kind: 'Cat' }],
    ['type', 'name', 'optional', 'type'].map((kind, index) => {
      const at = ['type', 'properties/barks', 'properties/barks', 'properties/barks/type'][index];
      return `${kind} /definitions/Dog/allOf/1/${at}: Nothing recorded has the body as Dog (GetThing 200).`;
    }),
  ],
  [
    'names that every object inherits',
    oneSchema(
      JSON.parse(
        '{ "type": "object", "properties": { "__proto__": { "type": "string" }, "constructor": { "type": "string" } } }',
      ) as Schema,
    ),
    [JSON.parse('{ "__proto__": "x" }') as Json],
    [
      `optional ${schemaAt}/properties/__proto__: Nothing recorded lacks __proto__ (GetThing 200).`,
      `name ${schemaAt}/properties/constructor: Nothing recorded has constructor (GetThing 200).`,
      `type ${schemaAt}/properties/constructor/type: Nothing recorded has constructor (GetThing 200).`,
    ],
  ],
])('%s', (_name, connector, bodies, want) => {
  const found = survivors(strength(connector, answers(...bodies), 'response'));
  expect(found.filter((line) => !line.startsWith('status '))).toEqual(want);
});

test('parameters', () => {
  const connector = connectorOf({
    paths: {
      '/thing': {
        get: {
          operationId: 'GetThing',
          parameters: [
            { name: 'state', in: 'query', type: 'string', enum: ['open', 'closed'] },
            { name: 'v', in: 'query', type: 'string', default: '2', required: true, 'x-ms-visibility': 'internal' },
            { name: 'page', in: 'query', type: 'integer', minimum: 1 },
            { name: 'x-trace', in: 'header', type: 'string' },
          ],
          responses: { default: { description: 'Any.' } },
        },
      },
    },
  });
  const url = 'https://api.contoso.com/thing?state=open&v=2';
  const at = '/paths/~1thing/get/parameters';
  expect(survivors(strength(connector, recorded({ url }, { status: 200, headers: {} }), 'request'))).toEqual([
    `optional ${at}/0: Nothing recorded lacks the query parameter "state" (GetThing).`,
    `enum ${at}/0/enum/1: Nothing recorded has the query parameter "state": "closed" (GetThing).`,
    `name ${at}/2/name: Nothing recorded has the query parameter "page" (GetThing).`,
    `type ${at}/2/type: Nothing recorded has the query parameter "page" (GetThing).`,
    `bound ${at}/2/minimum: Nothing recorded has the query parameter "page" (GetThing).`,
    // The recorder kept no headers: nothing is known of them.
    `optional ${at}/3: Nothing recorded lacks the header parameter "x-trace" (GetThing).`,
    `type ${at}/3/type: Nothing recorded has the header parameter "x-trace" (GetThing).`,
  ]);
});

test('an operation and a status that another would stand in for', () => {
  const responses = { 200: { description: 'It.' }, default: { description: 'Any.' } };
  const connector = connectorOf({
    paths: {
      '/things/{id}': {
        get: {
          operationId: 'Get',
          responses,
          parameters: [{ name: 'id', in: 'path', type: 'string', required: true }],
        },
      },
      '/things/mine': { get: { operationId: 'Mine', responses } },
    },
  });
  const calls = ['mine', '7'].flatMap((id) =>
    recorded({ url: `https://api.contoso.com/things/${id}` }, { status: 200, headers: {} }),
  );
  expect(survivors(strength(connector, calls))).toEqual([
    'status /paths/~1things~1{id}/get/responses/200: Nothing recorded tells the status 200 from the default (Get).',
    'status /paths/~1things~1{id}/get/responses/default: Nothing recorded has the status default (Get).',
    'path /paths/~1things~1mine: Nothing recorded tells Mine from the operation that would take its place.',
    'method /paths/~1things~1mine/get: Nothing recorded tells Mine from the operation that would take its place.',
    'status /paths/~1things~1mine/get/responses/200: Nothing recorded tells the status 200 from the default (Mine).',
    'status /paths/~1things~1mine/get/responses/default: Nothing recorded has the status default (Mine).',
  ]);
});

test('what stands among the statuses and is none of them', () => {
  const responses = { '200': { description: 'It.' }, 'x-ms-note': { description: 'None.', schema: finished } };
  const connector = connectorOf({ paths: { '/thing': { get: { operationId: 'GetThing', responses } } } });
  const { mutants, killed } = strength(connector, answers({}), 'response');
  expect([mutants, killed]).toEqual([3, 3]);
});

test('much of everything', () => {
  const size = 2000;
  const values = Array.from({ length: size }, (_, index) => `v${index}`);
  const chain = values.map(
    (name, index) => [name, { properties: { next: { $ref: `#/definitions/v${index + 1}` } } }] as const,
  );
  const definitions: Record<string, Schema> = { ...Object.fromEntries(chain), [`v${size}`]: text };
  const connector = oneSchema(
    { properties: { of: { enum: values }, chain: { $ref: '#/definitions/v0' } } },
    { definitions },
  );
  const measured = strength(
    connector,
    answers(...values.slice(0, 100).map((of) => ({ of, chain: { next: {} } }))),
    'response',
  );
  expect(measured).toMatchObject({ mutants: 3 * size + 9, killed: 107 });
  expect(measured.survivors.at(-2)?.message).toBe('Nothing recorded has chain.next.next (GetThing 200).');
});
