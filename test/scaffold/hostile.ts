import type { Json, JsonObject } from '../../src/core/json.js';

/** Definitions that the builders have no plain word for, or whose names would break the code they stand in. */

const info = { title: 'Things', description: 'Reads and writes things of a service.', version: '1.0' };
const ok = { 200: { description: 'All.' } };
const words = { summary: 'Get', description: 'Gets one thing.' };
/** Without the keys that are null. */
const without = (object: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null));
const base = { swagger: '2.0', info, host: 'things.example', schemes: ['https'], paths: {} };

/** An object with `__proto__` as a key of its own. */
const proto = (value: Json): JsonObject => JSON.parse(`{ "__proto__": ${JSON.stringify(value)} }`) as JsonObject;

const get = (operation: JsonObject): JsonObject =>
  without({ operationId: 'Get', ...words, responses: ok, ...operation });
const at = (path: string, operation: JsonObject, more: JsonObject = {}): JsonObject => ({
  ...base,
  paths: { [path]: { get: get(operation), ...more } },
});
const body = (schema: JsonObject, definitions: JsonObject = {}): JsonObject => ({
  ...base,
  paths: { '/a': { post: get({ parameters: [{ name: 'body', in: 'body', required: true, schema }] }) } },
  definitions,
});
const query = (more: JsonObject): JsonObject =>
  at('/a', { parameters: [{ name: 'q', in: 'query', required: false, type: 'string', ...more }] });

const nasty = '\'"`${process.exit(1)}\\\u2028\u202e*/ //\n</script>\u0000';

