import type { Json, JsonObject } from '../../../src/core/json.js';
import { budget } from '../../../src/engine/data/guarded.js';
import { compileSchema } from '../../../src/engine/data/schema/compile.js';
import { schemaErrors } from '../../../src/engine/data/schema/validate.js';

function errorsOf(value: Json, schema: Json): readonly JsonObject[] {
  const compiled = compileSchema(schema, budget());
  if ('problem' in compiled) throw new Error(compiled.problem);
  return schemaErrors(value, compiled, budget()) as readonly JsonObject[]; // all of them are objects
}

const childrenOf = (error: JsonObject | undefined) => (error?.['childErrors'] ?? []) as readonly JsonObject[]; // all of them are objects
const messages = (value: Json, schema: Json) => errorsOf(value, schema).map((error) => error['message']);

test('all that is said of an error', () => {
  const schema = { properties: { rows: { items: { properties: { n: { type: 'integer' } } } } } };
  expect(errorsOf({ rows: [{ n: 1 }, { n: 'x' }] }, schema)).toEqual([
    {
      message: 'Invalid type. Expected Integer but got String.',
      lineNumber: 0,
      linePosition: 0,
      path: 'rows[1].n',
      value: 'x',
      schemaId: '#/properties/rows/items/properties/n',
      errorType: 'type',
      childErrors: [],
    },
  ]);
});

describe('types', () => {
  test.each<[Json, Json, string]>([
    [1, 'string', 'Expected String but got Integer.'],
    [9007199254740993n, 'string', 'Expected String but got Integer.'],
    [1.5, ['null', 'integer'], 'Expected Integer, Null but got Number.'],
    ['1', ['array', 'number', 'object'], 'Expected Number, Object, Array but got String.'],
    [null, ['boolean', 'string'], 'Expected String, Boolean but got Null.'],
    [{}, 'array', 'Expected Array but got Object.'],
    [[], 'object', 'Expected Object but got Array.'],
    [false, 'null', 'Expected Null but got Boolean.'],
  ])('%j is no %j', (value, type, message) => {
    expect(messages(value, { type })).toEqual([`Invalid type. ${message}`]);
  });

  test.each<[Json, Json]>([
    [1, 'number'],
    [1e300, 'integer'],
    [2n ** 70n, 'integer'],
    [null, ['string', 'null']],
    [{}, []],
    [1, null],
  ])('%p may be %j', (value, type) => {
    expect(messages(value, { type })).toEqual([]);
  });
});

