import type { Json } from '../../src/core/json.js';
import { readSurface } from '../../src/upstream/read-spec.js';
import type { Surface } from '../../src/upstream/surface.js';

const at = '/paths/~1things/post/requestBody/content/application~1json/schema';

/** What an OpenAPI 3.1 specification gives whose operation takes a body of this schema. */
function read(schema: Json, schemas: Json = {}): { surface: Surface; losses: string[] } {
  const { surface, losses } = readSurface(
    {
      openapi: '3.1.0',
      info: { title: 'Things', version: '1' },
      paths: {
        '/things': {
          post: { requestBody: { content: { 'application/json': { schema } } }, responses: {} },
        },
      },
      components: { schemas },
    },
    { service: 'things', file: 'things.json', operations: { make: { method: 'POST', path: '/things' } } },
  );
  return { surface, losses: losses.map(({ code, pointer }) => `${code} ${pointer.replace(at, '')}`) };
}

function shapeOf(schema: Json, schemas?: Json): unknown {
  return read(schema, schemas).surface.operations.make?.request?.shape;
}

const plain: [name: string, schema: Json, want: unknown][] = [
  ['nothing said', {}, {}],
  ['true', true, {}],
  ['a type', { type: 'string' }, { type: 'string' }],
  [
    'prose',
    { title: 'T', description: 'D', example: 1, examples: [1], externalDocs: {}, $comment: 'c', 'x-note': 1 },
    {},
  ],
  ['OpenAPI 3.0 null', { type: 'string', nullable: true }, { type: 'string', nullable: true }],
  ['OpenAPI 3.0 not null', { type: 'string', nullable: false }, { type: 'string' }],
  ['Swagger 2.0 null', { type: 'string', 'x-nullable': true }, { type: 'string', nullable: true }],
  ['a type or null', { type: ['string', 'null'] }, { type: 'string', nullable: true }],
  ['only null', { type: 'null' }, { nullable: true, enum: [] }],
  [
    'several types',
    { type: ['string', 'integer', 'null'] },
    { nullable: true, variants: [{ type: 'string' }, { type: 'integer' }] },
  ],
  ['an enum with null', { type: 'string', enum: ['a', null] }, { type: 'string', nullable: true, enum: ['a'] }],
  ['a const', { const: 'a' }, { enum: ['a'] }],
  ['an object in an enum', { enum: [{ a: 1 }] }, { enum: [{ a: 1 }] }],
  [
    'int64 bounds',
    { type: 'integer', minimum: -9223372036854775808n, maximum: 9223372036854775807n },
    { type: 'integer', minimum: -9223372036854775808n, maximum: 9223372036854775807n },
  ],
  [
    '3.0 exclusive bounds',
    { minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false },
    { minimum: 0, exclusiveMinimum: true, maximum: 9 },
  ],
  [
    '3.1 exclusive bounds',
    { exclusiveMinimum: 0, exclusiveMaximum: 9 },
    { minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: true },
  ],
  ['3.1 both lower bounds', { minimum: 5, exclusiveMinimum: 0 }, { minimum: 5 }],
  ['3.1 both upper bounds', { maximum: 5, exclusiveMaximum: 5 }, { maximum: 5, exclusiveMaximum: true }],
  [
    'lengths',
    { minLength: 1, maxLength: 2, pattern: '^a', format: 'uri' },
    { format: 'uri', minLength: 1, maxLength: 2, pattern: '^a' },
  ],
  [
    'counts',
    { minItems: 1, maxItems: 2, uniqueItems: true, minProperties: 3, maxProperties: 4, multipleOf: 0.5 },
    { multipleOf: 0.5, minItems: 1, maxItems: 2, uniqueItems: true, minProperties: 3, maxProperties: 4 },
  ],
  ['notes', { deprecated: true, readOnly: true, writeOnly: false }, { deprecated: true, readOnly: true }],
  ['a default', { type: 'number', default: 1 }, { type: 'number', default: 1 }],
  ['a null default', { type: 'integer', default: null }, { type: 'integer', default: null }],
  [
    'an object',
    { type: 'object', required: ['b'], properties: { b: { type: 'string' }, a: {} } },
    { type: 'object', required: ['b'], properties: { b: { type: 'string' }, a: {} } },
  ],
  ['nothing required', { required: [] }, {}],
  ['a closed object', { additionalProperties: false }, { additional: false }],
  ['an open object', { additionalProperties: true }, { additional: true }],
  ['a map', { additionalProperties: { type: 'integer' } }, { additional: { type: 'integer' } }],
  ['a list', { type: 'array', items: { type: 'string' } }, { type: 'array', items: { type: 'string' } }],
];

test.each(plain)('%s', (_, schema, want) => {
  const { surface, losses } = read(schema);
  expect(surface.operations.make?.request?.shape).toStrictEqual(want);
  expect(losses).toEqual([]);
});

