import { callOf, type CallInputs } from '../../src/wire/connection-call.js';
import type { Document } from '../../src/openapi/types.js';
import { operations } from '../../src/openapi/walk.js';

const document = {
  swagger: '2.0',
  info: { title: 'T', version: '1' },
  paths: {
    '/things/{id}': {
      post: {
        operationId: 'Send',
        parameters: [
          { name: 'id', in: 'path', required: true, type: 'string' },
          { name: 'v', in: 'query', required: true, type: 'string' },
          {
            name: 'body',
            in: 'body',
            required: true,
            schema: { type: 'object', required: ['a'], properties: { a: { type: 'string' }, b: { default: 1 } } },
          },
        ],
        responses: { 200: { description: 'OK' } },
      },
    },
  },
} as unknown as Document;

const [send] = operations(document);

function made(inputs: CallInputs) {
  if (!send) throw new Error('the document has an operation');
  return callOf(document, send, inputs);
}

test.each<[string, CallInputs, ReturnType<typeof callOf>]>([
  [
    'what is required may be missing, but for the path',
    { mayLack: true },
    { problems: ['The path parameter "id" is missing; it is required.'] },
  ],
  [
    'what is missing is not sent',
    { mayLack: true, parameters: { id: '7' }, body: {} },
    { call: { method: 'post', path: '/things/7', body: { b: 1 } } },
  ],
  [
    'a whole body gets no defaults',
    { isWholeBody: true, parameters: { id: '7', v: '1' }, body: {} },
    { call: { method: 'post', path: '/things/7', queries: { v: '1' }, body: {} } },
  ],
  [
    'an empty text in the path is none',
    { parameters: { id: '', v: '1' }, body: {} },
    { problems: ['The path parameter "id" is missing; it is required.'] },
  ],
])('%s', (_, inputs, want) => {
  expect(made(inputs)).toEqual(want);
});
