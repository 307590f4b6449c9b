import type { Json } from '../../src/core/json.js';
import { checkValue, matches } from '../../src/openapi/check-value.js';
import type { Mismatch } from '../../src/openapi/mismatch.js';
import type { Document, Schema } from '../../src/openapi/types.js';

function documentWith(definitions: Readonly<Record<string, Schema>> = {}): Document {
  return { swagger: '2.0', info: { title: 'Test', version: '1' }, paths: {}, definitions };
}

/** All mismatches of a value under a schema that stands at `/definitions/It`. */
function mismatches(schema: Schema, value: Json, definitions: Readonly<Record<string, Schema>> = {}): Mismatch[] {
  const document = documentWith({ ...definitions, It: schema });
  const found: Mismatch[] = [];
  checkValue(value, { document, schema, pointer: '/definitions/It', mismatch: (mismatch) => found.push(mismatch) });
  expect(matches(document, schema, value)).toBe(found.every(({ kind }) => kind === 'unreadable-schema'));
  return found;
}

/** kind, pointer, declared below `/definitions/It`, message. */
type Row = readonly [kind: string, pointer: string, declared: string, message: string];

function rows(found: readonly Mismatch[]): Row[] {
  return found.map(({ kind, pointer, declared, message }) => [
    kind,
    pointer,
    declared.replace('/definitions/It', ''),
    message,
  ]);
}

const text = { type: 'string' } as const;

