import type { Schema } from '../../src/openapi/types.js';
import type { OverlayNode } from '../../src/upstream/overlay.js';
import { schemaOf } from '../../src/upstream/schema-of.js';
import type { Shape } from '../../src/upstream/surface.js';
import type { Direction } from '../../src/upstream/unite.js';

/** The schema of a property `it` whose shape is this, with our words taken off. */
function schemaOfIt(
  it: Shape,
  { direction = 'request', node = {} }: { direction?: Direction; node?: OverlayNode } = {},
) {
  const overlay = { properties: { it: { ...node, title: 'It' } } };
  const result = schemaOf({ type: 'object', properties: { it } }, { overlay, direction });
  const { 'x-ms-summary': _, ...schema } = result.schema.properties?.it ?? {};
  return { schema, wider: result.wider };
}

const text = { type: 'string' } as const;
const texts = { type: 'array', items: text } as const;
const integer = { type: 'integer' } as const;

const unions: [name: string, variants: Shape[], want: Schema][] = [
  ['known values or free text', [text, { type: 'string', enum: ['a'] }], text],
  [
    'known values',
    [{ type: 'string', enum: ['a', 'b'] }, { enum: ['b', 'c'] }],
    { type: 'string', enum: ['a', 'b', 'c'] },
  ],
  ['integer or number', [integer, { type: 'number' }], { type: 'number' }],
  [
    'the loosest bounds',
    [
      { type: 'integer', minimum: 1, maximum: 5 },
      { type: 'integer', minimum: 0, maximum: 9n },
    ],
    { type: 'integer', minimum: 0, maximum: 9n },
  ],
  ['a bound that one lacks', [{ type: 'integer', minimum: 1 }, integer], integer],
  [
    'lists',
    [
      { type: 'array', items: integer, minItems: 1 },
      { type: 'array', items: { type: 'number' }, minItems: 2 },
    ],
    { type: 'array', minItems: 1, items: { type: 'number' } },
  ],
  ['null among the variants', [text, { type: 'string', nullable: true, enum: ['a'] }], { ...text, 'x-nullable': true }],
  ['text or object', [text, { type: 'object' }], {}],
  ['text or anything', [text, {}], {}],
  [
    'maps',
    [
      { type: 'object', additional: text },
      { type: 'object', additional: { type: 'string', enum: ['a'] } },
    ],
    { type: 'object', additionalProperties: text },
  ],
];

test.each(unions)('a union: %s', (_, variants, want) => {
  expect(schemaOfIt({ variants })).toEqual({ schema: want, wider: {} });
});

test('a union of objects has all properties, and requires what all variants require', () => {
  const cat: Shape = {
    type: 'object',
    required: ['kind', 'lives'],
    properties: { kind: { type: 'string', enum: ['cat'] }, lives: integer, name: text },
  };
  const dog: Shape = {
    type: 'object',
    required: ['kind', 'name'],
    properties: { kind: { type: 'string', enum: ['dog'] }, name: integer },
  };
  const { schema } = schemaOf({ variants: [cat, dog] }, { overlay: {}, direction: 'request' });
  expect(schema).toEqual({
    type: 'object',
    required: ['kind'],
    properties: {
      kind: { type: 'string', enum: ['cat', 'dog'], 'x-ms-summary': 'Kind', 'x-ms-visibility': 'advanced' },
      lives: { type: 'integer', 'x-ms-summary': 'Lives', 'x-ms-visibility': 'advanced' },
      name: { 'x-ms-summary': 'Name', 'x-ms-visibility': 'advanced' },
    },
  });
});

test('a discriminating property keeps the values for which there is no variant', () => {
  const kind = { type: 'string', enum: ['cat', 'dog'] } as const;
  const cat: Shape = { type: 'object', properties: { kind: { type: 'string', enum: ['cat'] } } };
  const shape: Shape = { type: 'object', properties: { kind }, discriminator: 'kind', variants: [cat] };
  const overlay = { properties: { kind: { title: 'Kind' } } };
  const { schema } = schemaOf(shape, { overlay, direction: 'request' });
  expect(schema.properties).toEqual({ kind: { ...kind, 'x-ms-summary': 'Kind' } });
});

test('text or list: in a request text, and the list is wider; in a response anything', () => {
  const shape: Shape = { variants: [text, { ...texts, nullable: true }] };
  expect(schemaOfIt(shape)).toEqual({ schema: { ...text, 'x-nullable': true }, wider: { '/it': texts } });
  expect(schemaOfIt(shape, { direction: 'response' })).toEqual({ schema: { 'x-nullable': true }, wider: {} });
});

