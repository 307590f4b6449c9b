import type { Document } from '../../src/openapi/types.js';
import { operations, parametersOf, walk, type NodePlace, type Visitor } from '../../src/openapi/walk.js';

const text = { type: 'string' } as const;
const document: Document = {
  swagger: '2.0',
  info: { title: 'Test', version: '1' },
  definitions: {
    Message: {
      type: 'object',
      properties: { 'a/b': text, list: { type: 'array', items: { $ref: '#/definitions/Message' } }, 'x-odd': text },
      allOf: [text, { $ref: '#/definitions/Message', items: text }],
      additionalProperties: { additionalProperties: true },
      default: { properties: { no: text } },
    },
  },
  paths: {
    '/{id}': {
      post: {
        operationId: 'Post',
        parameters: [
          { name: 'body', in: 'body', schema: text },
          { name: 'id', in: 'path', type: 'integer', required: true },
          { $ref: '#/parameters/Gone' },
        ],
        responses: {
          '200': { description: 'OK', schema: text, headers: { 'x-request-id': text } },
          '400': { $ref: '#/responses/Bad' },
          'x-more': { schema: text },
        },
      },
      parameters: [{ name: 'id', in: 'path', type: 'string', required: true }, { $ref: '#/parameters/Version' }],
      get: { operationId: 'Get', responses: {} },
      'x-more': { get: {} },
    },
    'x-more': { get: {} },
  } as unknown as Document['paths'], // with extensions, which the type leaves out
  parameters: { Version: { name: 'api-version', in: 'query', type: 'string' } },
  responses: { Bad: { description: 'Bad', schema: text } },
};

/** Every visit: the kind, and where it stands. */
function visits(of: Document): string[] {
  const seen: string[] = [];
  const note =
    (kind: string) =>
    (_: object, { pointer, path, method, operation }: NodePlace) =>
      seen.push([kind, pointer, path, method, operation?.operationId].filter((part) => part !== undefined).join(' '));
  const kinds = ['document', 'pathItem', 'operation', 'parameter', 'response', 'header', 'schema'] as const;
  walk(of, Object.fromEntries(kinds.map((kind) => [kind, note(kind)])) as Visitor);
  return seen;
}

test('walk visits every node once, in document order, with its place', () => {
  const below = '/paths/~1{id}';
  expect(visits(document)).toEqual([
    'document ',
    'schema /definitions/Message',
    'schema /definitions/Message/properties/a~1b',
    'schema /definitions/Message/properties/list',
    'schema /definitions/Message/properties/list/items',
    'schema /definitions/Message/properties/x-odd',
    'schema /definitions/Message/allOf/0',
    'schema /definitions/Message/allOf/1',
    'schema /definitions/Message/additionalProperties',
    `pathItem ${below} /{id}`,
    `operation ${below}/post /{id} post Post`,
    `parameter ${below}/post/parameters/0 /{id} post Post`,
    `schema ${below}/post/parameters/0/schema /{id} post Post`,
    `parameter ${below}/post/parameters/1 /{id} post Post`,
    `parameter ${below}/post/parameters/2 /{id} post Post`,
    `response ${below}/post/responses/200 /{id} post Post`,
    `schema ${below}/post/responses/200/schema /{id} post Post`,
    `header ${below}/post/responses/200/headers/x-request-id /{id} post Post`,
    `response ${below}/post/responses/400 /{id} post Post`,
    `parameter ${below}/parameters/0 /{id}`,
    `parameter ${below}/parameters/1 /{id}`,
    `operation ${below}/get /{id} get Get`,
    'parameter /parameters/Version',
    'response /responses/Bad',
    'schema /responses/Bad/schema',
  ]);
});

test('walk needs no part of a document, and calls no member that is missing', () => {
  expect(visits({ paths: { '/a': { get: {} } } } as unknown as Document)).toEqual([
    'document ',
    'pathItem /paths/~1a /a',
    'operation /paths/~1a/get /a get',
  ]);
  expect(() => walk(document, {})).not.toThrow();
});

test('a $ref in a document or a path item hides nothing', () => {
  const odd = { $ref: '#/x', paths: { '/a': { $ref: 'a.json', get: { operationId: 'Get', responses: {} } } } };
  expect(operations(odd as unknown as Document).map(({ pointer }) => pointer)).toEqual(['/paths/~1a/get']);
});

test('operations are those of the path items, in document order', () => {
  const found = operations(document).map(({ method, path, pointer, operation, item }) => [
    method,
    path,
    pointer,
    operation.operationId,
    item === document.paths['/{id}'],
  ]);
  expect(found).toEqual([
    ['post', '/{id}', '/paths/~1{id}/post', 'Post', true],
    ['get', '/{id}', '/paths/~1{id}/get', 'Get', true],
  ]);
});

test('parametersOf merges those of the path item and of the operation, which wins, and follows references', () => {
  const [post, get] = operations(document).map(({ item, operation }) =>
    parametersOf(document, item, operation).map(({ parameter, pointer }) => [parameter.name, pointer]),
  );
  expect(post).toEqual([
    ['id', '/paths/~1{id}/post/parameters/1'],
    ['api-version', '/parameters/Version'],
    ['body', '/paths/~1{id}/post/parameters/0'],
  ]);
  expect(get).toEqual([
    ['id', '/paths/~1{id}/parameters/0'],
    ['api-version', '/parameters/Version'],
  ]);
});