describe('a mismatch names its kind, both places, what is there and what is declared', () => {
  const cases: [string, { given: Schema; value: Json; want: Row[] }][] = [
    [
      'an array for an object, and nothing below it',
      {
        given: { type: 'object', required: ['a'], properties: { m: { type: 'object', required: ['b'] } } },
        value: { a: 1, m: [] },
        want: [['wrong-type', '/m', '/properties/m/type', '/m is an array; an object is declared.']],
      },
    ],
    [
      'a string for an integer',
      {
        given: { type: 'integer', enum: [1] },
        value: '200',
        want: [['wrong-type', '', '/type', 'The value is the string "200"; an integer is declared.']],
      },
    ],
    [
      'a fraction for an integer',
      {
        given: { type: 'integer' },
        value: 1.5,
        want: [['wrong-type', '', '/type', 'The value is 1.5; an integer is declared.']],
      },
    ],
    [
      'a boolean for a string, an object for a number',
      {
        given: { properties: { 'a/b': text, n: { type: 'number' } } },
        value: { 'a/b': true, n: {} },
        want: [
          ['wrong-type', '/a~1b', '/properties/a~1b/type', '/a~1b is true; a string is declared.'],
          ['wrong-type', '/n', '/properties/n/type', '/n is an object; a number is declared.'],
        ],
      },
    ],
    [
      'null where a type is declared',
      {
        given: { type: 'array', items: text },
        value: [null],
        want: [['null-not-declared', '/0', '/items/type', '/0 is null; a string is declared, not nullable.']],
      },
    ],
    [
      'null where only other values are declared',
      {
        given: { enum: ['a'] },
        value: null,
        want: [['null-not-declared', '', '/enum', 'The value is null; the declared values do not include it.']],
      },
    ],
    [
      'a value outside an enum, with the nearest one',
      {
        given: { type: 'string', enum: ['user', 'system'] },
        value: 'usr',
        want: [
          ['not-in-enum', '', '/enum', 'The value is "usr"; one of "user", "system" is declared. Did you mean "user"?'],
        ],
      },
    ],
    [
      'a value outside a long enum',
      {
        given: { enum: [1, 2, 3, 4, 5, 6, 7] },
        value: 8,
        want: [['not-in-enum', '', '/enum', 'The value is 8; one of 1, 2, 3, 4, 5 and 2 more is declared.']],
      },
    ],
    [
      'numbers out of bounds',
      {
        given: { items: { maximum: 2, minimum: 1, multipleOf: 0.5 } },
        value: [3, 0.5, 1.2],
        want: [
          ['out-of-bounds', '/0', '/items/maximum', '/0 is 3; at most 2 is declared.'],
          ['out-of-bounds', '/1', '/items/minimum', '/1 is 0.5; at least 1 is declared.'],
          ['out-of-bounds', '/2', '/items/multipleOf', '/2 is 1.2; a multiple of 0.5 is declared.'],
        ],
      },
    ],
    [
      'numbers on an exclusive bound',
      {
        given: { items: { maximum: 2, exclusiveMaximum: true, minimum: 1, exclusiveMinimum: true } },
        value: [2, 1],
        want: [
          ['out-of-bounds', '/0', '/items/maximum', '/0 is 2; less than 2 is declared.'],
          ['out-of-bounds', '/1', '/items/minimum', '/1 is 1; more than 1 is declared.'],
        ],
      },
    ],
    [
      'an integer beyond 2^53 out of bounds, in all its digits',
      {
        given: { type: 'integer', maximum: 9223372036854775807n },
        value: 9223372036854775808n,
        want: [
          [
            'out-of-bounds',
            '',
            '/maximum',
            'The value is 9223372036854775808; at most 9223372036854775807 is declared.',
          ],
        ],
      },
    ],
    [
      'texts too long and too short, in code points',
      {
        given: { items: { maxLength: 2, minLength: 2 } },
        value: ['😀😀', '😀', 'abc'],
        want: [
          ['wrong-length', '/1', '/items/minLength', '/1 is "😀" with a length of 1; at least 2 is declared.'],
          ['wrong-length', '/2', '/items/maxLength', '/2 is "abc" with a length of 3; at most 2 is declared.'],
        ],
      },
    ],
    [
      'a text that does not match',
      {
        given: { pattern: '^\\p{L}+$' },
        value: 'a1',
        want: [
          ['pattern-not-matched', '', '/pattern', 'The value is "a1"; a text that matches "^\\\\p{L}+$" is declared.'],
        ],
      },
    ],
    [
      'too few and too many items, and a repeated one',
      {
        given: { items: { minItems: 1, maxItems: 1, uniqueItems: true } },
        value: [
          [],
          [
            { a: 1, b: 2 },
            { b: 2, a: 1 },
          ],
        ],
        want: [
          ['wrong-length', '/0', '/items/minItems', '/0 has 0 items; at least 1 is declared.'],
          ['wrong-length', '/1', '/items/maxItems', '/1 has 2 items; at most 1 is declared.'],
          [
            'not-unique',
            '/1',
            '/items/uniqueItems',
            '/1 holds {b, a} as item 0 and again as item 1; unique items are declared.',
          ],
        ],
      },
    ],
    [
      'missing, too few and too many properties',
      {
        given: { required: ['a', 'toString'], minProperties: 1, properties: { a: { maxProperties: 0 } } },
        value: {},
        want: [
          ['missing-required', '', '/required', 'The value has no property "a"; it is required.'],
          ['missing-required', '', '/required', 'The value has no property "toString"; it is required.'],
          ['wrong-length', '', '/minProperties', 'The value has 0 properties; at least 1 is declared.'],
        ],
      },
    ],
    [
      'a property that is not allowed, and one of the wrong type among those that are',
      {
        given: {
          properties: { a: { additionalProperties: false }, b: { additionalProperties: text } },
          maxProperties: 1,
        },
        value: { a: { constructor: 1 }, b: { c: 1 } },
        want: [
          ['wrong-length', '', '/maxProperties', 'The value has 2 properties; at most 1 is declared.'],
          [
            'property-not-allowed',
            '/a/constructor',
            '/properties/a/additionalProperties',
            '/a/constructor is not declared, and no other properties are allowed.',
          ],
          ['wrong-type', '/b/c', '/properties/b/additionalProperties/type', '/b/c is 1; a string is declared.'],
        ],
      },
    ],
  ];
  test.each(cases)('%s', (_, { given, value, want }) => {
    expect(rows(mismatches(given, value))).toEqual(want);
  });
});

test('a mismatch carries the value, and none where nothing stands', () => {
  const schema: Schema = { required: ['a'], properties: { b: text } };
  expect(mismatches(schema, { b: [1] }).map((mismatch) => ('value' in mismatch ? mismatch.value : 'none'))).toEqual([
    'none',
    [1],
  ]);
});

