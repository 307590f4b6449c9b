import type { Json } from '../../src/core/json.js';
import type { Control } from '../../src/designer/control.js';
import { cardFor } from './card-of.js';

/** A control in one line. */
function said(control: Control): string {
  switch (control.kind) {
    case 'dropdown':
      return `dropdown ${control.options.map(({ title, value }) => `${title}=${value}`).join(',')}`;
    case 'array':
      return 'item' in control
        ? `array of ${said(control.item)}`
        : `array of { ${control.fields.map((field) => `${field.label}${field.required ? '*' : ''}: ${said(field.control)}`).join('; ')} }`;
    case 'list':
    case 'tree':
    case 'schema':
      return `${control.kind} ${JSON.stringify(control.source)}`;
    case 'editor':
      return `editor ${control.editor}`;
    default:
      return control.kind;
  }
}

/** Fields as `key | label, * where required | control | when shown`. */
const fieldsOf = (parameters: object, definitions?: Json) =>
  cardFor({ parameters }, definitions).fields.map(
    ({ key, label, required, control, shown }) =>
      `${key} | ${label}${required ? ' *' : ''} | ${said(control)} | ${shown}`,
  );

const body = (schema: object, more: object = { required: true }) => [{ name: 'body', in: 'body', schema, ...more }];
const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more });
const text = { type: 'string' };

const cases: Readonly<Record<string, readonly [parameters: object, fields: readonly string[], definitions?: Json]>> = {
  'required, important, none, advanced; in document order otherwise': [
    [
      { name: 'a', in: 'query', type: 'string', 'x-ms-visibility': 'advanced' },
      { name: 'b', in: 'header', type: 'string', 'x-ms-summary': 'Bee' },
      { name: 'c', in: 'query', type: 'string', 'x-ms-visibility': 'Important' },
      { name: 'd', in: 'query', type: 'string', required: true, 'x-ms-visibility': 'advanced' },
      { name: 'e', in: 'query', type: 'string' },
      { name: 'f', in: 'query', type: 'string', required: true },
    ],
    [
      'query.$.d | d * | text | first',
      'query.$.f | f * | text | first',
      'query.$.c | c | text | first',
      'header.$.b | Bee | text | advanced',
      'query.$.e | e | text | advanced',
      'query.$.a | a | text | advanced',
    ],
  ],
  'a default is shown, what is internal never': [
    [
      { name: 'a', in: 'query', type: 'string', 'x-ms-visibility': 'advanced', default: 'x' },
      { name: 'b', in: 'query', type: 'string', required: true, 'x-ms-visibility': 'internal', default: 'y' },
    ],
    ['query.$.b | b * | text | never', 'query.$.a | a | text | first'],
  ],
  'objects are taken apart, titles of parents before those of children': [
    body(
      object(
        {
          who: object({ name: { ...text, title: 'Name' }, mail: text }, { title: 'Person', required: ['name'] }),
          at: object({ city: { ...text, 'x-ms-summary': 'City' } }, { 'x-ms-summary': 'Address' }),
        },
        { required: ['who'] },
      ),
    ),
    [
      'body.$.who.name | Person Name * | text | first',
      'body.$.who.mail | Person mail | text | advanced',
      'body.$.at.city | Address City | text | advanced',
    ],
  ],
  'the title of the body itself is put before all': [
    body(object({ name: { ...text, title: 'Name' } }, { title: 'Request' })),
    ['body.$.name | Request Name | text | advanced'],
  ],
  'a body that is not required marks nothing': [
    body(object({ name: text }, { required: ['name'] }), {}),
    ['body.$.name | name | text | advanced'],
  ],
  'an object in an optional object is not required': [
    body(object({ who: object({ name: text }, { required: ['name'] }) })),
    ['body.$.who.name | name | text | advanced'],
  ],
  'visibility is inherited from the object around': [
    body(
      object({
        a: object({ b: text, c: { ...text, 'x-ms-visibility': 'advanced' } }, { 'x-ms-visibility': 'important' }),
      }),
    ),
    ['body.$.a.b | b | text | first', 'body.$.a.c | c | text | advanced'],
  ],
  'what is read-only is dropped, an internal object is not taken apart': [
    body(
      object({
        id: { ...text, readOnly: true },
        both: object({ id: text }, { readOnly: true }),
        kind: object({ of: text }, { 'x-ms-visibility': 'internal', default: { of: 'x' } }),
      }),
    ),
    ['body.$.kind | kind | object | never'],
  ],
  'a list of objects is one editor with a field for each property': [
    body(
      object(
        {
          messages: {
            type: 'array',
            title: 'Messages',
            items: object(
              {
                role: { ...text, enum: ['user'], 'x-ms-summary': 'Role' },
                parts: { type: 'array', items: object({ text }) },
              },
              { required: ['role'], title: 'Message' },
            ),
          },
          stop: { type: 'array', items: text },
          any: { type: 'array' },
        },
        { required: ['messages'] },
      ),
    ),
    [
      'body.$.messages | Messages * | array of { Role*: dropdown user=user; parts: array of { text: text } } | first',
      'body.$.stop | stop | array of text | advanced',
      'body.$.any | any | raw | advanced',
    ],
  ],
  'choices: an enum, with names, yes and no': [
    [
      { name: 'a', in: 'query', type: 'string', required: true, enum: ['x', 'y'] },
      {
        name: 'b',
        in: 'query',
        type: 'integer',
        required: true,
        enum: [1, 2],
        'x-ms-enum-values': [{ displayName: 'One', value: 1 }, { value: 2 }, 'no'],
      },
      { name: 'c', in: 'query', type: 'boolean', required: true },
      { name: 'd', in: 'query', type: 'boolean' },
    ],
    [
      'query.$.a | a * | dropdown x=x,y=y | first',
      'query.$.b | b * | dropdown One=1,2=2 | first',
      'query.$.c | c * | dropdown Yes=true,No=false | first',
      'query.$.d | d | dropdown =,Yes=true,No=false | advanced',
    ],
  ],
  'choices that another operation gives': [
    [
      {
        name: 'a',
        in: 'query',
        type: 'string',
        'x-ms-dynamic-values': { operationId: 'List', parameters: { of: { parameter: 'b' }, top: 5 } },
      },
      {
        name: 'b',
        in: 'query',
        type: 'string',
        'x-ms-dynamic-list': {
          operationId: 'List',
          parameters: { of: { parameterReference: 'c' }, top: { value: 5 } },
        },
      },
      {
        name: 'c',
        in: 'query',
        type: 'string',
        'x-ms-dynamic-tree': { open: { operationId: 'Roots', parameters: {} }, browse: { operationId: 'Below' } },
      },
    ],
    [
      'query.$.a | a | list {"operationId":"List","arguments":[{"name":"of","field":"b"},{"name":"top","value":5}]} | advanced',
      'query.$.b | b | list {"operationId":"List","arguments":[{"name":"of","field":"c"},{"name":"top","value":5}]} | advanced',
      'query.$.c | c | tree {"operationId":"Roots","arguments":[]} | advanced',
    ],
  ],
  'fields that another operation gives': [
    body(object({ row: object({ x: text }, { 'x-ms-dynamic-schema': { operationId: 'Shape', parameters: {} } }) })),
    ['body.$.row | row | schema {"operationId":"Shape","arguments":[]} | advanced'],
  ],
  editors: [
    body(
      object({
        a: { ...text, format: 'html' },
        b: { type: 'object', 'x-ms-editor': 'dictionary' },
        c: { ...text, 'x-ms-editor': 'code' },
        d: { type: 'object' },
      }),
    ),
    [
      'body.$.a | a | html | advanced',
      'body.$.b | b | dictionary | advanced',
      'body.$.c | c | editor code | advanced',
      'body.$.d | d | object | advanced',
    ],
  ],
  'a body without a type is one raw box': [
    body({ properties: { a: text } }, { 'x-ms-summary': 'All of it' }),
    ['body.$ | All of it | raw | advanced'],
  ],
  'what allOf includes has no fields': [body({ allOf: [object({ a: text })] }), ['body.$ | body * | raw | first']],
  'a body that is a list, a text, an object of which nothing is known': [
    [{ name: 'rows', in: 'body', required: true, schema: { type: 'array', items: object({ a: text }) } }],
    ['body.$ | rows * | array of { a: text } | first'],
  ],
  'a body of text': [body(text), ['body.$ | body * | text | first']],
  'a body of read-only properties': [
    body(object({ a: { ...text, readOnly: true } })),
    ['body.$ | body * | object | first'],
  ],
  'a form: a file has a name, what cannot be shown is left out': [
    [
      { name: 'file', in: 'formData', type: 'file', required: true, 'x-ms-summary': 'File' },
      { name: 'note', in: 'formData', type: 'string' },
      { name: 'tags', in: 'formData', type: 'array', items: text },
      { name: 'a"b', in: 'formData', type: 'file' },
    ],
    [
      'formData.$.file.$content | File * | file | first',
      'formData.$.file.$filename | File (file name) | text | advanced',
      'formData.$.note | note | text | advanced',
    ],
  ],
  'names are escaped in keys': [
    body(object({ 'a.b': text, '@odata[*]?~': text })),
    ['body.$.a~1b | a.b | text | advanced', 'body.$.@odata~2~3]~4~0 | @odata[*]?~ | text | advanced'],
  ],
  'a schema in itself is a raw box there': [
    body({ $ref: '#/definitions/Node' }),
    [
      'body.$.name | name | text | advanced',
      'body.$.next | next | raw | advanced',
      'body.$.all | all | array of raw | advanced',
    ],
    {
      Node: object({
        name: text,
        next: { $ref: '#/definitions/Node' },
        all: { type: 'array', items: { $ref: '#/definitions/Node' } },
      }),
    } as unknown as Json,
  ],
};

