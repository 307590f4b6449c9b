import type { Json } from '../../src/core/json.js';
import type { Connector } from '../../src/definition/connector.js';
import { readConnector } from '../../src/definition/read.js';
import { writeConnector } from '../../src/definition/write.js';

function connector(parts: { definition?: Json; properties?: Json; contract?: Json }): Connector {
  const source = (file: string, value: Json) => ({ file, value, findings: [], locate: () => ({ line: 1, column: 1 }) });
  const definition = parts.definition ?? { swagger: '2.0', info: { title: 'A', version: '1' }, paths: {} };
  const read = readConnector({
    name: 'mine',
    definition: source('d', definition),
    properties: source('p', parts.properties ?? { properties: {} }),
    contract: source('c', parts.contract ?? { formatVersion: 1, operations: {} }),
  });
  if (!read.connector) throw new Error('no connector');
  return read.connector;
}

/** The written files, each as one line: what counts here is the order of keys. */
function lines(given: Connector): Record<string, string> {
  return Object.fromEntries(writeConnector(given).map(({ path, text }) => [path, JSON.stringify(JSON.parse(text))]));
}

test('four spaces, a line break at the end, no contract that says nothing', () => {
  expect(writeConnector(connector({}))).toEqual([
    {
      path: 'apiDefinition.swagger.json',
      text: '{\n    "swagger": "2.0",\n    "info": {\n        "title": "A",\n        "version": "1"\n    },\n    "paths": {}\n}\n',
    },
    { path: 'apiProperties.json', text: '{\n    "properties": {}\n}\n' },
  ]);
});

test('keys in the order of the specification, names in the order of the author', () => {
  const definition = {
    'x-a': 1,
    tags: [{ description: 'T', name: 't' }],
    securityDefinitions: { z: { in: 'header', type: 'apiKey', name: 'k' }, a: { type: 'basic' } },
    definitions: {
      Z: {
        'x-ms-summary': 'Z',
        properties: { b: { description: 'B', type: 'string' }, a: {} },
        type: 'object',
        required: ['b', 'a'],
      },
      A: { $ref: '#/definitions/Z' },
    },
    paths: {
      '/z': {
        post: {
          'x-ms-visibility': 'important',
          responses: {
            default: { description: 'D' },
            '200': { schema: { items: {}, type: 'array' }, description: 'O' },
          },
          parameters: [{ schema: { title: 'B', type: 'object' }, required: true, in: 'body', name: 'body' }],
          operationId: 'Z',
          summary: 'S',
        },
        get: { responses: {} },
      },
      '/a': {},
    },
    schemes: ['https'],
    host: 'contoso.com',
    info: { version: '1', title: 'A' },
    swagger: '2.0',
  };
  expect(lines(connector({ definition }))['apiDefinition.swagger.json']).toBe(
    JSON.stringify({
      swagger: '2.0',
      info: { title: 'A', version: '1' },
      host: 'contoso.com',
      schemes: ['https'],
      paths: {
        '/z': {
          post: {
            summary: 'S',
            operationId: 'Z',
            parameters: [{ name: 'body', in: 'body', required: true, schema: { type: 'object', title: 'B' } }],
            responses: {
              '200': { description: 'O', schema: { type: 'array', items: {} } },
              default: { description: 'D' },
            },
            'x-ms-visibility': 'important',
          },
          get: { responses: {} },
        },
        '/a': {},
      },
      definitions: {
        Z: {
          type: 'object',
          required: ['b', 'a'],
          properties: { b: { type: 'string', description: 'B' }, a: {} },
          'x-ms-summary': 'Z',
        },
        A: { $ref: '#/definitions/Z' },
      },
      securityDefinitions: { z: { type: 'apiKey', name: 'k', in: 'header' }, a: { type: 'basic' } },
      tags: [{ name: 't', description: 'T' }],
      'x-a': 1,
    }),
  );
});

test('unknown keys stand between the known ones and the extensions', () => {
  const definition = { swagger: '2.0', 'x-a': 1, nope: 2, info: { title: 'A', version: '1' }, 'x-b': 3, paths: {} };
  expect(lines(connector({ definition }))['apiDefinition.swagger.json']).toBe(
    '{"swagger":"2.0","info":{"title":"A","version":"1"},"paths":{},"nope":2,"x-a":1,"x-b":3}',
  );
});

test('what is not in the tables keeps its order', () => {
  const properties = {
    properties: {
      scriptOperations: ['b', 'a'],
      publisher: 'Us',
      connectionParameters: {
        z: { uiDefinition: { description: 'D', displayName: 'Z' }, metadata: { z: 1, a: 2 }, type: 'string' },
        a: { type: 'string' },
      },
    },
  };
  expect(lines(connector({ properties }))['apiProperties.json']).toBe(
    JSON.stringify({
      properties: {
        connectionParameters: {
          z: { type: 'string', uiDefinition: { displayName: 'Z', description: 'D' }, metadata: { z: 1, a: 2 } },
          a: { type: 'string' },
        },
        publisher: 'Us',
        scriptOperations: ['b', 'a'],
      },
    }),
  );
});

test.each<[string, Json, string]>([
  [
    'an open host',
    { openHost: true, formatVersion: 1, operations: {} },
    '{"formatVersion":1,"openHost":true,"operations":{}}',
  ],
  [
    'an operation',
    { operations: { Get: { responses: {} } }, formatVersion: 1 },
    '{"formatVersion":1,"operations":{"Get":{"responses":{}}}}',
  ],
])('a contract is written for %s', (_, contract, want) => {
  expect(lines(connector({ contract }))['contract.json']).toBe(want);
});

test('a name like __proto__ is a name like any other', () => {
  const definition = JSON.parse(
    '{"swagger":"2.0","info":{"title":"A","version":"1"},"paths":{},"definitions":{"__proto__":{"title":"T","type":"string"}}}',
  ) as Json;
  const written = lines(connector({ definition }))['apiDefinition.swagger.json'];
  expect(written).toContain('"definitions":{"__proto__":{"type":"string","title":"T"}}');
});