export const hostile: readonly (readonly [name: string, definition: JsonObject])[] = [
  ['nothing', base],
  ['texts that would end a literal', { ...at('/a', { summary: nasty, tags: [nasty] }), tags: [{ name: nasty }] }],
  ['a path and names that would end a literal', at(`/a'"\`\${b}`, { parameters: [] })],
  ['__proto__ as a property', body({ type: 'object', properties: proto({ type: 'string' }) })],
  ['__proto__ as a definition', body({ $ref: '#/definitions/__proto__' }, proto({ type: 'object', properties: {} }))],
  ['__proto__ as an operation', at('/a', { operationId: '__proto__' })],
  ['__proto__ in an example', body({ type: 'object', example: proto({ a: 1 }) })],
  ['reserved words', at('/a', { operationId: 'delete', parameters: [{ name: 'class', in: 'query', type: 'string' }] })],
  [
    'operations called as builders are',
    {
      ...base,
      paths: Object.fromEntries(
        ['string', 'action', 'connector', 'Schema', 'things'].map((id) => [
          `/${id}`,
          { get: get({ operationId: id }) },
        ]),
      ),
    },
  ],
  [
    'operations that differ in what a name cannot hold',
    {
      ...base,
      paths: Object.fromEntries(
        ['Get-A', 'Get.A', 'Get A', 'GetA', 'Übersicht', '取得', '1st', '!?'].map((id) => [
          `/${encodeURIComponent(id)}`,
          { get: get({ operationId: id }) },
        ]),
      ),
    },
  ],
  [
    'two operations of one id',
    { ...base, paths: { '/a': { get: get({}), post: get({}) }, '/b': { get: get({ operationId: 'GET' }) } } },
  ],
  ['an operation without an id', at('/a', { operationId: null })],
  ['an operation without words', { ...base, paths: { '/a': { get: { operationId: 'Get', responses: ok } } } }],
  ['an operation without answers', at('/a', { responses: {} })],
  [
    'an operation with what no option says',
    at('/a', { schemes: ['https'], externalDocs: { url: 'https://a.example' }, 'x-own': [1, { a: null }] }),
  ],
  [
    'parameters of a path',
    at('/a/{id}', {}, { parameters: [{ name: 'id', in: 'path', required: true, type: 'string' }] }),
  ],
  [
    'parameters and answers by reference',
    {
      ...at('/a/{id}', { parameters: [{ $ref: '#/parameters/id' }], responses: { 200: { $ref: '#/responses/all' } } }),
      parameters: { id: { name: 'id', in: 'path', required: true, type: 'string' } },
      responses: { all: { description: 'All.', schema: { $ref: '#/definitions/A' } } },
      definitions: { A: { type: 'string' } },
    },
  ],
  ['a reference to nothing', body({ $ref: '#/definitions/Missing' })],
  [
    'a reference with something beside it',
    body({ $ref: '#/definitions/A', description: 'Beside.' }, { A: { type: 'string' } }),
  ],
  [
    'definitions that contain themselves and each other',
    body(
      { $ref: '#/definitions/A' },
      {
        A: { type: 'object', properties: { b: { $ref: '#/definitions/B' }, self: { $ref: '#/definitions/A' } } },
        B: { type: 'array', items: { $ref: '#/definitions/A' } },
      },
    ),
  ],
  [
    'a definition that is another',
    body({ $ref: '#/definitions/A' }, { B: { type: 'string' }, A: { $ref: '#/definitions/B' } }),
  ],
  [
    'definitions that nobody uses, of odd names',
    body({ type: 'string' }, { 'a b/ç': { type: 'string' }, Z: { type: 'object' }, string: { type: 'string' } }),
  ],
  ['a reference to an odd name', body({ $ref: '#/definitions/a b' }, { 'a b': { type: 'string' } })],
  ['schemas without a type', body({ properties: { a: {}, b: { enum: ['x'] }, c: { items: { type: 'string' } } } })],
  ['a type in vain', body({ type: 'array' })],
  [
    'allOf beside properties',
    body({ type: 'object', properties: { a: { type: 'string' } }, allOf: [{ type: 'object' }] }),
  ],
  [
    'allOf',
    body(
      {
        allOf: [{ $ref: '#/definitions/A' }, { type: 'object', properties: { b: { type: 'boolean' } } }],
        description: 'Both.',
      },
      { A: { type: 'object', properties: {} } },
    ),
  ],
  ['null where it may be', body({ type: 'string', 'x-nullable': true, format: 'datetime', 'x-ms-summary': 'When' })],
  [
    'null and a reference',
    body(
      { type: 'object', properties: { a: { $ref: '#/definitions/A', 'x-nullable': true } } },
      { A: { type: 'string', 'x-nullable': false } },
    ),
  ],
  [
    'required in odd ways',
    body({ type: 'object', required: ['b', 'b'], properties: { a: { type: 'object', required: [], properties: {} } } }),
  ],
  ['an enum of several types', body({ type: 'string', enum: ['a', 1, null], default: 2 })],
  [
    'an enum with titles',
    body({
      type: 'integer',
      enum: [1, 2],
      'x-ms-enum-values': [
        { value: 1, displayName: 'One' },
        { value: 2, displayName: 'Two' },
      ],
      default: 2,
    }),
  ],
  [
    'titles of something else',
    body({ type: 'string', enum: ['a'], 'x-ms-enum-values': [{ value: 'b', displayName: 'B' }] }),
  ],
  [
    'numbers with all their digits',
    body({ type: 'integer', maximum: 9223372036854775807n, minimum: -1, default: 9007199254740993n }),
  ],
  [
    'hidden parameters',
    at('/a/{p}', {
      parameters: [
        { name: 'p', in: 'path', required: true, type: 'string', 'x-ms-visibility': 'internal' },
        { name: 'a', in: 'query', required: true, type: 'string', 'x-ms-visibility': 'internal', default: 'x' },
        { name: 'b', in: 'header', required: true, type: 'string', 'x-ms-visibility': 'internal' },
        { name: 'c', in: 'query', required: false, type: 'integer', 'x-ms-visibility': 'internal', default: 1 },
        {
          name: 'd',
          in: 'query',
          required: true,
          type: 'string',
          enum: ['e'],
          'x-ms-visibility': 'internal',
          default: 'x',
        },
        {
          name: 'f',
          in: 'query',
          required: true,
          type: 'array',
          items: { type: 'string' },
          collectionFormat: 'multi',
          'x-ms-visibility': 'internal',
          default: [],
        },
      ],
    }),
  ],
  ['a parameter with what no option says', query({ allowEmptyValue: true, 'x-ms-url-encoding': 'double' })],
  [
    'a dynamic list of what is not there',
    query({
      'x-ms-dynamic-values': { operationId: 'Missing', parameters: { a: { parameter: 'q' } }, 'value-path': 'a' },
    }),
  ],
  [
    'a dynamic list of another shape',
    query({
      'x-ms-dynamic-list': { operationId: 'Get', parameters: { a: 1 }, more: true },
      'x-ms-dynamic-values': 'text',
    }),
  ],
  [
    'required and encoding said here and not there',
    at('/a/{a}/{b}', {
      parameters: [
        { name: 'a', in: 'path', required: true, type: 'string' },
        { name: 'b', in: 'path', required: true, type: 'string', 'x-ms-url-encoding': 'single' },
        { name: 'c', in: 'query', type: 'string' },
        { name: 'd', in: 'query', type: 'string', required: false },
      ],
    }),
  ],
  [
    'a form',
    {
      ...base,
      paths: {
        '/a': {
          post: get({
            consumes: ['multipart/form-data'],
            parameters: [{ name: 'f', in: 'formData', type: 'file', required: true }],
          }),
        },
      },
    },
  ],
  [
    'a webhook',
    {
      ...base,
      paths: {
        '/a': {
          'x-ms-notification-content': { description: 'It.', schema: { $ref: '#/definitions/Event' } },
          post: get({
            'x-ms-trigger': 'single',
            'x-ms-trigger-hint': 'Do it.',
            parameters: [{ name: 'Hook', in: 'body', required: true, schema: { $ref: '#/definitions/Hook' } }],
          }),
        },
      },
      definitions: {
        Hook: {
          type: 'object',
          required: ['url'],
          properties: { url: { type: 'string', 'x-ms-notification-url': true, 'x-ms-visibility': 'internal' } },
        },
        Event: { type: 'object', properties: { id: { type: 'string' } } },
      },
    },
  ],
  [
    'a webhook with what it should not have',
    {
      ...base,
      paths: {
        '/a': {
          'x-ms-notification-content': { schema: {}, 'x-ms-summary': 'Odd', description: 'It.' },
          post: get({ 'x-ms-trigger': 'single' }),
          get: get({ operationId: 'Other' }),
        },
      },
    },
  ],
  [
    'polling triggers',
    {
      ...base,
      paths: {
        '/a': { get: get({ 'x-ms-trigger': 'batch', 'x-ms-trigger-metadata': { kind: 'query', mode: 'polling' } }) },
        '/b': { get: get({ operationId: 'B', 'x-ms-trigger': 'batch' }) },
        '/c': { get: get({ operationId: 'C', 'x-ms-trigger': 'odd', 'x-ms-trigger-hint': 'Wait.' }) },
      },
    },
  ],
  ['paths with nothing in them', { ...base, paths: { '/a': {}, '/b': { 'x-own': 1 }, '/c': { get: get({}) } } }],
  [
    'answers with headers, examples and what is unknown',
    at('/a', {
      responses: {
        200: {
          description: 'All.',
          schema: { type: 'file' },
          headers: { 'X-A': { type: 'integer', description: 'A.' }, __b: { type: 'array', items: { type: 'string' } } },
          examples: { 'application/json': { a: 1 } },
          'x-own': true,
        },
        404: { description: 'There is no such resource.' },
        418: { description: 'A teapot.' },
        default: { description: 'Else.', schema: { $ref: '#/definitions/E' } },
      },
    }),
  ],
  [
    'several ways to sign in',
    {
      ...base,
      securityDefinitions: { a: { type: 'basic' }, b: { type: 'apiKey', in: 'query', name: 'k' } },
      security: [{ a: [] }, { b: [] }],
    },
  ],
  [
    'a sign-in with a flow that connections have not',
    {
      ...base,
      securityDefinitions: {
        o: { type: 'oauth2', flow: 'implicit', authorizationUrl: 'https://a.example', scopes: { s: 'S' } },
      },
      security: [{ o: ['s'] }],
    },
  ],
  [
    'a root with what no option says',
    without({
      ...base,
      basePath: 'v1',
      host: null,
      consumes: [],
      externalDocs: { url: 'https://a.example' },
      'x-ms-capabilities': { testConnection: { operationId: 'Get' } },
      'x-own': { a: [] },
      'x-ms-connector-metadata': [{ propertyName: 'Website', propertyValue: 'https://a.example' }],
    }),
  ],
  [
    'info with what no option says',
    {
      ...base,
      info: {
        ...info,
        contact: { name: 'A', 'x-own': 1 },
        license: { name: 'MIT' },
        'x-logo': {},
        'x-ms-keywords': ['a'],
      },
    },
  ],
];