describe('what one keyword says', () => {
  test.each<[string, Json, JsonObject, string[]]>([
    ['maxLength', 'abc', { maxLength: 2 }, ["String 'abc' exceeds maximum length of 2."]],
    ['minLength', 'abc', { minLength: 4 }, ["String 'abc' is less than minimum length of 4."]],
    ['lengths count text elements', '😀e\u0301', { minLength: 2, maxLength: 2 }, []],
    ['maximum', 3, { maximum: 2 }, ['Integer 3 exceeds maximum value of 2.']],
    ['maximum, float', 2.5, { maximum: 2 }, ['Float 2.5 exceeds maximum value of 2.']],
    ['maximum itself', 2, { maximum: 2 }, []],
    ['minimum', -1, { minimum: 0.5 }, ['Integer -1 is less than minimum value of 0.5.']],
    [
      'minimum, bigint',
      9007199254740993n,
      { minimum: 9007199254740994n },
      ['Integer 9007199254740993 is less than minimum value of 9007199254740994.'],
    ],
    [
      'exclusive, draft 4',
      2,
      { maximum: 2, exclusiveMaximum: true },
      ['Integer 2 equals maximum value of 2 and exclusive maximum is true.'],
    ],
    [
      'exclusive, draft 6',
      2,
      { exclusiveMinimum: 2 },
      ['Integer 2 equals minimum value of 2 and exclusive minimum is true.'],
    ],
    ['multipleOf', 7, { multipleOf: 2 }, ['Integer 7 is not a multiple of 2.']],
    ['multipleOf, float', 0.35, { multipleOf: 0.1 }, ['Float 0.35 is not a multiple of 0.1.']],
    ['multipleOf within rounding', 0.3, { multipleOf: 0.1 }, []],
    ['multipleOf 0', 7, { multipleOf: 0 }, []],
    ['enum', { b: 1, a: [1.5] }, { enum: [1, { a: [2] }] }, ['Value {"b":1,"a":[1.5]} is not defined in enum.']],
    ['enum, keys in another order', { b: 1, a: 2 }, { enum: [{ a: 2, b: 1 }] }, []],
    ['enum, type', '1', { enum: [1, true] }, ['Value "1" is not defined in enum.']],
    ['const', null, { const: 0 }, ['Value null does not match const.']],
    ['const null', null, { const: null }, []],
    ['required', { a: 1 }, { required: ['b', 'a', 'c'] }, ['Required properties are missing from object: b, c.']],
    ['maxProperties', { a: 1, b: 2 }, { maxProperties: 1 }, ['Object property count 2 exceeds maximum count of 1.']],
    ['minProperties', {}, { minProperties: 1 }, ['Object property count 0 is less than minimum count of 1.']],
    ['maxItems', [1, 2], { maxItems: 1 }, ['Array item count 2 exceeds maximum count of 1.']],
    ['minItems', [], { minItems: 1 }, ['Array item count 0 is less than minimum count of 1.']],
    [
      'uniqueItems',
      [1, '1', 1, { a: 1 }, { a: 1 }],
      { uniqueItems: true },
      ['Non-unique array item at index 2.', 'Non-unique array item at index 4.'],
    ],
    ['contains', [1, 2], { contains: { type: 'string' } }, ['No items match contains.']],
    ['propertyNames', { ab: 1 }, { propertyNames: { maxLength: 1 } }, ["String 'ab' exceeds maximum length of 1."]],
    [
      'additionalProperties',
      { a: 1, b: 2 },
      { properties: { a: {} }, additionalProperties: false },
      ["Property 'b' has not been defined and the schema does not allow additional properties."],
    ],
    [
      'additionalProperties, a schema',
      { a: 1, b: 2 },
      { properties: { a: {} }, additionalProperties: { type: 'null' } },
      ['Invalid type. Expected Null but got Integer.'],
    ],
    [
      'additionalItems',
      [1, 2],
      { items: [{}], additionalItems: false },
      ['Index 2 has not been defined and the schema does not allow additional items.'],
    ],
    [
      'additionalItems, a schema',
      [1, 2],
      { items: [{}], additionalItems: { type: 'null' } },
      ['Invalid type. Expected Null but got Integer.'],
    ],
    ['additionalItems without a list', [1, 2], { items: {}, additionalItems: false }, []],
    [
      'dependencies, keys',
      { a: 1 },
      { dependencies: { a: ['b', 'a'], c: ['d'] } },
      ["Dependencies for property 'a' failed. Missing required keys: b."],
    ],
    [
      'dependencies, a schema',
      { a: 1 },
      { dependencies: { a: { required: ['b'] } } },
      ["Dependencies for property 'a' failed."],
    ],
    ['not', 1, { not: {} }, ["JSON is valid against schema from 'not'."]],
    [
      'then',
      1,
      JSON.parse('{"if":{"type":"integer"},"then":{"minimum":2},"else":false}'),
      ["JSON does not match schema from 'then'."],
    ],
    [
      'else',
      'x',
      JSON.parse('{"if":{"type":"integer"},"then":false,"else":{"maxLength":0}}'),
      ["JSON does not match schema from 'else'."],
    ],
    ['false', 1, { properties: {}, allOf: [true] }, []],
    [
      'unknown keywords and wrong types',
      { a: 1 },
      {
        title: 1,
        foo: {},
        properties: 1,
        items: 'x',
        enum: [],
        required: 'a',
        minLength: 'x',
        allOf: {},
        dependencies: [],
        anyOf: [],
      },
      [],
    ],
    ['keywords of other kinds', 1, { maxLength: 0, required: ['a'], minItems: 9, format: 'date' }, []],
    [
      'keys that every object has',
      {},
      { required: ['toString', '__proto__'] },
      ['Required properties are missing from object: toString, __proto__.'],
    ],
  ])('%s', (_name, value, schema, expected) => {
    expect(messages(value, schema)).toEqual(expected);
  });

  test.each<[string, Json, JsonObject]>([
    ['anyOf, one', 1, { anyOf: [false, { type: 'integer' }, false] }],
    ['oneOf, one', 1, { oneOf: [false, true, false] }],
    ['allOf', 1, { allOf: [true, { type: 'integer' }] }],
    ['not', 1, { not: { type: 'string' } }],
    ['none', 1, { allOf: [], anyOf: [], oneOf: [] }],
    [
      'a property that may be anything',
      { a: 1, b: 2 },
      { properties: { a: true, b: 'x' }, additionalProperties: false },
    ],
    ['an item that may be anything', [1, 2], { items: [true, { type: 'integer' }], additionalItems: false }],
    ['contains, one', ['x', 1], { contains: { type: 'integer' } }],
    ['dependencies on what is not there', { b: 1 }, { dependencies: { a: ['c'], d: false } }],
  ])('%s takes it', (_name, value, schema) => {
    expect(messages(value, schema)).toEqual([]);
  });

  test('false takes nothing', () => {
    expect(messages([1], { items: false })).toEqual(['Schema always fails validation.']);
  });
});