test('names that every object inherits are names like others', () => {
  const text = '{"type":"object","properties":{"__proto__":{"type":"string"},"constructor":{"type":"integer"}}}';
  const schema = JSON.parse(text) as Json;
  expect(JSON.stringify(shapeOf({ allOf: [schema, schema] }))).toBe(text);
});

const unions: [name: string, schema: Json, want: unknown][] = [
  [
    'a value or null',
    { anyOf: [{ type: 'integer', minimum: 0 }, { type: 'null' }] },
    { type: 'integer', nullable: true, minimum: 0 },
  ],
  [
    'notes beside a union',
    { deprecated: true, anyOf: [{ type: 'string' }, { const: null }] },
    { type: 'string', nullable: true, deprecated: true },
  ],
  [
    'two types',
    { oneOf: [{ type: 'string' }, { type: 'array', items: {} }] },
    { variants: [{ type: 'string' }, { type: 'array', items: {} }] },
  ],
  [
    'a nullable branch',
    { oneOf: [{ type: 'string', nullable: true }, { type: 'integer' }], default: null },
    { nullable: true, default: null, variants: [{ type: 'string' }, { type: 'integer' }] },
  ],
  [
    'a union in a union',
    { anyOf: [{ oneOf: [{ type: 'string' }, { type: 'integer' }] }, { type: 'null' }] },
    { nullable: true, variants: [{ type: 'string' }, { type: 'integer' }] },
  ],
  [
    'known values and free text',
    { anyOf: [{ type: 'string' }, { type: 'string', enum: ['a'] }] },
    { variants: [{ type: 'string' }, { type: 'string', enum: ['a'] }] },
  ],
  ['only null branches', { anyOf: [{ type: 'null' }, { enum: [null] }] }, { nullable: true, enum: [] }],
  [
    'what all variants share',
    { type: 'object', oneOf: [{ required: ['a'] }, { required: ['b'] }] },
    { type: 'object', variants: [{ required: ['a'] }, { required: ['b'] }] },
  ],
  [
    'a type that rules variants out',
    { allOf: [{ anyOf: [{ type: 'string' }, { type: 'array', items: {} }] }], type: 'string' },
    { type: 'string' },
  ],
];

test.each(unions)('a union: %s', (_, schema, want) => {
  const { surface, losses } = read(schema);
  expect(surface.operations.make?.request?.shape).toStrictEqual(want);
  expect(losses).toEqual([]);
});

const string = { type: 'string' } as const;

const parts: [name: string, schema: Json, want: unknown][] = [
  [
    'properties and required names add up',
    { allOf: [{ required: ['a'], properties: { a: string } }], required: ['b', 'a'], properties: { b: string } },
    { required: ['a', 'b'], properties: { a: string, b: string } },
  ],
  [
    'bounds tighten',
    {
      allOf: [
        { minimum: 0, maximum: 9, minLength: 1 },
        { minimum: 2, maximum: 20, minLength: 0 },
      ],
    },
    { minimum: 2, maximum: 9, minLength: 1 },
  ],
  [
    'the tighter bound says whether it is exclusive',
    { allOf: [{ minimum: 0, exclusiveMinimum: true }, { minimum: 2 }] },
    { minimum: 2 },
  ],
  ['enums intersect', { allOf: [{ enum: ['a', 'b', 1] }, { enum: ['b', '1', 1] }] }, { enum: ['b', 1] }],
  ['an integer is a number', { allOf: [{ type: 'number' }, { type: 'integer' }] }, { type: 'integer' }],
  [
    'null beside a reference',
    { allOf: [{ type: 'string', default: 'a' }], nullable: true },
    { type: 'string', nullable: true, default: 'a' },
  ],
  [
    'the outer default wins',
    { allOf: [{ type: 'string', default: 'a' }], default: 'b' },
    { type: 'string', default: 'b' },
  ],
  [
    'maps and lists',
    {
      allOf: [
        { items: { minimum: 1 }, additionalProperties: { minimum: 1 } },
        { items: { maximum: 2 }, additionalProperties: { maximum: 2 } },
      ],
    },
    { additional: { minimum: 1, maximum: 2 }, items: { minimum: 1, maximum: 2 } },
  ],
  [
    'closed and open',
    { allOf: [{ additionalProperties: true }, { additionalProperties: false }] },
    { additional: false },
  ],
  [
    'the same property twice',
    {
      allOf: [
        { properties: { a: { properties: { b: string } } } },
        { properties: { a: { properties: { c: string } } } },
      ],
    },
    { properties: { a: { properties: { b: string, c: string } } } },
  ],
  [
    'the same union twice',
    { allOf: [{ anyOf: [string, { type: 'integer' }] }, { anyOf: [string, { type: 'integer' }] }] },
    { variants: [string, { type: 'integer' }] },
  ],
];

