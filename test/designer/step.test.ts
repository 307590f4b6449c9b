import type { Json } from '../../src/core/json.js';
import { cardFor, cardsFor } from './card-of.js';

const host = { connection: { name: "@parameters('$connections')['things']['connectionId']" } };
const text = { type: 'string' };
const body = (schema: object) => ({ name: 'body', in: 'body', required: true, schema });

/** The step of a `POST /things` with these parameters. */
const stepOf = (parameters: readonly object[], more: object = {}) => cardFor({ parameters, ...more }).step;
/** What its inputs hold beyond the connection and the method. */
const inputsOf = (parameters: readonly object[]) => {
  const { definition, standIns } = stepOf(parameters);
  const { host: given, method, path, ...inputs } = definition['inputs'] as { readonly [name: string]: Json }; // it has inputs
  expect([given, method, path]).toEqual([host, 'post', '/things']);
  return [inputs, standIns.map((pointer) => pointer.replace(/^\/inputs/, ''))];
};

test('an action', () => {
  expect(stepOf([])).toEqual({
    name: 'Do_it',
    definition: { type: 'ApiConnection', inputs: { host, method: 'post', path: '/things' }, runAfter: {} },
    standIns: [],
  });
});

test.each<readonly [name: string, parameters: readonly object[], inputs: object, standIns: readonly string[]]>([
  [
    'defaults are sent, labels stand in for what is required, the rest is left out',
    [
      { name: 'a', in: 'query', type: 'string', required: true, 'x-ms-summary': 'Ay' },
      { name: 'b', in: 'query', type: 'integer', default: 5 },
      { name: 'c', in: 'query', type: 'string' },
      { name: 'd/e', in: 'header', type: 'string', required: true },
    ],
    { queries: { a: 'Ay', b: 5 }, headers: { 'd/e': 'd/e' } },
    ['/queries/a', '/headers/d~1e'],
  ],
  [
    'a body is nested',
    [
      body({
        type: 'object',
        required: ['a', 'x.y'],
        properties: {
          a: { type: 'object', required: ['b'], properties: { b: text, c: { ...text, default: 'see' } } },
          'x.y': { ...text, title: 'Dotted' },
          rest: text,
        },
      }),
    ],
    { body: { a: { b: 'b', c: 'see' }, 'x.y': 'Dotted' } },
    ['/body/a/b', '/body/x.y'],
  ],
  ['a body in one box', [body({ type: 'array', items: text })], { body: 'body' }, ['/body']],
  [
    'nobody is asked for what is internal',
    [
      { name: 'a', in: 'query', type: 'string', required: true, 'x-ms-visibility': 'internal', default: 'v1' },
      { name: 'b', in: 'query', type: 'string', required: true, 'x-ms-visibility': 'internal' },
    ],
    { queries: { a: 'v1', b: null } },
    [],
  ],
  [
    'a form',
    [
      { name: 'file', in: 'formData', type: 'file', required: true, 'x-ms-summary': 'File' },
      { name: 'note"s', in: 'formData', type: 'string', default: 'x' },
    ],
    {
      body: {
        '$content-type': 'multipart/form-data',
        $multipart: [
          { headers: { 'Content-Disposition': 'form-data; name="file"' }, body: 'File' },
          { headers: { 'Content-Disposition': 'form-data; name="note%22s"' }, body: 'x' },
        ],
      },
    },
    ['/body/$multipart/0/body'],
  ],
  [
    'a label is no expression',
    [
      { name: 'a', in: 'query', type: 'string', required: true, 'x-ms-summary': '@{b} @c' },
      { name: 'b', in: 'query', type: 'string', required: true, 'x-ms-summary': 'at @{x}' },
    ],
    { queries: { a: '@@{b} @c', b: 'at @@{x}' } },
    ['/queries/a', '/queries/b'],
  ],
])('%s', (_name, parameters, inputs, standIns) => {
  expect(inputsOf(parameters)).toEqual([inputs, standIns]);
});

test.each<readonly [path: string, parameters: readonly object[], stored: string]>([
  ['/a/{id}', [{ name: 'id' }], "/a/@{encodeURIComponent('id')}"],
  [
    '/a/{id}',
    [{ name: 'id', 'x-ms-url-encoding': 'double', 'x-ms-summary': "It's" }],
    "/a/@{encodeURIComponent(encodeURIComponent('It''s'))}",
  ],
  ['/a/{id}', [{ name: 'id', default: 'b c' }], '/a/b%20c'],
  ['/a/{id}', [{ name: 'id', default: 'b c', 'x-ms-url-encoding': 'double' }], '/a/b%2520c'],
  ['/{connectionId}/a/{other}\n', [], '/a/{other}'],
])('the path %s with %j is stored as %s', (path, parameters, stored) => {
  const given = parameters.map((parameter) => ({ in: 'path', type: 'string', required: true, ...parameter }));
  const operation = { operationId: 'Do', parameters: given, responses: {} };
  const [card] = cardsFor({ [path]: { get: operation } } as unknown as Json); // JSON of a test
  expect(card?.step.definition['inputs']).toEqual({ host, method: 'get', path: stored });
});

test('a trigger that polls, for each item of a batch', () => {
  const schema = { type: 'object', properties: { rows: { type: 'array', items: text } }, required: ['rows'] };
  const responses = { 200: { description: '', schema } };
  expect(stepOf([], { 'x-ms-trigger': 'batch', responses }).definition).toEqual({
    type: 'ApiConnection',
    inputs: { host, method: 'post', path: '/things' },
    recurrence: { frequency: 'Minute', interval: 3 },
    splitOn: "@triggerBody()['rows']",
  });
});

test('a trigger that is called back', () => {
  const url = { ...text, 'x-ms-notification-url': true, 'x-ms-visibility': 'internal' };
  const parameters = [body({ type: 'object', properties: { hook: { type: 'object', properties: { url } } } })];
  expect(stepOf(parameters, { 'x-ms-trigger': 'single' }).definition).toEqual({
    type: 'ApiConnectionWebhook',
    inputs: { host, path: '/things', body: { hook: { url: '@{listCallbackUrl()}' } } },
  });
});
