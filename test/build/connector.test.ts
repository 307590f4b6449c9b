import SwaggerParser from '@apidevtools/swagger-parser';
import type { Infer } from '../../src/openapi/infer.js';
import { action } from '../../src/build/operation.js';
import { any } from '../../src/build/compose.js';
import { array } from '../../src/build/array.js';
import { connector, type ConnectorOptions } from '../../src/build/connector.js';
import { define } from '../../src/build/define.js';
import { dynamicValues } from '../../src/build/dynamic.js';
import { inBody } from '../../src/build/body.js';
import { object } from '../../src/build/object.js';
import { response } from '../../src/build/response.js';
import { string } from '../../src/build/string.js';
import { ListQueues, tickets, type Ticket, type OpenTicket } from './example.js';
import type { Named } from '../../src/openapi/infer.js';
import type { Connector } from '../../src/definition/connector.js';
import type { Schema } from '../../src/openapi/types.js';
import { readFileSync } from 'node:fs';

const golden = JSON.parse(readFileSync('test/build/example.json', 'utf8')) as Connector; // what it must be

const words = { method: 'get', summary: 'Get', description: 'Gets.' } as const;
const about = {
  name: 'a',
  title: 'A',
  description: 'A.',
  version: '1.0.0',
  host: 'a.example',
  security: 'none',
} as const;
const get = (operationId: string, schema: Schema, path: '/a' | '/b' = '/a') =>
  action({ ...words, operationId, path, responses: { 200: response('It.', schema) } });
const built = (...operations: ConnectorOptions['operations']) => connector({ ...about, operations }).definition;

describe('the example', () => {
  test('is exactly this', () => {
    expect(JSON.parse(JSON.stringify(tickets))).toEqual(golden);
  });

  test('is valid for a parser that others wrote', async () => {
    const copy = structuredClone(golden.definition);
    await expect(SwaggerParser.validate(copy as never)).resolves.toBeDefined(); // its type wants mutable enums
  });

  test('has typed values', () => {
    const ticket: Ticket = { id: 1, priority: 'high', assignee: null, labels: ['a'] };
    const body: Infer<(typeof OpenTicket)['operation']['parameters'][3]['schema']> = { subject: 'a' };
    // @ts-expect-error not in the enum
    const wrong: Ticket = { priority: 'middle' };
    expect([ticket, body, wrong]).toHaveLength(3);
  });
});

describe('definitions', () => {
  interface Tree {
    readonly left?: Tree;
    readonly names?: readonly string[];
  }
  const Name = define('Name', string());
  const Tree: Named<'Tree', Tree> = define('Tree', () => object({ left: Tree, names: array(Name) }));

  test('are collected from everywhere, those inside others too', () => {
    const nested = object({ list: array(object({ tree: Tree })) });
    const operation = action({
      ...words,
      method: 'post',
      operationId: 'Post',
      path: '/a',
      parameters: [inBody(nested)],
      responses: { 200: response('It.', any()) },
    });
    expect(built(operation).definitions).toEqual({
      Tree: {
        type: 'object',
        properties: {
          left: { $ref: '#/definitions/Tree' },
          names: { type: 'array', items: { $ref: '#/definitions/Name' } },
        },
      },
      Name: { type: 'string' },
    });
  });

  test('are absent where nothing is named', () => {
    expect(Object.keys(built(get('Get', any())))).not.toContain('definitions');
  });

  test('of one name and one schema are one', () => {
    const twice = [get('Get', define('Name', string())), get('List', define('Name', string()), '/b')];
    expect(built(...twice).definitions).toEqual({ Name: { type: 'string' } });
  });

  test('of a name that every object inherits', () => {
    expect(Object.keys(built(get('Get', define('__proto__', string()))).definitions ?? {})).toEqual(['__proto__']);
  });
});

describe('what the compiler cannot see', () => {
  const cases: readonly (readonly [string, () => unknown, string])[] = [
    [
      'two operations of one id',
      () => built(get('Get', any()), get('GET', any(), '/b')),
      'Two operations are called "GET".',
    ],
    [
      'two operations at one place',
      () => built(get('Get', any()), get('List', any())),
      '"List" and another operation are both GET /a.',
    ],
    [
      'two schemas of one name',
      () => built(get('Get', define('X', string())), get('List', define('X', any()), '/b')),
      'Two different schemas are defined as "X".',
    ],
    [
      'a reference written by hand',
      () => built(get('Get', { $ref: '#/definitions/X' })),
      '"#/definitions/X" leads nowhere: use the value that define() gave.',
    ],
    [
      'a dynamic call of an operation that is left out',
      () =>
        built(
          get(
            'Get',
            define(
              'X',
              string({ dynamic: dynamicValues(ListQueues, { collection: 'queues', value: 'id', title: 'id' }) }),
            ),
          ),
        ),
      'An x-ms-dynamic-values calls "ListQueues", which is not among the operations of the connector.',
    ],
    [
      'a connection parameter of the security',
      () =>
        connector({
          ...about,
          operations: [],
          security: {
            name: 'k',
            scheme: { type: 'basic' },
            scopes: [],
            connectionParameters: { k: { type: 'string' } },
          },
          connectionParameters: { k: { type: 'string' } },
        }),
      'The security already asks for the connection parameter "k".',
    ],
    [
      'a name with a slash',
      () => define('a/b', string()),
      '"a/b" cannot name a definition: use letters, digits, ".", "_" and "-".',
    ],
  ];
  test.each(cases)('%s', (_, build, message) => {
    expect(build).toThrow(new Error(message));
  });
});

test('what is only sometimes there', () => {
  const made = connector({
    ...about,
    operations: [],
    tags: [{ name: 't' }],
    info: { license: { name: 'MIT' }, 'x-ms-keywords': ['a'] },
    extensions: { 'x-ms-capabilities': { testConnection: { operationId: 'Get' } } },
    openHost: true,
    apiVersion: '2024-05-01',
    capabilities: ['gateway'],
  });
  expect(made).toEqual({
    name: 'a',
    definition: {
      swagger: '2.0',
      info: { title: 'A', description: 'A.', version: '1.0.0', license: { name: 'MIT' }, 'x-ms-keywords': ['a'] },
      host: 'a.example',
      basePath: '/',
      schemes: ['https'],
      consumes: ['application/json'],
      produces: ['application/json'],
      paths: {},
      security: [],
      tags: [{ name: 't' }],
      'x-ms-capabilities': { testConnection: { operationId: 'Get' } },
    },
    properties: { properties: { connectionParameters: {}, capabilities: ['gateway'] } },
    contract: { formatVersion: 1, openHost: true, apiVersion: '2024-05-01', operations: {} },
  });
});
