import type { Json, JsonObject } from '../../src/core/json.js';
import { readDefinition } from '../../src/openapi/structure.js';

const base = { swagger: '2.0', info: { title: 'Messages', version: '1.0' }, paths: {} };

function read(value: Json) {
  const locate = () => ({ line: 1, column: 1 });
  return readDefinition({ file: 'd.json', value, findings: [], locate });
}

function found(value: Json): string[] {
  return read(value).findings.map(({ code, pointer }) => `${code} ${pointer}`);
}

/** A definition with one operation. */
function operation(changes: JsonObject): JsonObject {
  return { ...base, paths: { '/a': { get: { responses: { '200': { description: 'OK' } }, ...changes } } } };
}

function schema(value: Json): JsonObject {
  return { ...base, definitions: { A: value } };
}

/** A schema of arrays, `levels` deep. */
function nested(levels: number): Json {
  let value: Json = { type: 'string' };
  for (let level = 0; level < levels; level += 1) value = { type: 'array', items: value };
  return value;
}

describe('what is reported', () => {
  const get = '/paths/~1a/get';
  test.each<[string, Json, string[]]>([
    ['a sound definition', base, []],
    ['no object', [], ['definition-not-swagger-2 ']],
    ['no version', { paths: {} }, ['definition-not-swagger-2 ']],
    ['a version that is a number', { ...base, swagger: 2 }, ['definition-not-swagger-2 /swagger']],
    ['OpenAPI 3', { openapi: '3.1.0', paths: {} }, ['definition-not-swagger-2 /openapi']],
    ['paths that are a list', { ...base, paths: [] }, ['definition-shape /paths']],
    ['no paths, no info', { swagger: '2.0' }, ['definition-missing-key ', 'definition-missing-key ']],
    ['a version number', { ...base, info: { title: 'A', version: 1 } }, ['definition-shape /info/version']],
    ['a path without a slash', { ...base, paths: { a: {} } }, ['path-without-slash /paths/a']],
    ['an extension of paths', { ...base, paths: { 'x-a': 5 } }, []],
    ['a path item that is null', { ...base, paths: { '/a': null } }, ['definition-shape /paths/~1a']],
    [
      'a path item that is a reference',
      { ...base, paths: { '/a': { $ref: '#/paths/~1b' } } },
      ['ref-misplaced /paths/~1a/$ref'],
    ],
    [
      'a shared parameter that is a reference',
      { ...base, parameters: { A: { $ref: '#/parameters/B' } } },
      ['ref-misplaced /parameters/A/$ref'],
    ],
    [
      'properties that are a reference',
      schema({ properties: { $ref: '#/definitions/B' } }),
      ['ref-misplaced /definitions/A/properties/$ref'],
    ],
    ['a property named $ref', schema({ properties: { $ref: { type: 'string' } } }), []],
    ['a reference that is no text', schema({ $ref: 5 }), ['definition-shape /definitions/A/$ref']],
    ['parameters that are an object', operation({ parameters: {} }), [`definition-shape ${get}/parameters`]],
    ['a parameter that is a text', operation({ parameters: ['a'] }), [`definition-shape ${get}/parameters/0`]],
    [
      'a parameter without place',
      operation({ parameters: [{ name: 'a' }] }),
      [`definition-missing-key ${get}/parameters/0`],
    ],
    [
      'a parameter in a cookie',
      operation({ parameters: [{ name: 'a', in: 'cookie' }] }),
      [`definition-value ${get}/parameters/0/in`],
    ],
    [
      'a parameter without type',
      operation({ parameters: [{ name: 'a', in: 'query' }] }),
      [`definition-missing-key ${get}/parameters/0`],
    ],
    [
      'a body without schema',
      operation({ parameters: [{ name: 'a', in: 'body' }] }),
      [`definition-missing-key ${get}/parameters/0`],
    ],
    [
      'a body with a type',
      operation({ parameters: [{ name: 'a', in: 'body', schema: {}, type: 'string' }] }),
      [`definition-unknown-key ${get}/parameters/0/type`],
    ],
    [
      'an object in a query',
      operation({ parameters: [{ name: 'a', in: 'query', type: 'object' }] }),
      [`definition-value ${get}/parameters/0/type`],
    ],
    ['a file in a form', operation({ parameters: [{ name: 'a', in: 'formData', type: 'file' }] }), []],
    [
      'a file in a query',
      operation({ parameters: [{ name: 'a', in: 'query', type: 'file' }] }),
      [`definition-value ${get}/parameters/0/type`],
    ],
    [
      'multi in a header',
      operation({ parameters: [{ name: 'a', in: 'header', type: 'array', collectionFormat: 'multi' }] }),
      [`definition-value ${get}/parameters/0/collectionFormat`],
    ],
    [
      'an unknown key beside a reference',
      operation({ parameters: [{ $ref: '#/parameters/A', nope: 1 }] }),
      [`definition-unknown-key ${get}/parameters/0/nope`],
    ],
    ['a known key beside a reference', operation({ parameters: [{ $ref: '#/parameters/A', required: true }] }), []],
    [
      'a reference to a response that is no text',
      operation({ responses: { '200': { $ref: 5 } } }),
      [`definition-shape ${get}/responses/200/$ref`],
    ],
    [
      'a range of statuses',
      operation({ responses: { '2XX': { description: 'OK' } } }),
      [`response-status ${get}/responses/2XX`],
    ],
    [
      'a status out of range',
      operation({ responses: { '600': { description: 'OK' } } }),
      [`response-status ${get}/responses/600`],
    ],
    [
      'a response without description',
      operation({ responses: { '200': {} } }),
      [`definition-missing-key ${get}/responses/200`],
    ],
    ['a file as answer', operation({ responses: { '200': { description: 'OK', schema: { type: 'file' } } } }), []],
    [
      'a file as answer with items',
      operation({ responses: { '200': { description: 'OK', schema: { type: 'file', items: {} } } } }),
      [`definition-unknown-key ${get}/responses/200/schema/items`],
    ],
    ['a file in a definition', schema({ type: 'file' }), ['definition-value /definitions/A/type']],
    ['a list of types', schema({ type: ['string', 'null'] }), ['definition-shape /definitions/A/type']],
    [
      'a required that is a boolean',
      schema({ type: 'string', required: true }),
      ['definition-shape /definitions/A/required'],
    ],
    [
      'lists that are empty',
      schema({ required: [], enum: [], allOf: [] }),
      ['required', 'enum', 'allOf'].map((key) => `definition-empty-list /definitions/A/${key}`),
    ],
    [
      'equal values',
      schema({ enum: [1, { a: 1, b: 2 }, { b: 2, a: 1 }, '1', 1] }),
      ['definition-repeated-item /definitions/A/enum/2', 'definition-repeated-item /definitions/A/enum/4'],
    ],
    [
      'bounds',
      schema({ maxLength: 1.5, minItems: -1, multipleOf: 0, maximum: '5' }),
      [
        'value /definitions/A/maxLength',
        'value /definitions/A/minItems',
        'value /definitions/A/multipleOf',
        'shape /definitions/A/maximum',
      ].map((end) => `definition-${end}`),
    ],
    ['large bounds', schema({ maximum: 9223372036854775807n, maxLength: 2n }), []],
    ['a schema of OpenAPI 3', schema({ oneOf: [] }), ['definition-unknown-key /definitions/A/oneOf']],
    [
      'additional properties',
      schema({ additionalProperties: 'no' }),
      ['definition-shape /definitions/A/additionalProperties'],
    ],
    [
      'an incomplete scheme',
      { ...base, securityDefinitions: { a: { type: 'oauth2', flow: 'implicit' } } },
      ['definition-missing-key /securityDefinitions/a'],
    ],
    [
      'a scheme of OpenAPI 3',
      { ...base, securityDefinitions: { a: { type: 'http' } } },
      ['definition-value /securityDefinitions/a/type'],
    ],
    [
      'an example that looks like a reference',
      operation({ responses: { '200': { description: 'OK', examples: { $ref: 'a' } } } }),
      [],
    ],
    ['data, whatever it holds', schema({ default: { $ref: 5 }, example: [[]], 'x-a': { type: 5 } }), []],
  ])('%s', (_, value, want) => {
    expect(found(value)).toEqual(want);
  });

  test('names the value, what was expected and what is near', () => {
    const value = operation({
      sumary: 'A',
      deprecated: 'yes',
      responses: { '200': { description: 'OK', schema: { type: 'sting' } } },
    });
    expect(read(value).findings.map(({ message }) => message)).toEqual([
      '"type" is "sting", expected "object", "array", "string", "number", "integer", "boolean" or "null". Did you mean "string"?',
      '"sumary" is no key of an operation. Did you mean "summary"?',
      '"deprecated" is "yes", expected true or false.',
    ]);
  });
});