describe('the value that an error shows', () => {
  test.each<[string, Json, JsonObject, Json | undefined]>([
    ['type of an array', [], { type: 'string' }, undefined],
    ['type of null', null, { type: 'string' }, undefined],
    ['enum of an object', { a: 1 }, { enum: [1] }, undefined],
    ['const', 'x', { const: 1 }, 'x'],
    ['required', {}, { required: ['a'] }, ['a']],
    ['count', [], { minItems: 1 }, 0],
    ['additionalProperties', { a: 1 }, { additionalProperties: false }, 'a'],
    ['uniqueItems', [[1], [1]], { uniqueItems: true }, [1]],
    ['dependencies, keys', { a: 1 }, { dependencies: { a: ['b'] } }, 'a'],
    ['allOf', 1, { allOf: [false] }, undefined],
  ])('%s', (_name, value, schema, shown) => {
    expect(errorsOf(value, schema).map((error) => error['value'])).toEqual([shown]);
  });
});

describe('the order of errors', () => {
  test('of a text', () => {
    const schema = { format: 'date', enum: [1], const: 2, maxLength: 0, minLength: 9, anyOf: [false], allOf: [false] };
    expect(errorsOf('x', schema).map((error) => error['errorType'])).toEqual([
      'maxLength',
      'minLength',
      'format',
      'enum',
      'const',
      'allOf',
      'anyOf',
    ]);
  });

  test('of an object', () => {
    const schema = {
      type: 'array',
      enum: [1],
      required: ['z'],
      minProperties: 9,
      allOf: [false],
      not: {},
      oneOf: [false],
      dependencies: { a: ['y'], b: { required: ['x'] } },
      properties: { b: { type: 'null' } },
      additionalProperties: false,
    };
    expect(errorsOf({ a: 1, b: 2 }, schema).map(({ errorType, path }) => `${errorType} ${path}`)).toEqual([
      'type ',
      'additionalProperties a',
      'type b',
      'enum ',
      'allOf ',
      'oneOf ',
      'not ',
      'dependencies ',
      'required ',
      'minProperties ',
      'dependencies ',
    ]);
  });

  test('of an array', () => {
    const schema = { type: 'null', items: { type: 'null' }, uniqueItems: true, const: 1, allOf: [false], minItems: 9 };
    expect(errorsOf([1, 1], schema).map(({ errorType, path }) => `${errorType} ${path}`)).toEqual([
      'type ',
      'type [0]',
      'type [1]',
      'uniqueItems [1]',
      'const ',
      'allOf ',
      'minItems ',
    ]);
  });

  test('of a number of a wrong type nothing else is said', () => {
    const schema = { type: 'string', enum: ['a'], allOf: [false], maximum: 0 };
    expect(errorsOf(1, schema).map((error) => error['errorType'])).toEqual(['type']);
  });
});

describe('what schemas are combined of', () => {
  const typed = [{ type: 'integer' }, { type: 'number' }, { type: 'null' }];

  test.each<[string, Json, JsonObject, string, string[]]>([
    [
      'allOf',
      'x',
      { allOf: typed },
      "JSON does not match all schemas from 'allOf'. Invalid schema indexes: 0, 1, 2.",
      ['2', '1', '0'],
    ],
    [
      'allOf, some',
      1.5,
      { allOf: typed },
      "JSON does not match all schemas from 'allOf'. Invalid schema indexes: 0, 2.",
      ['2', '0'],
    ],
    ['anyOf', 'x', { anyOf: typed }, "JSON does not match any schemas from 'anyOf'.", ['2', '1', '0']],
    ['oneOf, none', 'x', { oneOf: typed }, "JSON is valid against no schemas from 'oneOf'.", ['2', '1', '0']],
    [
      'oneOf, several',
      1,
      { oneOf: typed },
      "JSON is valid against more than one schema from 'oneOf'. Valid schema indexes: 0, 1.",
      ['2'],
    ],
  ])('%s', (name, value, schema, message, children) => {
    const [error, ...others] = errorsOf(value, schema);
    expect(others).toEqual([]);
    expect(error?.['message']).toBe(message);
    const ids = childrenOf(error).map((one) => one['schemaId']);
    expect(ids).toEqual(children.map((index) => `#/${name.split(',')[0]}/${index}`));
  });

  test('nested', () => {
    const [error] = errorsOf({ a: 1 }, { anyOf: [{ properties: { a: { allOf: [{ type: 'null' }] } } }] });
    const [inner] = childrenOf(error);
    const [innermost] = childrenOf(inner);
    expect([inner?.['path'], innermost?.['path'], innermost?.['schemaId']]).toEqual([
      'a',
      'a',
      '#/anyOf/0/properties/a/allOf/0',
    ]);
  });
});

