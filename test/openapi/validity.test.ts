import type { Json, JsonObject } from '../../src/core/json.js';
import { readDefinition } from '../../src/openapi/structure.js';
import { definitionFindings } from '../../src/openapi/validity.js';

/** What is found in a definition whose structure is sound: code and pointer. */
function found(changes: JsonObject): string[] {
  const value = { swagger: '2.0', info: { title: 'Messages', version: '1.0' }, paths: {}, ...changes };
  const { definition, findings } = readDefinition({
    file: 'd',
    value,
    findings: [],
    locate: () => ({ line: 1, column: 1 }),
  });
  expect(findings).toEqual([]);
  return definition ? definitionFindings(definition).map(({ code, pointer }) => `${code} ${pointer}`) : [];
}

const responses = { '200': { description: 'OK' } };
const id = { name: 'id', in: 'path', required: true, type: 'string' };
const query = { name: 'id', in: 'query', type: 'string' };
const body = { name: 'body', in: 'body', schema: {} };

function path(item: Json, template = '/a/{id}'): JsonObject {
  return { paths: { [template]: item } };
}

function get(operation: JsonObject, template?: string): JsonObject {
  return path({ get: { responses, ...operation } }, template);
}

describe('addresses', () => {
  test.each([
    ['api.contoso.com', true],
    ['localhost:8080', true],
    ['127.0.0.1', true],
    ['https://api.contoso.com', false],
    ['api.contoso.com/v1', false],
    ['{region}.contoso.com', false],
    ['contoso.com:', false],
    ['', false],
  ])('host %j', (host, sound) => {
    expect(found({ host })).toEqual(sound ? [] : ['host-invalid /host']);
  });

  test('base path', () => {
    expect(found({ basePath: 'v1' })).toEqual(['base-path-invalid /basePath']);
    expect(found({ basePath: '/' })).toEqual([]);
  });
});

describe('operations', () => {
  test.each<[string, JsonObject, string[]]>([
    ['without responses', { responses: {} }, ['operation-without-responses /paths/~1a/get']],
    ['with extensions for responses', { responses: { 'x-a': 1 } }, ['operation-without-responses /paths/~1a/get']],
  ])('%s', (_, operation, want) => {
    expect(found(get(operation, '/a'))).toEqual(want);
  });

  test('an operationId is used once, an empty one does not count', () => {
    const operation = (operationId: string) => ({ operationId, responses });
    const paths = {
      '/a': { get: operation('A'), put: operation('') },
      '/b': { get: operation('A'), put: operation(''), post: operation('a') },
    };
    expect(found({ paths })).toEqual(['operation-id-repeated /paths/~1b/get/operationId']);
  });
});