test('wider stands under its pattern, without words', () => {
  const shape: Shape = {
    type: 'object',
    properties: {
      'a/b': {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            c: { variants: [text, { type: 'array', items: { type: 'object', properties: { d: text } } }] },
          },
        },
      },
    },
  };
  expect(schemaOf(shape, { overlay: {}, direction: 'request' }).wider).toEqual({
    '/a~1b/*/c': { type: 'array', items: { type: 'object', properties: { d: text } } },
  });
});

const directed: [name: string, shape: Shape, request: Schema, response: Schema][] = [
  [
    'enum and bounds',
    { type: 'integer', enum: [1], minimum: 1, exclusiveMinimum: true },
    { type: 'integer', enum: [1], minimum: 1, exclusiveMinimum: true },
    integer,
  ],
  [
    'int64 bounds',
    { type: 'integer', maximum: 9223372036854775807n },
    { type: 'integer', maximum: 9223372036854775807n },
    integer,
  ],
  ['required', { type: 'object', required: ['a', 'b'] }, { type: 'object' }, { type: 'object' }],
  ['default', { type: 'integer', default: 1 }, integer, integer],
  ['null', { type: 'string', nullable: true }, { ...text, 'x-nullable': true }, { ...text, 'x-nullable': true }],
  [
    'formats that connectors know',
    { type: 'string', format: 'uri' },
    { ...text, format: 'uri' },
    { ...text, format: 'uri' },
  ],
  ['other formats', { type: 'integer', format: 'unixtime' }, integer, integer],
  ['only null', { nullable: true, enum: [] }, { 'x-nullable': true }, { 'x-nullable': true }],
  ['a list without items', { type: 'array' }, { type: 'array', items: {} }, { type: 'array', items: {} }],
  ['a closed object', { type: 'object', additional: false }, { type: 'object' }, { type: 'object' }],
  [
    'a map',
    { type: 'object', additional: integer },
    { type: 'object', additionalProperties: integer },
    { type: 'object', additionalProperties: integer },
  ],
  ['no type, properties', { properties: {} }, { type: 'object' }, { type: 'object' }],
];

test.each(directed)('%s', (_, shape, request, response) => {
  expect(schemaOfIt(shape).schema).toEqual(request);
  expect(schemaOfIt(shape, { direction: 'response' }).schema).toEqual(response);
});

const overlaid: [name: string, shape: Shape, node: OverlayNode, want: Schema][] = [
  [
    'words',
    text,
    { title: 'T', description: 'D.', visibility: 'important' },
    { ...text, 'x-ms-summary': 'T', description: 'D.', 'x-ms-visibility': 'important' },
  ],
  ['a label from the name', text, {}, { ...text, 'x-ms-summary': 'It' }],
  [
    'deprecated, in our words',
    { ...text, deprecated: true },
    { description: 'D.', deprecated: 'Use b.' },
    { ...text, 'x-ms-summary': 'It', description: 'D. Use b.' },
  ],
  [
    'deprecated',
    { ...text, deprecated: true },
    {},
    { ...text, 'x-ms-summary': 'It', description: 'The service has deprecated it.' },
  ],
  ['not deprecated', text, { deprecated: 'Use b.' }, { ...text, 'x-ms-summary': 'It' }],
  ['null against the specification', text, { nullable: true }, { ...text, 'x-ms-summary': 'It', 'x-nullable': true }],
  [
    'no null against the specification',
    { ...text, nullable: true },
    { nullable: false },
    { ...text, 'x-ms-summary': 'It' },
  ],
  [
    'another type',
    { type: 'integer', minimum: 1, format: 'int32' },
    { type: 'string', format: 'uuid' },
    { ...text, format: 'uuid', 'x-ms-summary': 'It' },
  ],
  [
    'enum and default',
    text,
    { enum: ['a'], default: 'a' },
    { ...text, enum: ['a'], default: 'a', 'x-ms-summary': 'It' },
  ],
  [
    'no constraints',
    { type: 'integer', minimum: 1, enum: [1] },
    { constraints: 'drop' },
    { ...integer, 'x-ms-summary': 'It' },
  ],
  [
    'a schema of our own',
    { type: 'object', nullable: true, properties: { a: text } },
    { title: 'T', schema: { type: 'string', maxLength: 5 } },
    { type: 'string', maxLength: 5, 'x-nullable': true, 'x-ms-summary': 'T' },
  ],
  [
    'a schema of our own that says null',
    text,
    { schema: { type: 'string', 'x-nullable': true } },
    { ...text, 'x-nullable': true, 'x-ms-summary': 'It' },
  ],
];

test.each(overlaid)('the overlay: %s', (_, it, node, want) => {
  const { schema } = schemaOf(
    { type: 'object', properties: { it } },
    { overlay: { properties: { it: node } }, direction: 'request' },
  );
  expect(schema.properties?.it).toEqual(want);
});

