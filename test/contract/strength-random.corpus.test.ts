import { contract } from '../../src/contract/contract.js';
import type { Direction } from '../../src/contract/matched.js';
import { strengthTest } from '../../src/contract/strength/strength.js';
import { readJson } from '../../src/core/json-read.js';
import type { Json, JsonObject } from '../../src/core/json.js';
import { writeJson } from '../../src/core/json-write.js';
import type { Connector } from '../../src/definition/connector.js';
import type { Exchange } from '../../src/http/exchange.js';
import { readSample } from '../../src/http/sample.js';
import type { Document, Schema } from '../../src/openapi/types.js';
import { brute } from './strength-mutants.js';

/* Random connectors and recordings, some right and some wrong: each fact must be noticed exactly when the mutant, really made, is. */

type Random = (below: number) => number;

/** xorshift32: the same numbers for the same seed. */
function randomOf(seed: number): Random {
  let state = Math.imul(seed, 0x9e3779b1) | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[random(items.length)]!;
}

const names = ['a', 'b', 'kind', '__proto__', 'x/y'];
const texts = ['red', 'blue', 'true', '5', ''];
const definitions = ['Base', 'Cat', 'Dog', 'Loop'];

function randomSchema(random: Random, depth: number): Schema {
  if (random(6) === 0) return { $ref: `#/definitions/${pick(random, definitions)}` };
  const kinds =
    depth === 0
      ? ['string', 'integer', 'boolean', 'number']
      : ['object', 'object', 'array', 'string', 'integer', 'allOf', 'none'];
  const nullable = random(4) === 0 ? { 'x-nullable': true } : {};
  switch (pick(random, kinds)) {
    case 'object':
      return { type: 'object', ...nullable, ...randomObject(random, depth) };
    case 'array':
      return {
        type: 'array',
        ...nullable,
        items: randomSchema(random, depth - 1),
        ...pick(random, [{}, { minItems: 1 }, { maxItems: 2 }]),
      };
    case 'string':
      return {
        type: 'string',
        ...nullable,
        ...pick<Schema>(random, [
          {},
          { enum: ['red', 'blue', 'green'] },
          { enum: ['red', null, 'red', 3] },
          { minLength: 3 },
          { maxLength: 4 },
        ]),
      };
    case 'integer':
      return {
        type: 'integer',
        ...nullable,
        ...pick<Schema>(random, [
          {},
          { minimum: 1 },
          { maximum: 5 },
          { minimum: 1, exclusiveMinimum: true },
          { enum: [1, 5] },
        ]),
      };
    case 'number':
      return { type: 'number', ...nullable, maximum: 5 };
    case 'boolean':
      return { type: 'boolean', ...nullable };
    case 'allOf':
      return { ...nullable, allOf: [randomSchema(random, depth - 1), { ...randomObject(random, depth - 1) }] };
    default:
      return {
        ...nullable,
        ...pick<Schema>(random, [{ enum: [null, 'red', 5] }, { enum: ['red'] }, {}, randomObject(random, depth)]),
      };
  }
}

function randomObject(random: Random, depth: number): Schema {
  const properties = names
    .filter(() => random(2) === 0)
    .map((name) => [name, randomSchema(random, Math.max(depth - 1, 0))] as const);
  const required = random(3) === 0 ? { required: [pick(random, names)] } : {};
  const extra = pick<Schema>(random, [
    {},
    {},
    {},
    { additionalProperties: false },
    { additionalProperties: true },
    { additionalProperties: randomSchema(random, 0) },
  ]);
  return {
    ...(properties.length > 0 && { properties: Object.fromEntries(properties) }),
    ...required,
    ...extra,
    ...pick(random, [{}, {}, {}, { minProperties: 1 }]),
  };
}

function randomValue(random: Random, depth: number): Json {
  switch (random(depth === 0 ? 4 : 7)) {
    case 0:
      return pick(random, texts);
    case 1:
      return pick(random, [1, 5, 2.5, 0]);
    case 2:
      return pick(random, [true, false]);
    case 3:
      return null;
    case 4:
      return Array.from({ length: random(3) }, () => randomValue(random, depth - 1));
    default:
      return Object.fromEntries(
        names
          .filter(() => random(2) === 0)
          .map((name) => [
            name,
            name === 'kind' ? pick<Json>(random, ['Cat', 'Dog', 'Base', 5]) : randomValue(random, depth - 1),
          ]),
      );
  }
}