describe('parameters', () => {
  const list = '/paths/~1a~1{id}/get/parameters';
  test.each<[string, JsonObject, string[]]>([
    ['all there', get({ parameters: [id] }), []],
    ['a placeholder without parameter', get({}), ['path-parameter-missing /paths/~1a~1{id}/get']],
    [
      'a parameter without placeholder',
      get({ parameters: [id] }, '/a'),
      ['path-parameter-unknown /paths/~1a/get/parameters/0'],
    ],
    [
      'a name in another case',
      get({ parameters: [{ ...id, name: 'ID' }] }),
      [`path-parameter-unknown ${list}/0`, 'path-parameter-missing /paths/~1a~1{id}/get'],
    ],
    ['one for all of a path', path({ parameters: [id], get: { responses }, put: { responses } }), []],
    [
      'a repeated placeholder',
      get({ parameters: [id] }, '/{id}/{id}'),
      ['path-placeholder-repeated /paths/~1{id}~1{id}'],
    ],
    [
      'an optional path parameter',
      get({ parameters: [{ ...id, required: false }] }),
      [`path-parameter-optional ${list}/0`],
    ],
    [
      'an optional one that nobody uses',
      { parameters: { A: { name: 'a', in: 'path', type: 'string' } } },
      ['path-parameter-optional /parameters/A'],
    ],
    ['the same twice', get({ parameters: [id, query, query] }), [`parameter-repeated ${list}/2`]],
    [
      'the same twice by reference',
      { ...get({ parameters: [id, { $ref: '#/parameters/A' }, query] }), parameters: { A: query } },
      [`parameter-repeated ${list}/2`],
    ],
    [
      'twice in a path item',
      path({ parameters: [id, id], get: { responses } }),
      ['parameter-repeated /paths/~1a~1{id}/parameters/1'],
    ],
    [
      "one that replaces the path item's",
      path({ parameters: [id, query], get: { parameters: [query], responses } }),
      [],
    ],
    [
      "a body in place of the path item's",
      path({ parameters: [id, body], get: { parameters: [body], responses } }),
      [],
    ],
    ['two bodies', get({ parameters: [id, body, { ...body, name: 'b' }] }), [`body-parameter-repeated ${list}/2`]],
    [
      'two bodies, one of the path item',
      path({ parameters: [id, body], get: { parameters: [{ ...body, name: 'b' }], responses } }),
      ['body-parameter-repeated /paths/~1a~1{id}/parameters/1'],
    ],
    [
      'a body and a form',
      get({ parameters: [id, { name: 'f', in: 'formData', type: 'string' }, body] }),
      [`body-with-form-data ${list}/1`],
    ],
    [
      'an array without items',
      get({ parameters: [id, { name: 'a', in: 'query', type: 'array' }] }),
      [`array-without-items ${list}/1`],
    ],
  ])('%s', (_, changes, want) => {
    expect(found(changes)).toEqual(want);
  });

  const file = { name: 'f', in: 'formData', type: 'file' };
  test.each<[string, JsonObject, boolean]>([
    ['multipart', { consumes: ['text/plain', 'multipart/form-data'] }, true],
    ['url-encoded', { consumes: ['application/x-www-form-urlencoded'] }, true],
    ['a kind of multipart', { consumes: ['multipart/a+form-data'] }, true],
    ['JSON', { consumes: ['application/json'] }, false],
    ['nothing', {}, false],
    ["an empty list, which replaces the definition's", { consumes: [] }, false],
  ])('a file in an operation that consumes %s', (_, operation, sound) => {
    const all = sound || 'consumes' in operation ? { consumes: ['multipart/form-data'] } : {};
    const want = sound ? [] : ['file-without-form /paths/~1a/get/parameters/0'];
    expect(found({ ...get({ parameters: [file], ...operation }, '/a'), ...all })).toEqual(want);
  });
});

describe('schemas', () => {
  const at = '/paths/~1a/get';
  const answer = (response: JsonObject) => get({ responses: { '200': { description: 'OK', ...response } } }, '/a');
  const required = { type: 'object', required: ['a', 'b'], properties: { a: {} } };
  test.each<[string, JsonObject, string[]]>([
    ['an answer', answer({ schema: { type: 'array' } }), [`array-without-items ${at}/responses/200/schema`]],
    ['a header', answer({ headers: { a: { type: 'array' } } }), [`array-without-items ${at}/responses/200/headers/a`]],
    [
      'a body',
      get({ parameters: [{ ...body, schema: { type: 'array' } }] }, '/a'),
      [`array-without-items ${at}/parameters/0/schema`],
    ],
    [
      'a shared one, once',
      {
        ...path(
          {
            get: { parameters: [{ ...body, schema: { $ref: '#/definitions/A' } }], responses },
            put: { parameters: [{ ...body, schema: { $ref: '#/definitions/A' } }], responses },
          },
          '/a',
        ),
        definitions: { A: { type: 'array' } },
      },
      ['array-without-items /definitions/A'],
    ],
    ['one inside another', answer({ schema: { type: 'object', properties: { a: { type: 'array' } } } }), []],
    [
      'a required property that is none',
      { definitions: { A: required } },
      ['required-property-undefined /definitions/A/required/1'],
    ],
    [
      'of a body',
      get({ parameters: [{ ...body, schema: required }] }, '/a'),
      [`required-property-undefined ${at}/parameters/0/schema/required/1`],
    ],
    [
      'that an included schema has',
      { definitions: { A: { ...required, allOf: [{ $ref: '#/definitions/B' }] }, B: { properties: { b: {} } } } },
      [],
    ],
    ['of an answer', answer({ schema: required }), []],
    ['of no object', { definitions: { A: { required: ['b'] } } }, []],
    [
      'in a loop',
      { definitions: { A: { type: 'object', required: ['b'], allOf: [{ $ref: '#/definitions/A' }] } } },
      ['required-property-undefined /definitions/A/required/0'],
    ],
  ])('%s', (_, changes, want) => {
    expect(found(changes)).toEqual(want);
  });
});
