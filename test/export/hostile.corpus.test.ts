import { readJson } from '../../src/core/json-read.js';
import type { Json, JsonObject } from '../../src/core/json.js';
import { readConnector } from '../../src/definition/read.js';
import { connectorsInTemplate } from '../../src/definition/in-template.js';
import { exampleValue } from '../../src/export/example-value.js';
import { exportConnector, exportFormats } from '../../src/export/formats.js';
import type { Document, Schema } from '../../src/openapi/types.js';
import { swagger } from '../emulator/ask.js';
import { wantedOf } from './connectors.js';

const source = (value: unknown) => readJson('x.json', typeof value === 'string' ? value : JSON.stringify(value));

/** The connector of documents with anything in them, as it would be exported. */
function connector(definition: object, properties: string | object = { properties: {} }) {
  const read = readConnector({
    name: 'x',
    definition: source({ ...swagger, ...definition }),
    properties: source(properties),
  });
  if (read.connector === undefined) throw new Error('no connector');
  return read.connector;
}

const itself = {
  type: 'object',
  required: ['a', 'b'],
  properties: { a: { $ref: '#/definitions/I' }, b: { $ref: '#/definitions/I' }, c: { $ref: '#/definitions/I' } },
};
const body = (schema: object) => ({
  paths: {
    '/x': {
      post: {
        operationId: 'X',
        parameters: [{ name: 'b', in: 'body', schema }],
        responses: { 200: { description: 'd', schema } },
      },
    },
  },
});
const wide = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`p${at}`, { $ref: '#/definitions/W' }]));

test.each<[string, ReturnType<typeof connector>]>([
  [
    'names that objects inherit',
    connector(
      {},
      '{ "properties": { "connectionParameters": { "__proto__": { "type": "string" }, "constructor": { "type": "securestring" }, "toString": { "type": "bool" } } } }',
    ),
  ],
  [
    'texts with marks of every language',
    connector({
      info: { title: '\'"`${a}%{b}{{c}}<d>\\[e]\u0000\u2028', description: "[concat('a')]\n'''\nEOT", version: '1' },
    }),
  ],
  [
    'names with marks',
    connector(
      {},
      {
        properties: {
          connectionParameters: { '\'"${a}': { type: 'securestring' }, '': { type: 'string' }, '🙂': { type: 'int' } },
        },
      },
    ),
  ],
  [
    'a type that requires itself twice',
    connector({ ...body({ $ref: '#/definitions/I' }), definitions: { I: itself } }),
  ],
  [
    'a type that is very wide and deep',
    connector({ ...body({ $ref: '#/definitions/W' }), definitions: { W: { type: 'object', properties: wide } } }),
  ],
  [
    'a list that wants a million items',
    connector(body({ type: 'array', minItems: 1_000_000, items: { type: 'string', minLength: 1_000_000 } })),
  ],
  [
    'a thousand parameters of one name',
    connector(
      {},
      {
        properties: {
          connectionParameters: Object.fromEntries(
            Array.from({ length: 1000 }, (_, at) => [
              '!'.repeat((at % 50) + 1) + '?'.repeat(Math.floor(at / 50)),
              { type: 'string' },
            ]),
          ),
        },
      },
    ),
  ],
])('%s: every format is made, in time', (_name, one) => {
  const begin = performance.now();
  const files = exportFormats.flatMap((format) => exportConnector(format, { wanted: wantedOf(one) }));
  expect(performance.now() - begin).toBeLessThan(3000);
  for (const { path, text } of files)
    if (path.endsWith('.json')) expect([path, readJson(path, text).findings]).toEqual([path, []]);
});

test('an example meets its schema as far as it can, and ends', () => {
  const document = { swagger: '2.0', definitions: { I: itself } } as unknown as Document;
  const of = (schema: object) => exampleValue(document, schema as Schema, { name: 'n', whole: true });
  const made: readonly (readonly [object, Json])[] = [
    [{ type: 'string' }, 'n'],
    [{ type: 'string', maxLength: 0 }, ''],
    [{ type: 'string', minLength: 3 }, 'n..'],
    [{ type: 'string', pattern: '^[0-9]+$' }, '1'],
    [{ type: 'string', format: 'date' }, '2026-01-01'],
    [{ type: 'string', enum: ['b', 'a'], default: 'a' }, 'a'],
    [{ type: 'string', enum: ['b'], default: 5 }, 'b'],
    [{ type: 'string', example: null }, 'n'],
    [{ type: 'integer', minimum: 2, exclusiveMinimum: true }, 3],
    [{ type: 'number', maximum: -1 }, -1],
    [{ type: 'boolean' }, false],
    [{ type: 'array', items: { type: 'integer' } }, [0]],
    [{ allOf: [{ properties: { a: { title: 'A' } } }, { properties: { b: { type: 'integer' } } }] }, { a: 'A', b: 0 }],
    [{}, 'n'],
  ];
  expect(made.map(([schema]) => of(schema))).toEqual(made.map(([, value]) => value));
});

test.each([
  '{}',
  '[]',
  'null',
  '{"$schema": 1}',
  '{"$schema": "deploymentTemplate.json", "resources": {"a": {"type": 1}, "b": null, "c": {"type": "Microsoft.Web/customApis"}}}',
  '{"$schema": "deploymentTemplate.json", "resources": [{"type": "Microsoft.Web/customApis", "properties": {"swagger": [1]}}]}',
])('%s holds no connector', (text) => {
  expect(connectorsInTemplate(source(text).value as JsonObject) ?? []).toEqual([]);
});