/** A value that mostly satisfies a schema. */
function valueFor(random: Random, document: Document, schema: Schema, depth: number): Json {
  if (random(25) === 0) return randomValue(random, 2);
  if (schema.$ref !== undefined)
    return depth < -3
      ? null
      : valueFor(random, document, document.definitions![schema.$ref.slice('#/definitions/'.length)]!, depth - 1);
  if (schema['x-nullable'] === true && random(4) === 0) return null;
  if (schema.enum && schema.type === undefined) return pick(random, schema.enum);
  switch (schema.type) {
    case 'string':
      return schema.enum
        ? pick(random, ['red', 'blue'])
        : pick(
            random,
            ['red', 'blue', 'true', '5'].filter((text) => text.length >= (schema.minLength ?? 0)),
          );
    case 'integer':
    case 'number':
      return pick(random, [1, 5, 5, 2]);
    case 'boolean':
      return random(2) === 0;
    case 'array':
      return depth < -3
        ? []
        : Array.from({ length: random(3) }, () => valueFor(random, document, schema.items ?? {}, depth - 1));
    default:
      return depth < -4 ? {} : objectFor(random, document, schema, depth);
  }
}

function objectFor(random: Random, document: Document, schema: Schema, depth: number): Json {
  const parts = (schema.allOf ?? []).map((part) => valueFor(random, document, part, depth - 1));
  const all: Record<string, Json>[] = parts.filter(
    (part): part is Record<string, Json> => typeof part === 'object' && part !== null && !Array.isArray(part),
  );
  const own = Object.entries(schema.properties ?? {})
    .filter(([name]) => schema.required?.includes(name) === true || random(3) > 0)
    .map(([name, inner]) => [name, valueFor(random, document, inner, depth - 1)] as const);
  const more = random(8) === 0 ? [[pick(random, names), randomValue(random, 1)] as const] : [];
  const entries = [...all.flatMap((part) => Object.entries(part)), ...more, ...own];
  const kind =
    schema.discriminator !== undefined && random(2) === 0 ? [['kind', pick(random, ['Cat', 'Dog'])] as const] : [];
  return Object.fromEntries([...entries, ...kind]);
}

function randomConnector(random: Random): Connector {
  const query = pick<object>(random, [
    { name: 'q', in: 'query', type: 'string', enum: ['red', 'blue', 'true'] },
    { name: 'q', in: 'query', type: 'integer', minimum: 1, required: true },
    { name: 'q', in: 'query', type: 'array', items: { type: 'string', enum: ['red', 'blue'] }, minItems: 1 },
    { name: 'q', in: 'query', type: 'string', default: 'red', 'x-ms-visibility': 'internal' },
  ]);
  const header = { name: 'x-mode', in: 'header', type: 'boolean', required: random(2) === 0 };
  const shared = random(3) === 0 ? [{ $ref: '#/parameters/Shared' }] : [];
  const definition = {
    swagger: '2.0',
    info: { title: 'Things', version: '1' },
    host: 'api.contoso.com',
    produces: ['application/json'],
    paths: {
      '/things/{id}': {
        parameters: [{ name: 'id', in: 'path', type: 'string', required: true }, ...shared],
        post: {
          operationId: 'Post',
          parameters: [
            query,
            header,
            { name: 'body', in: 'body', required: random(2) === 0, schema: randomSchema(random, 2) },
          ],
          responses: {
            200: { description: '', schema: closed({ type: 'object', ...randomObject(random, 2) }) },
            404: { description: '', schema: randomSchema(random, 2) },
            ...(random(2) === 0 && {
              default: pick<object>(random, [
                { description: '' },
                { description: '', schema: randomSchema(random, 2) },
                { $ref: '#/responses/Any' },
              ]),
            }),
          },
        },
        get: {
          operationId: 'Get',
          parameters: shared.length > 0 && random(2) === 0 ? [{ name: 's', in: 'query', type: 'string' }] : [],
          responses: { default: { $ref: '#/responses/Any' } },
        },
      },
      ...(random(2) === 0 && {
        '/things/special': {
          get: { operationId: 'Special', responses: { 200: { description: '' }, 404: { $ref: '#/responses/Any' } } },
        },
      }),
    },
    parameters: { Shared: { name: 's', in: 'query', type: 'integer' } },
    responses: { Any: { description: '', schema: randomSchema(random, 2) } },
    definitions: {
      Base: { type: 'object', discriminator: 'kind', ...randomObject(random, 1) },
      Cat: { allOf: [{ $ref: '#/definitions/Base' }, randomObject(random, 1)] },
      Dog: { type: 'object', allOf: [{ $ref: '#/definitions/Base' }], ...randomObject(random, 1) },
      Loop: {
        type: 'object',
        'x-nullable': true,
        properties: { a: { $ref: '#/definitions/Loop' }, b: randomSchema(random, 1) },
      },
    },
  } as unknown as Document;
  const expect = pick<Schema>(random, [
    { required: ['a'] },
    { properties: { a: { minItems: 1, minProperties: 1 }, b: { type: 'string', required: ['a'] } } },
    { properties: { a: { required: ['b'], properties: { b: { enum: ['red', 1] } } } } },
  ]);
  const wider = pick<Record<string, Schema>>(random, [
    {},
    { '/a': { type: 'string' } },
    { '/a': { enum: ['red', 'blue'] }, '/*': { type: 'string' }, '/*/*': {} },
  ]);
  return {
    name: 'things',
    definition,
    properties: { properties: {} },
    contract: {
      formatVersion: 1,
      operations: {
        Post: { request: { wider }, responses: { 200: { expect, wider }, default: { expect: { type: 'object' } } } },
      },
    },
  };
}