describe('what is given', () => {
  test('the same object where nothing is left out', () => {
    const value = operation({ nope: 1 });
    expect(read(value).definition).toBe(value);
  });

  test.each<[string, Json, Json]>([
    ['a wrong kind is left out', { ...base, host: 5, 'x-a': 1 }, { ...base, 'x-a': 1 }],
    [
      'and what is required is filled in',
      { swagger: '2.0', info: { title: 'A' }, paths: 5 },
      { swagger: '2.0', info: { title: 'A', version: '' }, paths: {} },
    ],
    [
      'an operation has responses',
      { ...base, paths: { '/a': { get: {} } } },
      { ...base, paths: { '/a': { get: { responses: {} } } } },
    ],
    [
      'a parameter of no use is left out',
      operation({ parameters: [{ in: 'query' }, { name: 'a', in: 'query', type: 'string' }] }),
      operation({ parameters: [{ name: 'a', in: 'query', type: 'string' }] }),
    ],
    [
      'scopes are there',
      { ...base, securityDefinitions: { a: { type: 'oauth2', flow: 'password', tokenUrl: 'a' } } },
      { ...base, securityDefinitions: { a: { type: 'oauth2', flow: 'password', tokenUrl: 'a', scopes: {} } } },
    ],
    ['an unknown value is left out', schema({ type: 'sting', title: 'A' }), schema({ title: 'A' })],
  ])('%s', (_, value, want) => {
    expect(read(value).definition).toEqual(want);
  });

  test('nothing of another version', () => {
    expect(read({ openapi: '3.0.0' }).definition).toBeUndefined();
  });

  test('nothing of a text that could not be read', () => {
    expect(
      readDefinition({ file: 'd', value: undefined, findings: [], locate: () => ({ line: 1, column: 1 }) }),
    ).toEqual({ definition: undefined, findings: [] });
  });

  test('the order of keys', () => {
    const value = { paths: {}, 'x-a': 1, info: { version: '1', title: 'A', contact: 5 }, swagger: '2.0' };
    expect(JSON.stringify(read(value).definition)).toBe(
      '{"paths":{},"x-a":1,"info":{"version":"1","title":"A"},"swagger":"2.0"}',
    );
  });
});

describe('hostile definitions', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

  test.each(names)('%s is a name like any other', (name) => {
    const value = JSON.parse(
      `{"swagger":"2.0","info":{"title":"A","version":"1"},"paths":{},"definitions":{"${name}":{"type":"string"}}}`,
    ) as Json;
    expect(found(value)).toEqual([]);
  });

  test.each(names)('%s is no known key', (name) => {
    const value = JSON.parse(
      `{"swagger":"2.0","info":{"title":"A","version":"1"},"paths":{},"${name}":{"swagger":"2.0"}, "host": 5}`,
    ) as Json;
    expect(found(value)).toEqual([`definition-unknown-key /${name}`, 'definition-shape /host']);
    expect(Object.keys(read(value).definition ?? {})).toEqual(['swagger', 'info', 'paths', name]);
  });

  test('deep nesting, as deep as a document can be', () => {
    expect(found(schema(nested(95)))).toEqual([]);
  });

  test('a long list is read', () => {
    expect(found(schema({ enum: Array.from({ length: 200_000 }, (_, index) => index) }))).toEqual([]);
  });
});