test.each(parts)('allOf: %s', (_, schema, want) => {
  const { surface, losses } = read(schema);
  expect(surface.operations.make?.request?.shape).toStrictEqual(want);
  expect(losses).toEqual([]);
});

const lost: [name: string, schema: Json, want: unknown, losses: string[]][] = [
  ['an unknown keyword', { maxLenght: 1 }, {}, ['upstream-keyword-unknown /maxLenght']],
  [
    'a keyword without a place',
    { not: {}, patternProperties: {}, $recursiveRef: '#' },
    {},
    ['upstream-keyword-lost /not', 'upstream-keyword-lost /patternProperties', 'upstream-keyword-lost /$recursiveRef'],
  ],
  ['a type that is none', { type: 'text' }, {}, ['upstream-keyword-invalid /type']],
  ['no types', { type: [] }, {}, ['upstream-keyword-invalid /type']],
  [
    'wrong values',
    {
      nullable: 1,
      minLength: -1,
      maxItems: '3',
      pattern: 5,
      enum: 'a',
      minimum: '1',
      multipleOf: 0,
      required: ['a', 1],
    },
    {},
    ['nullable', 'minLength', 'maxItems', 'pattern', 'enum', 'minimum', 'multipleOf', 'required'].map(
      (keyword) => `upstream-keyword-invalid /${keyword}`,
    ),
  ],
  [
    'no schemas',
    { allOf: {}, oneOf: [], properties: [], items: 5, additionalProperties: 'no' },
    { properties: {}, additional: {}, items: {} },
    [
      'upstream-keyword-invalid /allOf',
      'upstream-keyword-invalid /oneOf',
      'upstream-keyword-invalid /properties',
      'upstream-keyword-invalid /items',
      'upstream-keyword-invalid /additionalProperties',
    ],
  ],
  [
    'a schema that allows nothing',
    { properties: { a: false } },
    { properties: { a: {} } },
    ['upstream-keyword-invalid /properties/a'],
  ],
  [
    'a default of another type',
    { properties: { a: { type: 'integer', default: 'inf' } } },
    { properties: { a: { type: 'integer' } } },
    ['upstream-default-invalid /properties/a/default'],
  ],
  [
    'a default that is not in the enum',
    { enum: ['a'], default: 'b' },
    { enum: ['a'] },
    ['upstream-default-invalid /default'],
  ],
  [
    'types that exclude each other',
    { allOf: [{ type: 'string' }], type: 'integer' },
    { type: 'integer' },
    ['upstream-parts-disagree '],
  ],
  [
    'enums without a common value',
    { allOf: [{ enum: ['a'] }, { enum: ['b'] }] },
    { enum: ['b'] },
    ['upstream-parts-disagree '],
  ],
  [
    'formats and patterns',
    { allOf: [{ format: 'a' }, { format: 'b' }] },
    { format: 'b' },
    ['upstream-parts-disagree '],
  ],
  [
    'two unions at once',
    { oneOf: [string, { type: 'integer' }], anyOf: [string, { type: 'boolean' }] },
    { variants: [string, { type: 'boolean' }] },
    ['upstream-parts-disagree '],
  ],
  [
    'a property that is restated',
    {
      allOf: [
        { properties: { a: { type: 'integer', default: 1, nullable: true } } },
        { properties: { a: { type: 'integer', minimum: 1 } } },
      ],
    },
    { properties: { a: { type: 'integer', minimum: 1 } } },
    ['upstream-parts-disagree '],
  ],
  [
    'two properties that are restated',
    { allOf: [{ properties: { a: { default: 1 }, b: { deprecated: true } } }, { properties: { a: {}, b: {} } }] },
    { properties: { a: {}, b: {} } },
    ['upstream-parts-disagree ', 'upstream-parts-disagree '],
  ],
  ['a reference to another file', { $ref: 'other.json#/a' }, {}, ['upstream-reference-lost /$ref']],
  [
    'a reference to nothing',
    { properties: { a: { $ref: '#/components/schemas/None' } } },
    { properties: { a: {} } },
    ['upstream-reference-lost /properties/a/$ref'],
  ],
  ['a reference that is no text', { $ref: 5 }, {}, ['upstream-reference-lost /$ref']],
  [
    'a discriminator without a name',
    { discriminator: { mapping: {} } },
    {},
    ['upstream-keyword-invalid /discriminator'],
  ],
];

test.each(lost)('lost: %s', (_, schema, want, losses) => {
  const result = read(schema);
  expect(result.surface.operations.make?.request?.shape).toStrictEqual(want);
  expect(result.losses).toEqual(losses);
});

