import { allOf, any, file, nullable } from '../../src/build/compose.js';
import { array } from '../../src/build/array.js';
import { boolean } from '../../src/build/boolean.js';
import { define, definitionOf } from '../../src/build/define.js';
import { integer, number } from '../../src/build/number.js';
import { object, record } from '../../src/build/object.js';
import { string } from '../../src/build/string.js';
import type { Schema } from '../../src/openapi/types.js';

const cases: readonly (readonly [string, { readonly given: Schema; readonly want: Schema }])[] = [
  ['nothing said', { given: string(), want: { type: 'string' } }],
  [
    'a text with everything',
    {
      given: string({
        title: 'When',
        description: 'The time.',
        visibility: 'advanced',
        format: 'date-time',
        minLength: 1,
        maxLength: 30,
        pattern: '^2',
        default: '2024',
        example: '2025',
        readOnly: false,
        extensions: { 'x-ms-test-value': '2026' },
      }),
      want: {
        type: 'string',
        'x-ms-summary': 'When',
        description: 'The time.',
        'x-ms-visibility': 'advanced',
        format: 'date-time',
        minLength: 1,
        maxLength: 30,
        pattern: '^2',
        default: '2024',
        example: '2025',
        readOnly: false,
        'x-ms-test-value': '2026',
      },
    },
  ],
  [
    'an enum with titles',
    {
      given: integer({ enum: [1, 2], enumTitles: { 2: 'Two', 1: 'One' }, default: 2 }),
      want: {
        type: 'integer',
        enum: [1, 2],
        default: 2,
        'x-ms-enum-values': [
          { value: 1, displayName: 'One' },
          { value: 2, displayName: 'Two' },
        ],
      },
    },
  ],
  [
    'an integer beyond 2^53',
    {
      given: integer({ format: 'int64', minimum: 0, maximum: 9223372036854775807n, exclusiveMaximum: true }),
      want: { type: 'integer', format: 'int64', minimum: 0, maximum: 9223372036854775807n, exclusiveMaximum: true },
    },
  ],
  ['a fraction', { given: number({ multipleOf: 0.5 }), want: { type: 'number', multipleOf: 0.5 } }],
  ['a default of false', { given: boolean({ default: false }), want: { type: 'boolean', default: false } }],
  [
    'a list',
    {
      given: array(string(), { title: 'Names', minItems: 1, uniqueItems: true }),
      want: { type: 'array', items: { type: 'string' }, 'x-ms-summary': 'Names', minItems: 1, uniqueItems: true },
    },
  ],
  ['an object', { given: object({}), want: { type: 'object', properties: {} } }],
  [
    'an object with rules',
    {
      given: object({ kind: string() }, { required: ['kind'], discriminator: 'kind', additionalProperties: false }),
      want: {
        type: 'object',
        properties: { kind: { type: 'string' } },
        required: ['kind'],
        discriminator: 'kind',
        additionalProperties: false,
      },
    },
  ],
  [
    'an empty list of required names',
    { given: object({}, { required: [] }), want: { type: 'object', properties: {} } },
  ],
  ['a map', { given: record(any()), want: { type: 'object', additionalProperties: {} } }],
  ['bytes', { given: file({ title: 'File' }), want: { type: 'file', 'x-ms-summary': 'File' } }],
  ['all of two', { given: allOf([any(), string()]), want: { allOf: [{}, { type: 'string' }] } }],
  ['a value or null', { given: nullable(string()), want: { type: 'string', 'x-nullable': true } }],
  ['a reference', { given: define('A', string()), want: { $ref: '#/definitions/A' } }],
];

test.each(cases)('%s', (_, { given, want }) => {
  expect(given).toStrictEqual(want);
});

test('a reference knows its schema, and its JSON does not show it', () => {
  const made = define('A', () => string());
  expect(definitionOf(made)?.schema()).toBe(definitionOf(made)?.schema());
  expect(JSON.stringify(made)).toBe('{"$ref":"#/definitions/A"}');
  expect(definitionOf({ ...made })).toBeUndefined();
});

test('titles without an enum', () => {
  expect(() => string({ enumTitles: { a: 'A' } })).toThrow('enumTitles gives titles to the values of an enum');
});
