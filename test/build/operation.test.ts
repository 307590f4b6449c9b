import { action } from '../../src/build/operation.js';
import { any, file } from '../../src/build/compose.js';
import { array } from '../../src/build/array.js';
import { constant, inForm, inHeader, inPath, inQuery } from '../../src/build/parameter.js';
import { define } from '../../src/build/define.js';
import { dynamicList, dynamicProperties, dynamicSchema, dynamicValues } from '../../src/build/dynamic.js';
import { inBody } from '../../src/build/body.js';
import { integer } from '../../src/build/number.js';
import { notificationUrl, pollingTrigger, webhookTrigger } from '../../src/build/trigger.js';
import { object } from '../../src/build/object.js';
import { errors, response } from '../../src/build/response.js';
import { string } from '../../src/build/string.js';
import type { Schema } from '../../src/openapi/types.js';
import { ListQueues } from './example.js';

const words = { operationId: 'Run', method: 'post', path: '/a', summary: 'Run', description: 'Runs.' } as const;
const responses = { 200: response('All.', any()) };

test('parameters', () => {
  expect([
    inPath('id', string({ title: 'ID' })),
    inPath('id', string(), { encoding: 'double' }),
    inQuery('ids', array(integer()), { collectionFormat: 'multi' }),
    inHeader('If-Match', string(), { required: true }),
    inForm('file', file()),
    constant('header', 'Accept', string({ default: 'text/plain' })),
    inBody(any()),
    inBody(any(), { title: 'Ticket', description: 'It.', required: false, extensions: { 'x-ms-test-value': 1 } }),
  ]).toEqual([
    { name: 'id', in: 'path', required: true, type: 'string', 'x-ms-summary': 'ID', 'x-ms-url-encoding': 'single' },
    { name: 'id', in: 'path', required: true, type: 'string', 'x-ms-url-encoding': 'double' },
    { name: 'ids', in: 'query', required: false, type: 'array', items: { type: 'integer' }, collectionFormat: 'multi' },
    { name: 'If-Match', in: 'header', required: true, type: 'string' },
    { name: 'file', in: 'formData', required: false, type: 'file' },
    {
      name: 'Accept',
      in: 'header',
      required: true,
      type: 'string',
      default: 'text/plain',
      'x-ms-visibility': 'internal',
    },
    { name: 'body', in: 'body', required: true, schema: {} },
    {
      name: 'body',
      in: 'body',
      required: false,
      description: 'It.',
      'x-ms-summary': 'Ticket',
      'x-ms-test-value': 1,
      schema: {},
    },
  ]);
  expect(() => inQuery('a', string({ example: 'x' }))).toThrow(
    'The query parameter "a" cannot have example: only a body can.',
  );
});

test('what is only sometimes there', () => {
  const contract = { responses: { 200: { expect: { required: ['a'] } } } };
  const extensions = { 'x-ms-pageable': { nextLinkName: 'nextLink' } };
  const given = { visibility: 'advanced', deprecated: true, tags: ['t'], security: [] } as const;
  expect(action({ ...words, responses, contract, extensions, ...given })).toEqual({
    method: 'post',
    path: '/a',
    operation: {
      operationId: 'Run',
      summary: 'Run',
      description: 'Runs.',
      'x-ms-visibility': 'advanced',
      deprecated: true,
      tags: ['t'],
      security: [],
      parameters: [],
      responses: { 200: { description: 'All.', schema: {} } },
      'x-ms-pageable': { nextLinkName: 'nextLink' },
    },
    contract,
  });
});

test.each([
  ['no form', [], undefined],
  ['fields', [inForm('a', string())], ['application/x-www-form-urlencoded']],
  ['fields and a file', [inForm('a', string()), inForm('b', file())], ['multipart/form-data']],
])('media types of %s', (_, parameters, want) => {
  expect(action({ ...words, parameters, responses }).operation.consumes).toEqual(want);
});