describe('references', () => {
  test('lead to the schema, with what stands beside them', () => {
    const schemas = { 'A/b': { type: 'string', description: 'prose' } };
    expect(shapeOf({ $ref: '#/components/schemas/A~1b', nullable: true }, schemas)).toStrictEqual({
      type: 'string',
      nullable: true,
    });
  });

  test('to a schema that contains itself are kept by its name', () => {
    const schemas = {
      Tree: { type: 'object', properties: { leaf: string, left: { $ref: '#/components/schemas/Tree' } } },
    };
    const { surface, losses } = read({ items: { $ref: '#/components/schemas/Tree' } }, schemas);
    expect(surface.operations.make?.request?.shape).toStrictEqual({ items: { ref: 'Tree' } });
    expect(surface.shapes).toStrictEqual({
      Tree: { type: 'object', properties: { leaf: string, left: { ref: 'Tree' } } },
    });
    expect(losses).toEqual([]);
  });

  test('that only lead to each other end', () => {
    const schemas = { A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' } };
    expect(shapeOf({ $ref: '#/components/schemas/A' }, schemas)).toStrictEqual({ ref: 'A' });
  });

  test('a schema that extends itself is a loss', () => {
    const schemas = { A: { allOf: [{ $ref: '#/components/schemas/A' }], type: 'object' } };
    const { surface, losses } = read({ $ref: '#/components/schemas/A' }, schemas);
    expect(surface.operations.make?.request?.shape).toStrictEqual({ type: 'object' });
    expect(losses).toEqual(['upstream-reference-lost /components/schemas/A/allOf/0']);
  });
});

describe('discriminators', () => {
  const cat = { type: 'object', properties: { kind: string, lives: { type: 'integer' } } };
  const pet = { type: 'object', required: ['kind'], properties: { kind: { type: 'string', enum: ['cat', 'dog'] } } };
  const catShape = {
    type: 'object',
    properties: { kind: { type: 'string', enum: ['cat'] }, lives: { type: 'integer' } },
  };

  test('beside a list of variants: the mapping says which value chooses which', () => {
    const schema = {
      oneOf: [{ $ref: '#/components/schemas/Cat' }, { type: 'object' }],
      discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat', tom: 'Cat' } },
    };
    expect(shapeOf(schema, { Cat: cat })).toStrictEqual({
      discriminator: 'kind',
      variants: [
        { ...catShape, properties: { ...catShape.properties, kind: { type: 'string', enum: ['cat', 'tom'] } } },
        { type: 'object' },
      ],
    });
  });

  test('of a base: the mapped subtypes are the variants, each with the base in it', () => {
    const schemas = {
      Pet: { ...pet, discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat' } } },
      Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { properties: { lives: { type: 'integer' } } }] },
    };
    const base = { type: 'object', required: ['kind'], properties: pet.properties };
    const { surface, losses } = read({ $ref: '#/components/schemas/Pet' }, schemas);
    expect(surface.operations.make?.request?.shape).toStrictEqual({
      ...base,
      discriminator: 'kind',
      variants: [{ ...catShape, required: ['kind'] }],
    });
    expect(losses).toEqual([]);
  });

  test('of a base without a mapping: the schemas that extend it are', () => {
    const schemas = {
      Pet: { ...pet, discriminator: { propertyName: 'kind' } },
      Cat: {
        allOf: [{ $ref: '#/components/schemas/Pet' }],
        properties: { lives: { type: 'integer' } },
        'x-ms-discriminator-value': 'cat',
      },
      dog: { allOf: [{ $ref: '#/components/schemas/Pet' }] },
    };
    const dogShape = { type: 'object', required: ['kind'], properties: { kind: { type: 'string', enum: ['dog'] } } };
    expect(shapeOf({ $ref: '#/components/schemas/Pet' }, schemas)).toStrictEqual({
      type: 'object',
      required: ['kind'],
      properties: pet.properties,
      discriminator: 'kind',
      variants: [{ ...catShape, required: ['kind'] }, dogShape],
    });
  });

  test('a subtype alone is not a union, a wrapper of the base is', () => {
    const schemas = {
      Pet: { ...pet, discriminator: { propertyName: 'kind', mapping: { cat: 'Cat' } } },
      Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }] },
    };
    const kinds = {
      properties: { cat: { $ref: '#/components/schemas/Cat' }, pet: { allOf: [{ $ref: '#/components/schemas/Pet' }] } },
    };
    const shape = shapeOf(kinds, schemas) as { properties: Record<string, object> };
    expect(Object.entries(shape.properties).map(([name, property]) => [name, 'variants' in property])).toEqual([
      ['cat', false],
      ['pet', true],
    ]);
  });

  test('a mapping to nothing is a loss', () => {
    const schema = { ...pet, discriminator: { propertyName: 'kind', mapping: { cat: 'None' } } };
    expect(read(schema).losses).toEqual(['upstream-reference-lost /discriminator/mapping/cat']);
  });
});
