/** What the builders have for definitions that exist. */
import { action } from '../../src/build/operation.js';
import { inBody } from '../../src/build/body.js';
import { connector } from '../../src/build/connector.js';
import { define } from '../../src/build/define.js';
import { integer } from '../../src/build/number.js';
import { anyObject, object } from '../../src/build/object.js';
import { inPath, inQuery } from '../../src/build/parameter.js';
import { response } from '../../src/build/response.js';
import { string } from '../../src/build/string.js';
import { plainOperation, verbatim } from '../../src/build/verbatim.js';

const about = {
  name: 'a',
  title: 'A',
  description: 'A.',
  version: '1.0.0',
  host: 'a.example',
  security: 'none',
} as const;
const answers = { 200: { description: 'All.' } };
const words = { operationId: 'Get', method: 'get', summary: 'Get', description: 'Gets.', responses: answers } as const;

test('verbatim adds, replaces and takes away', () => {
  expect([
    verbatim(string({ title: 'A' }), { format: 'datetime', 'x-own': [1] }),
    verbatim(object({}), { type: undefined }),
    verbatim(action({ ...words, path: '/a' }), { schemes: ['https'], parameters: undefined }),
  ]).toEqual([
    { type: 'string', 'x-ms-summary': 'A', format: 'datetime', 'x-own': [1] },
    { properties: {} },
    {
      method: 'get',
      path: '/a',
      operation: { operationId: 'Get', summary: 'Get', description: 'Gets.', responses: answers, schemes: ['https'] },
    },
  ]);
  expect(Object.keys(verbatim(object({}), { type: undefined }))).toEqual(['properties']);
});

test('schemas and bodies', () => {
  expect([
    anyObject({ title: 'A' }),
    string({ schemaTitle: 'A', title: 'B' }),
    inBody(string(), { name: 'Data' }),
  ]).toEqual([
    { type: 'object', 'x-ms-summary': 'A' },
    { type: 'string', title: 'A', 'x-ms-summary': 'B' },
    { name: 'Data', in: 'body', required: true, schema: { type: 'string' } },
  ]);
});

describe('a connector', () => {
  const get = action({
    ...words,
    path: '/a/{id}',
    parameters: [inPath('id', string()), inQuery('q', string()), inQuery('r', string(), { required: true })],
  });
  const bare = action({ ...words, operationId: 'Bare', path: '/b' });

  test('leaves out what says nothing', () => {
    const { paths } = connector({
      ...about,
      operations: [get, bare],
      unsaid: ['required', 'x-ms-url-encoding', 'parameters'],
    }).definition;
    expect([paths['/a/{id}']?.get?.parameters, Object.hasOwn(paths['/b']?.get ?? {}, 'parameters')]).toEqual([
      [
        { name: 'id', in: 'path', required: true, type: 'string' },
        { name: 'q', in: 'query', type: 'string' },
        { name: 'r', in: 'query', required: true, type: 'string' },
      ],
      false,
    ]);
  });

  test('has its definitions in an order, those that nobody uses too', () => {
    const Used = define('Used', object({ id: integer() }));
    const Unused = define('Unused', string());
    const read = action({ ...words, path: '/a', responses: { 200: response('All.', Used) } });
    const { definitions } = connector({
      ...about,
      operations: [read],
      definitions: { Unused, Used, 'an odd one': Used, Plain: { type: 'integer' } },
    }).definition;
    expect(Object.entries(definitions ?? {})).toEqual([
      ['Unused', { type: 'string' }],
      ['Used', { type: 'object', properties: { id: { type: 'integer' } } }],
      ['an odd one', { $ref: '#/definitions/Used' }],
      ['Plain', { type: 'integer' }],
    ]);
  });

  test('takes references that lead somewhere, and no others', () => {
    const shared = plainOperation({
      method: 'get',
      path: '/a',
      operationId: 'Get',
      parameters: [{ $ref: '#/parameters/id' }],
      responses: answers,
    });
    const parameters = { id: inQuery('id', string()) };
    const { definition } = connector({ ...about, operations: [shared], verbatim: { definition: { parameters } } });
    expect([definition.paths['/a']?.get, definition.parameters]).toEqual([shared.operation, parameters]);
    expect(() => connector({ ...about, operations: [shared] })).toThrow(
      '"#/parameters/id" leads nowhere: use the value that define() gave.',
    );
    expect(connector({ ...about, operations: [shared], unchecked: true }).definition.parameters).toBeUndefined();
  });

  test('takes what no option says in each of its files', () => {
    const made = connector({
      ...about,
      operations: [bare],
      consumes: [],
      produces: ['text/plain'],
      verbatim: {
        definition: { basePath: undefined, 'x-own': 1 },
        paths: { '/b': { 'x-path': true }, '/c': {}, 'x-paths': 'text' },
        properties: { policyTemplateInstances: [], capabilities: undefined },
        contract: { retired: { source: 'https://a.example' } },
      },
    });
    const { paths, info: _info, ...root } = made.definition;
    expect([root, Object.keys(paths), paths['/b']?.['x-path'], made.properties, made.contract]).toEqual([
      {
        swagger: '2.0',
        host: 'a.example',
        schemes: ['https'],
        consumes: [],
        produces: ['text/plain'],
        security: [],
        'x-own': 1,
      },
      ['/b', '/c', 'x-paths'],
      true,
      { properties: { connectionParameters: {}, policyTemplateInstances: [] } },
      { formatVersion: 1, operations: {}, retired: { source: 'https://a.example' } },
    ]);
  });

  test('refuses two operations of one name, unless it is unchecked', () => {
    const other = action({ ...words, path: '/c', operationId: 'BARE' });
    expect(() => connector({ ...about, operations: [bare, other] })).toThrow('Two operations are called "BARE".');
    const { paths } = connector({ ...about, operations: [bare, other], unchecked: true }).definition;
    expect(Object.keys(paths)).toEqual(['/b', '/c']);
  });
});