describe('a value that is admitted', () => {
  const cases: [string, { given: Schema; value: Json }][] = [
    ['an integral number is an integer', { given: { type: 'integer' }, value: 1.0 }],
    ['an integer beyond 2^53 is an integer', { given: { type: 'integer', multipleOf: 2 }, value: 9007199254740994n }],
    ['an integer beyond 2^53 is a number', { given: { type: 'number' }, value: 9007199254740993n }],
    ['a file is anything', { given: { type: 'file' }, value: null }],
    ['nothing declared admits null', { given: {}, value: null }],
    [
      'properties without a type admit null and a text',
      { given: { items: { properties: { a: text } } }, value: [null, 'a'] },
    ],
    [
      'x-nullable admits null whatever else is declared',
      { given: { type: 'string', enum: ['a'], allOf: [text], 'x-nullable': true }, value: null },
    ],
    ['null in an enum', { given: { enum: ['a', null] }, value: null }],
    ['an equal object in an enum', { given: { enum: [{ a: [1], b: 2 }] }, value: { b: 2, a: [1] } }],
    ['one number in two spellings in an enum', { given: { enum: [100000000000000000000n] }, value: 1e20 }],
    ['0.3 is a multiple of 0.1', { given: { multipleOf: 0.1 }, value: 0.3 }],
    [
      'keywords of another type say nothing',
      { given: { minLength: 5, minimum: 5, minItems: 5, required: ['a'] }, value: true },
    ],
    ['what OpenAPI 2.0 does not have says nothing', { given: { oneOf: [], not: {} } as Schema, value: 1 }],
    ['a format says nothing', { given: { type: 'string', format: 'date-time' }, value: 'today' }],
    ['readOnly says nothing', { given: { properties: { a: { readOnly: true } } }, value: { a: 1 } }],
  ];
  test.each(cases)('%s', (_, { given, value }) => {
    expect(mismatches(given, value)).toEqual([]);
  });
});

describe('references and allOf', () => {
  const tree: Schema = {
    type: 'object',
    required: ['name'],
    properties: { name: text, below: { type: 'array', items: { $ref: '#/definitions/Tree' } } },
  };

  test('declared is a place in the document, behind the last reference', () => {
    const schema = { type: 'object', properties: { tree: { $ref: '#/definitions/Tree' } } } as const;
    const value = { tree: { name: 'a', below: [{ name: 'b', below: [{ name: 1 }] }] } };
    expect(rows(mismatches(schema, value, { Tree: tree }))).toEqual([
      [
        'wrong-type',
        '/tree/below/0/below/0/name',
        '/definitions/Tree/properties/name/type',
        '/tree/below/0/below/0/name is 1; a string is declared.',
      ],
    ]);
  });

  test('all parts apply, each once, in document order; what stands beside $ref does not', () => {
    const schema: Schema = {
      allOf: [
        { $ref: '#/definitions/Named', type: 'array' },
        { allOf: [{ required: ['b'] }] },
        { $ref: '#/definitions/Named' },
      ],
      required: ['c'],
    };
    expect(rows(mismatches(schema, {}, { Named: { required: ['a'] } })).map((row) => row.slice(0, 3))).toEqual([
      ['missing-required', '', '/required'],
      ['missing-required', '', '/definitions/Named/required'],
      ['missing-required', '', '/allOf/1/allOf/0/required'],
    ]);
  });

  test('null under allOf is one mismatch, of the first part that refuses it', () => {
    const schema: Schema = { allOf: [{ 'x-nullable': true, allOf: [text] }, { allOf: [text, text] }] };
    expect(rows(mismatches(schema, null)).map((row) => row.slice(0, 3))).toEqual([
      ['null-not-declared', '', '/allOf/1/allOf/0/type'],
    ]);
  });

  test('a wrong type under allOf is one mismatch', () => {
    const schema: Schema = { allOf: [{ type: 'object' }, { type: 'object', required: ['a'] }] };
    expect(rows(mismatches(schema, 1)).map((row) => row.slice(0, 3))).toEqual([['wrong-type', '', '/allOf/0/type']]);
  });

  test('a schema that includes itself ends', () => {
    const definitions: Record<string, Schema> = {
      A: { allOf: [{ $ref: '#/definitions/B' }] },
      B: { allOf: [{ $ref: '#/definitions/A' }], type: 'string' },
    };
    expect(rows(mismatches({ $ref: '#/definitions/A' }, 1, definitions)).map((row) => row.slice(0, 3))).toEqual([
      ['wrong-type', '', '/definitions/B/type'],
    ]);
    expect(mismatches({ $ref: '#/definitions/A' }, 'a', definitions)).toEqual([]);
  });

  test('a chain of 20,000 schemas that include the next ends', () => {
    const definitions = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, index): [string, Schema] => [
        `D${index}`,
        { allOf: [{ $ref: `#/definitions/D${index + 1}` }] },
      ]),
    );
    const schema = { $ref: '#/definitions/D0' };
    expect(rows(mismatches(schema, 1, { ...definitions, D20000: text })).map((row) => row.slice(0, 3))).toEqual([
      ['wrong-type', '', '/definitions/D20000/type'],
    ]);
  });
});