/** Whether properties that are not declared are let pass is told by another path for an answer's root; see the report of this test. */
function closed(schema: Schema): Schema {
  const entries = Object.entries(schema).filter(([keyword]) => keyword !== 'additionalProperties');
  return Object.fromEntries(entries);
}

function randomExchange(random: Random, { definition }: Connector, index: number): readonly Exchange[] {
  const responses = definition.paths['/things/{id}']!.post!.responses;
  const body = definition.paths['/things/{id}']!.post!.parameters!.find(
    (one): one is { in: 'body'; name: string; schema: Schema } => 'schema' in one,
  )!.schema;
  const method = pick(random, ['POST', 'POST', 'POST', 'GET']);
  const status = pick(random, [200, 200, 404, 400, 503]);
  const declared = (responses[status] ?? responses['default'] ?? {}) as { schema?: Schema; $ref?: string };
  const schema =
    method === 'GET' || declared.$ref !== undefined ? definition.responses!['Any']!.schema! : declared.schema;
  const query = pick(random, ['', '?q=red', '?q=true', '?q=red,blue', '?q=1', '?q=7&s=3', '?z=1', '?s=x']);
  const sample: JsonObject = {
    request: {
      method,
      url: `https://api.contoso.com/things/${pick(random, ['7', 'special', 'red'])}${query}`,
      headers: pick<JsonObject>(random, [{}, { accept: 'any' }, { 'x-mode': 'true' }, { 'x-mode': 'maybe' }]),
      ...(random(4) > 0 && { body: valueFor(random, definition, body, 2) }),
    },
    response: {
      status,
      headers: pick<JsonObject>(random, [
        {},
        {},
        { 'content-type': 'application/json' },
        { 'content-type': 'text/html' },
      ]),
      ...(random(6) > 0 && { body: schema ? valueFor(random, definition, schema, 2) : randomValue(random, 2) }),
    },
  };
  return readSample(readJson(`${index}.json`, writeJson(sample))).exchanges;
}

/** STRENGTH_SEEDS=100 asks for more. */
const seeds = Number(process.env['STRENGTH_SEEDS'] ?? 3);

test.each([...Array(seeds).keys()])('connector %i: each fact is noticed exactly when the mutant is', (seed) => {
  const random = randomOf(seed + 1);
  const connector = randomConnector(random);
  const exchanges = Array.from({ length: 1 + random(8) }, (_, index) =>
    randomExchange(random, connector, index),
  ).flat();
  const direction = pick<Direction>(random, ['both', 'both', 'request', 'response']);
  const measured = strengthTest(connector, direction);
  contract(connector, exchanges, { direction, watch: measured.watch });
  const { survivors, mutants } = measured.result();
  const survived = new Set(survivors.map(({ kind, pointer }) => `${kind} ${pointer}`));
  const all = strengthTest(connector, direction).result().survivors;
  expect(all).toHaveLength(mutants);
  const isNoticed = brute(connector, { exchanges, direction });
  const wrong = all.filter((mutant) => isNoticed(mutant) === survived.has(`${mutant.kind} ${mutant.pointer}`));
  expect(wrong.map(({ kind, pointer }) => `${kind} ${pointer}`)).toEqual([]);
});