test.each(Object.entries(cases))('%s', (_name, [parameters, fields, definitions]) => {
  expect(fieldsOf(parameters, definitions)).toEqual(fields);
});

test('what a parameter says is in its field', () => {
  const parameters = [
    {
      name: 'id',
      in: 'path',
      type: 'integer',
      format: 'int32',
      required: true,
      description: 'Which one.',
      'x-ms-summary': 'Thing ID',
      'x-ms-url-encoding': 'double',
      default: 7,
    },
  ];
  expect(cardFor({ parameters }).fields).toEqual([
    {
      key: 'path.$.id',
      name: 'id',
      where: 'path',
      pointer: '/paths/~1things/post/parameters/0',
      label: 'Thing ID',
      placeholder: 'Which one.',
      type: 'integer',
      format: 'int32',
      control: { kind: 'text' },
      required: true,
      default: 7,
      visibility: 'none',
      encoded: 2,
      shown: 'first',
    },
  ]);
});

test('parameters that have no field are told', () => {
  const parameters = [
    { name: 'tags', in: 'formData', type: 'array', items: text },
    { name: 'x', in: 'query' },
    { name: 'connectionId', in: 'path', type: 'string', required: true, 'x-ms-visibility': 'internal' },
  ];
  expect(cardFor({ parameters }).dropped).toEqual([
    { name: 'tags', where: 'formData', pointer: '/paths/~1things/post/parameters/0' },
    { name: 'x', where: 'query', pointer: '/paths/~1things/post/parameters/1' },
  ]);
});