describe('a discriminator', () => {
  const definitions: Record<string, Schema> = {
    Pet: { type: 'object', discriminator: 'kind', properties: { kind: text } },
    Cat: {
      allOf: [{ $ref: '#/definitions/Pet' }, { required: ['claws'], properties: { claws: { type: 'integer' } } }],
    },
    Stone: { required: ['weight'] },
  };
  const pet = { $ref: '#/definitions/Pet' };
  test.each([
    ['the subtype applies too', { kind: 'Cat' }, [['missing-required', '', '/definitions/Cat/allOf/1/required']]],
    [
      'with its properties',
      { kind: 'Cat', claws: 'x' },
      [['wrong-type', '/claws', '/definitions/Cat/allOf/1/properties/claws/type']],
    ],
    ['a name that is not there is none', { kind: 'Dog' }, []],
    ['a definition that is no subtype is none', { kind: 'Stone' }, []],
    ['the schema itself', { kind: 'Pet' }, []],
    ['a name of every object', { kind: 'constructor' }, []],
  ])('%s', (_, value, want) => {
    expect(rows(mismatches(pet, value, definitions)).map((row) => row.slice(0, 3))).toEqual(want);
  });
});

describe('a schema that cannot be read is said once a check and admits anything', () => {
  const cases: [string, { given: Schema; value: Json; want: Row[] }][] = [
    [
      'a pattern that is none',
      {
        given: { pattern: '(' },
        value: 'a',
        want: [
          [
            'unreadable-schema',
            '/0',
            '/items/pattern',
            'The pattern "(" is no regular expression; values are not held against it.',
          ],
        ],
      },
    ],
    [
      'a pattern that may take exponential time',
      {
        given: { pattern: '^(a+)+$' },
        value: `${'a'.repeat(50)}!`,
        want: [
          [
            'unreadable-schema',
            '/0',
            '/items/pattern',
            'The pattern "^(a+)+$" may take exponential time; values are not held against it.',
          ],
        ],
      },
    ],
    [
      'a text too long for a pattern',
      {
        given: { pattern: 'a*a*b' },
        value: 'a'.repeat(101),
        want: [
          [
            'unreadable-schema',
            '/0',
            '/items/pattern',
            'The pattern "a*a*b" is not held against texts of more than 100 characters: it may take too long.',
          ],
        ],
      },
    ],
    [
      'a type that OpenAPI 2.0 does not have',
      {
        given: { type: 'any' } as unknown as Schema,
        value: 1,
        want: [
          [
            'unreadable-schema',
            '/0',
            '/items/type',
            'The type "any" is none of OpenAPI 2.0; values are not held against it.',
          ],
        ],
      },
    ],
    [
      'a reference that leads nowhere',
      {
        given: { $ref: '#/definitions/Gone' },
        value: { a: 1 },
        want: [
          [
            'unreadable-schema',
            '/0',
            '/items/$ref',
            'The reference leads to no schema; values are not held against it.',
          ],
        ],
      },
    ],
    [
      'a multiple of nothing',
      {
        given: { multipleOf: 0 },
        value: 1,
        want: [
          [
            'unreadable-schema',
            '/0',
            '/items/multipleOf',
            'A value cannot be a multiple of 0; values are not held against it.',
          ],
        ],
      },
    ],
  ];
  test.each(cases)('%s', (_, { given, value, want }) => {
    expect(rows(mismatches({ type: 'array', items: given }, [value, value]))).toEqual(want);
  });
});