test('constraints kept in a response', () => {
  const shape: Shape = { type: 'string', enum: ['a'], maxLength: 3 };
  expect(schemaOfIt(shape, { direction: 'response', node: { constraints: 'keep' } }).schema).toEqual(shape);
});

test('the overlay gives the order, leaves out, adds; the rest is unreviewed, the needless unused', () => {
  const shape: Shape = {
    type: 'object',
    required: ['a', 'gone'],
    properties: {
      z: text,
      a: { type: 'object', properties: { b: text, c: { type: 'object', properties: { d: text } } } },
      gone: text,
      list: { type: 'array', items: { type: 'object', properties: { e: text } } },
    },
  };
  const overlay: OverlayNode = {
    title: 'Root',
    properties: {
      list: {},
      a: { properties: { b: {} } },
      gone: { omit: 'a connector cannot use it' },
      later: { title: 'Of another version' },
      seen: { extra: true, schema: { type: 'integer' } },
    },
  };
  const { schema, unreviewed, unused } = schemaOf(shape, { overlay, direction: 'request' });
  expect(Object.keys(schema.properties ?? {})).toEqual(['list', 'a', 'seen', 'z']);
  expect(schema.required).toEqual(['a']);
  expect(schema['x-ms-summary']).toBe('Root');
  expect(schema.properties?.seen).toEqual({ type: 'integer', 'x-ms-summary': 'Seen' });
  expect(schema.properties?.z).toEqual({ ...text, 'x-ms-summary': 'Z', 'x-ms-visibility': 'advanced' });
  expect(unreviewed).toEqual(['/list/*/e', '/a/c', '/z']);
  expect(unused).toEqual(['/later']);
});

test('required names of the overlay win, in a request only', () => {
  const shape: Shape = { type: 'object', required: ['a'], properties: { a: text, b: text } };
  const overlay: OverlayNode = { required: ['b'], properties: { a: {}, b: {} } };
  expect(schemaOf(shape, { overlay, direction: 'request' }).schema.required).toEqual(['b']);
  expect(schemaOf(shape, { overlay, direction: 'response' }).schema.required).toBeUndefined();
});

test('what is only received is not sent, and the other way round', () => {
  const shape: Shape = {
    type: 'object',
    required: ['in', 'out'],
    properties: { in: { ...text, writeOnly: true }, out: { ...text, readOnly: true } },
  };
  const overlay = { properties: { in: {}, out: {} } };
  expect(Object.keys(schemaOf(shape, { overlay, direction: 'request' }).schema.properties ?? {})).toEqual(['in']);
  expect(Object.keys(schemaOf(shape, { overlay, direction: 'response' }).schema.properties ?? {})).toEqual(['out']);
});

test('items and unnamed properties have words of their own', () => {
  const shape: Shape = { type: 'array', items: { type: 'object', additional: text } };
  const overlay = { items: { title: 'Item', additional: { title: 'Value' } } };
  expect(schemaOf(shape, { overlay, direction: 'request' }).schema).toEqual({
    type: 'array',
    items: { type: 'object', 'x-ms-summary': 'Item', additionalProperties: { ...text, 'x-ms-summary': 'Value' } },
  });
});

test('a shape that contains itself is said once and then cut to its type', () => {
  const shapes: Readonly<Record<string, Shape>> = {
    Tree: { type: 'object', properties: { leaf: text, left: { ref: 'Tree', nullable: true } } },
    Loop: { variants: [{ ref: 'Loop' }, text] },
  };
  const shape: Shape = { type: 'object', properties: { tree: { ref: 'Tree' }, loop: { ref: 'Loop' } } };
  const overlay = { properties: { tree: { properties: { leaf: {}, left: {} } }, loop: {} } };
  const { schema } = schemaOf(shape, { overlay, direction: 'response', shapes });
  expect(schema.properties).toEqual({
    tree: {
      type: 'object',
      'x-ms-summary': 'Tree',
      properties: {
        leaf: { ...text, 'x-ms-summary': 'Leaf' },
        left: { type: 'object', 'x-nullable': true, 'x-ms-summary': 'Left' },
      },
    },
    loop: { 'x-ms-summary': 'Loop' },
  });
});

test('names that every object inherits are names like others', () => {
  const properties = JSON.parse('{"__proto__":{"type":"string"},"constructor":{"type":"string"}}') as Record<
    string,
    Shape
  >;
  const { schema, unreviewed } = schemaOf(
    { type: 'object', properties },
    { overlay: { properties: {} }, direction: 'request' },
  );
  expect(Object.keys(schema.properties ?? {})).toEqual(['__proto__', 'constructor']);
  expect(unreviewed).toEqual(['/__proto__', '/constructor']);
});