test('answers', () => {
  const headers = { Location: string({ description: 'Where.' }) };
  const examples = { 'application/json': { a: 1 } };
  expect({ 201: response('Made.', any(), { headers, examples }), ...errors(404, 429) }).toEqual({
    201: {
      description: 'Made.',
      schema: {},
      headers: { Location: { type: 'string', description: 'Where.' } },
      examples,
    },
    404: { description: 'There is no such resource.' },
    429: { description: 'Too many requests were sent.' },
  });
});

test('dynamic calls', () => {
  const path = { parameter: 'body/project' };
  const Form = action({
    ...words,
    operationId: 'Form',
    parameters: [inQuery('id', string(), { required: true }), inQuery('of', string())],
    responses: { 200: response('All.', array(object({ id: integer(), at: object({ name: string() }) }))) },
  });
  const parameters = { id: path, of: 'a' };
  expect([
    dynamicValues(ListQueues, { collection: 'queues', value: 'id', title: 'name' }),
    dynamicValues(Form, { value: 'id', title: 'at/name', parameters: { id: { parameter: 'project' } } }),
    dynamicList(Form, { value: 'id', title: 'at/name', parameters }),
    dynamicList(ListQueues, { collection: 'queues', value: 'id', title: 'name' }),
    dynamicSchema(Form, { parameters }),
    dynamicProperties(ListQueues, { path: 'queues' }),
  ]).toEqual([
    {
      'x-ms-dynamic-values': {
        operationId: 'ListQueues',
        'value-collection': 'queues',
        'value-path': 'id',
        'value-title': 'name',
      },
    },
    {
      'x-ms-dynamic-values': {
        operationId: 'Form',
        parameters: { id: { parameter: 'project' } },
        'value-path': 'id',
        'value-title': 'at/name',
      },
    },
    {
      'x-ms-dynamic-list': {
        operationId: 'Form',
        parameters: { id: { parameterReference: 'body/project' }, of: { value: 'a' } },
        itemValuePath: 'id',
        itemTitlePath: 'at/name',
      },
    },
    {
      'x-ms-dynamic-list': {
        operationId: 'ListQueues',
        itemsPath: 'queues',
        itemValuePath: 'id',
        itemTitlePath: 'name',
      },
    },
    { 'x-ms-dynamic-schema': { operationId: 'Form', parameters: { id: path, of: 'a' } } },
    { 'x-ms-dynamic-properties': { operationId: 'ListQueues', itemValuePath: 'queues' } },
  ]);
});

describe('triggers', () => {
  const notification = { description: 'It.', schema: string() };
  const hook = (schema: Schema) => webhookTrigger({ ...words, notification, responses, parameters: [inBody(schema)] });

  test('a webhook, with the address deep in its body', () => {
    const body = object({ hook: define('Hook', object({ to: notificationUrl({ title: 'Callback URL' }) })) });
    expect(hook(body)).toEqual({
      method: 'post',
      path: '/a',
      notification: { description: 'It.', schema: { type: 'string' } },
      operation: {
        operationId: 'Run',
        summary: 'Run',
        description: 'Runs.',
        'x-ms-trigger': 'single',
        parameters: [
          {
            name: 'body',
            in: 'body',
            required: true,
            schema: { type: 'object', properties: { hook: { $ref: '#/definitions/Hook' } } },
          },
        ],
        responses: { 200: { description: 'All.', schema: {} } },
      },
    });
  });

  test('a webhook that does not say where to', () => {
    const loop: Schema = define('Loop', () => object({ loop, url: string() }));
    expect(() => hook(loop)).toThrow('The body of the webhook trigger Run has no notificationUrl().');
  });

  test('a poll', () => {
    expect(pollingTrigger({ ...words, method: 'get', batch: true, hint: 'Wait.', responses }).operation).toEqual({
      operationId: 'Run',
      summary: 'Run',
      description: 'Runs.',
      'x-ms-trigger': 'batch',
      'x-ms-trigger-hint': 'Wait.',
      'x-ms-trigger-metadata': { kind: 'query', mode: 'polling' },
      parameters: [],
      responses: { 200: { description: 'All.', schema: {} } },
    });
  });
});