describe('who hears of what', () => {
  const schema: Schema = {
    type: 'object',
    properties: { a: text, n: { type: 'string', 'x-nullable': true, allOf: [{ title: 'not reached' }] } },
    allOf: [{ $ref: '#/definitions/More' }],
  };
  const more: Schema = { properties: { b: { type: 'object', properties: {} } } };

  function heard(value: Json, definitions: Readonly<Record<string, Schema>> = { More: more }): unknown[] {
    const all: unknown[] = [];
    checkValue(value, {
      document: documentWith(definitions),
      schema,
      pointer: '/definitions/It',
      mismatch: ({ kind, pointer }) => all.push([kind, pointer]),
      visit: (held, seen) => all.push([held.title ?? held.type ?? 'part', seen]),
      undeclared: ({ pointer, name, value: extra, declared }) =>
        all.push(['undeclared', pointer, name, extra, declared]),
    });
    return all;
  }

  test('every schema that a value was held against, and every property that none of them declares', () => {
    const value = { a: 1, b: { 'x/y': 2 }, n: null, toString: 3 };
    expect(heard(value)).toEqual([
      ['object', value],
      ['part', value],
      ['string', 1],
      ['wrong-type', '/a'],
      ['object', { 'x/y': 2 }],
      ['undeclared', '/b/x~1y', 'x/y', 2, '/definitions/More/properties/b'],
      ['string', null],
      ['undeclared', '/toString', 'toString', 3, '/definitions/It'],
    ]);
  });

  test.each<[string, boolean | Schema, unknown[]]>([
    ['true', true, []],
    ['a schema', {}, [['part', 1]]],
    ['false', false, [['property-not-allowed', '/x']]],
  ])('no property is undeclared under additionalProperties: %s', (_, additionalProperties, want) => {
    expect(heard({ x: 1 }, { More: { additionalProperties } }).slice(2)).toEqual(want);
  });
});

test('an object of which no property is declared is free to hold anything', () => {
  const undeclared: string[] = [];
  const schema: Schema = { type: 'object', properties: { free: { type: 'object' }, named: { properties: {} } } };
  checkValue(
    { free: { a: 1 }, named: { b: 1 } },
    {
      document: documentWith(),
      schema,
      pointer: '/definitions/It',
      mismatch: () => {},
      undeclared: ({ pointer }) => undeclared.push(pointer),
    },
  );
  expect(undeclared).toEqual(['/named/b']);
});

test('a message shows no key that would not print, and no long one whole', () => {
  const schema: Schema = { additionalProperties: text };
  const value = { 'a b': 1, '\u001b[31m': 1, ['k'.repeat(200)]: 1 };
  expect(mismatches(schema, value).map(({ message }) => message)).toEqual([
    '/a b is 1; a string is declared.',
    '"/\\u001b[31m" is 1; a string is declared.',
    `"/${'k'.repeat(96)}…" is 1; a string is declared.`,
  ]);
});

test('a near value is looked for a limited number of times', () => {
  const found = mismatches(
    { items: { enum: ['user'] } },
    Array.from({ length: 60 }, () => 'usr'),
  );
  expect(found.filter(({ message }) => message.endsWith('; "user" is declared. Did you mean "user"?')).length).toBe(50);
});

test('a long array under a long enum is read in one pass', () => {
  const many = Array.from({ length: 100_000 }, (_, index) => `item ${index}`);
  const schema: Schema = { type: 'array', uniqueItems: true, items: { enum: many } };
  expect(matches(documentWith(), schema, many)).toBe(true);
  expect(matches(documentWith(), schema, [...many, 'item 0'])).toBe(false);
});

test('what stands under "allOf" in a parameter, which is no schema, counts as nothing', () => {
  const odd = { type: 'string', allOf: 'all of it' } as unknown as Schema;
  expect(mismatches(odd, 'a text')).toEqual([]);
  expect(mismatches({ ...odd, allOf: [1, 'x'] } as unknown as Schema, 'a text')).toEqual([]);
});