describe('references', () => {
  const definitions = {
    text: { type: 'string' },
    'a/b c': { type: 'null' },
    list: { items: { $ref: '#/definitions/list' }, type: 'array' },
  };

  test.each<[string, Json, string, string[]]>([
    ['a definition', 1, '#/definitions/text', ['#/definitions/text']],
    ['escaped', 1, '#/definitions/a~1b%20c', ['#/definitions/a~1b%20c']],
    ['in a circle', [[], [[1]]], '#/definitions/list', ['#/definitions/list']],
  ])('%s', (_name, value, reference, ids) => {
    const schema = { definitions, allOf: [{ $ref: reference, type: 'boolean' }] };
    const children = errorsOf(value, schema).flatMap(childrenOf);
    expect(children.map((error) => error['schemaId'])).toEqual(ids);
  });

  test('to itself', () => {
    expect(messages(1, { $ref: '#' })).toEqual([]);
    expect(
      messages(1, {
        definitions: { a: { $ref: '#/definitions/b' }, b: { $ref: '#/definitions/a' } },
        $ref: '#/definitions/a',
      }),
    ).toEqual([]);
    expect(messages(1, { allOf: [{ $ref: '#' }, { type: 'null' }] })).toEqual([
      "JSON does not match all schemas from 'allOf'. Invalid schema indexes: 1.",
    ]);
  });

  test.each<[Json, string]>([
    [{ $ref: '#/definitions/no' }, "Could not resolve schema reference '#/definitions/no'."],
    [
      { properties: { a: { $ref: 'https://example.com/s' } } },
      "Could not resolve schema reference 'https://example.com/s'.",
    ],
    [{ $ref: '#/%' }, "Could not resolve schema reference '#/%'."],
    [{ items: { type: 'date' } }, 'Invalid JSON schema type: date.'],
  ])('%j cannot be read', (schema, problem) => {
    expect(compileSchema(schema, budget())).toEqual({ problem });
  });
});

describe('formats', () => {
  test.each<[string, string[], string[]]>([
    ['date', ['2024-02-29', '0001-01-01'], ['2023-02-29', '2024-13-01', '2024-1-1', '2024-01-00', '0000-01-01', 'x']],
    ['time', ['23:59:59', '00:00:00.1234567Z', '10:00:00+02:00'], ['24:00:00', '10:60:00', '10:00', '']],
    [
      'date-time',
      ['2024-02-29T10:00:00', '2024-01-01T00:00:00.5Z', '2024-01-01T00:00:00-05:30'],
      ['2024-01-01', '2024-01-01 00:00:00Z', '2023-02-29T00:00:00Z', '2024-01-01T24:00:00Z'],
    ],
    ['ipv4', ['0.0.0.0', '255.255.255.255'], ['256.0.0.1', '1.2.3', '1.2.3.4.5', '1.2.3.a', '']],
    ['ip-address', ['10.0.0.1'], ['10.0.0']],
    ['ipv6', ['::1', '2001:db8::1', '::ffff:1.2.3.4'], [':::', '1.2.3.4', 'g::1', '1:2:3:4:5:6:7:8:9']],
    [
      'hostname',
      ['example.com', 'a', 'ab', 'a0', 'a-b.c.', '1.2'],
      ['-a', 'a-', 'a..b', 'a_b', '', 'a'.repeat(64), `${'a.'.repeat(200)}a`],
    ],
    ['email', ['a@b', 'a.b+c@d.e'], ['a', '@b', 'a@', 'a@b@c', 'a b@c']],
    [
      'uri',
      ['https://example.com/a?b#c', 'urn:a:b', 'mailto:a@b'],
      ['/a', 'a/b', 'https://example.com/a b', 'http://'],
    ],
    ['anything', ['', 'x'], []],
  ])('%s', (format, valid, invalid) => {
    expect(valid.filter((text) => messages(text, { format }).length > 0)).toEqual([]);
    expect(invalid.filter((text) => messages(text, { format }).length === 0)).toEqual([]);
  });

  test('the message', () => {
    expect(messages('x', { format: 'date' })).toEqual(["String 'x' does not validate against format 'date'."]);
  });
});

describe('bounds', () => {
  test('schemas that lead to one another', () => {
    const definitions = Object.fromEntries(
      Array.from({ length: 2000 }, (_, index) => [`d${index}`, { allOf: [{ $ref: `#/definitions/d${index + 1}` }] }]),
    );
    const schema = { definitions: { ...definitions, d2000: {} }, $ref: '#/definitions/d0' };
    expect(() => errorsOf(1, schema)).toThrow('More than 1000 schemas lead to one another.');
  });

  test('long texts and paths are cut in messages', () => {
    expect(messages('x'.repeat(1000), { maxLength: 1 })).toEqual([
      `String '${'x'.repeat(59)}…' exceeds maximum length of 1.`,
    ]);
  });
});
