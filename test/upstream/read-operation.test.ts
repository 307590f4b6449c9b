import type { Json } from '../../src/core/json.js';
import { readSurface } from '../../src/upstream/read-spec.js';

const info = { title: 'Things', version: '1' };

function read(spec: Json, path = '/things/{id}') {
  const { surface, losses } = readSurface(spec, {
    service: 'things',
    file: 'specs/things.json',
    operations: { make: { method: 'post', path } },
  });
  const { losses: kept = [], ...facts } = surface;
  expect(kept).toEqual(losses.map(({ code, severity, pointer, message }) => ({ code, severity, pointer, message })));
  return { surface: facts, losses: losses.map(({ code, pointer }) => `${code} ${pointer}`) };
}

describe('OpenAPI 3', () => {
  const spec = {
    openapi: '3.0.3',
    info,
    servers: [{ url: 'https://{host}/v1/' }],
    paths: {
      '/things/{thing-id}': {
        parameters: [
          { name: 'thing-id', in: 'path', required: true, schema: { type: 'string' } },
          { name: 'mode', in: 'query', schema: { type: 'string' } },
        ],
        post: {
          operationId: 'Make',
          summary: 'prose',
          deprecated: true,
          security: [],
          parameters: [
            { $ref: '#/components/parameters/Mode' },
            { name: 'sid', in: 'cookie', schema: {} },
            { name: 'ids', in: 'query', explode: false, schema: { type: 'array', items: {} } },
            { name: 'filter', in: 'query', content: { 'application/json': {} } },
            'nothing',
          ],
          requestBody: { $ref: '#/components/requestBodies/Thing' },
          responses: {
            '200': {
              description: 'prose',
              headers: { 'x-id': { schema: { type: 'string' } }, 'x-no': { $ref: '#/components/headers/None' } },
              content: {
                'text/event-stream': { schema: { type: 'string' } },
                'application/problem+json; charset=utf-8': { schema: { type: 'object' } },
              },
            },
            '204': { description: 'prose' },
            default: { $ref: '#/components/responses/Loop' },
            'x-note': {},
          },
        },
      },
    },
    components: {
      parameters: { Mode: { name: 'mode', in: 'query', required: true, deprecated: true, schema: { enum: ['a'] } } },
      requestBodies: { Thing: { required: true, content: { 'text/plain': { schema: { type: 'string' } } } } },
      responses: { Loop: { $ref: '#/components/responses/Loop' } },
    },
  };
  const post = '/paths/~1things~1{thing-id}/post';

  test('parameters, body, responses and their losses', () => {
    const { surface, losses } = read(spec);
    expect(surface).toStrictEqual({
      formatVersion: 1,
      service: 'things',
      apiVersion: '1',
      source: { title: 'Things', version: '1', openapi: '3.0.3', file: 'things.json' },
      operations: {
        make: {
          operationId: 'Make',
          method: 'post',
          path: '/things/{thing-id}',
          server: 'https://{host}/v1',
          deprecated: true,
          parameters: [
            { name: 'thing-id', in: 'path', required: true, shape: { type: 'string' } },
            { name: 'mode', in: 'query', required: true, deprecated: true, shape: { enum: ['a'] } },
            { name: 'ids', in: 'query', shape: { type: 'array', items: {} } },
            { name: 'filter', in: 'query', shape: {} },
          ],
          request: { required: true, mediaTypes: ['text/plain'], shape: { type: 'string' } },
          responses: {
            '200': {
              mediaTypes: ['text/event-stream', 'application/problem+json; charset=utf-8'],
              shape: { type: 'object' },
              headers: { 'x-id': { type: 'string' } },
            },
            '204': { mediaTypes: [] },
          },
        },
      },
    });
    expect(losses).toEqual([
      `upstream-keyword-invalid ${post}/parameters/4`,
      `upstream-parameter-lost ${post}/parameters/1`,
      `upstream-parameter-lost ${post}/parameters/2/explode`,
      `upstream-parameter-lost ${post}/parameters/3/content`,
      `upstream-reference-lost ${post}/responses/200/headers/x-no`,
      `upstream-media-type-dropped ${post}/responses/200/content/text~1event-stream`,
      `upstream-reference-lost /components/responses/Loop`,
    ]);
  });

  test('the nearest server counts', () => {
    const paths = {
      '/things/{id}': {
        servers: [{ url: 'https://item' }],
        post: { servers: [{ url: 'https://operation' }], responses: {} },
      },
    };
    expect(read({ ...spec, paths }).surface.operations.make?.server).toBe('https://operation');
  });
});

describe('Swagger 2.0', () => {
  const operation = {
    consumes: ['application/json'],
    parameters: [
      { name: 'id', in: 'path', required: true, type: 'string', minLength: 1, description: 'prose' },
      { name: 'ids', in: 'query', type: 'array', items: { type: 'integer' }, collectionFormat: 'multi' },
      { $ref: '#/parameters/Body' },
    ],
    responses: {
      '200': {
        description: 'prose',
        schema: { $ref: '#/definitions/Thing' },
        headers: { 'x-id': { type: 'integer' } },
      },
    },
  };
  const spec = {
    swagger: '2.0',
    info,
    host: 'api.example.com',
    basePath: '/v1',
    schemes: ['https'],
    produces: ['application/json'],
    paths: { '/things/{id}': { post: operation } },
    parameters: { Body: { name: 'body', in: 'body', required: true, schema: { $ref: '#/definitions/Thing' } } },
    definitions: { Thing: { type: 'object', properties: { a: { type: 'string', 'x-nullable': true } } } },
  };
  const thing = { type: 'object', properties: { a: { type: 'string', nullable: true } } };

  test('parameters, body, responses', () => {
    const { surface, losses } = read(spec);
    expect(surface.operations.make).toStrictEqual({
      method: 'post',
      path: '/things/{id}',
      server: 'https://api.example.com/v1',
      parameters: [
        { name: 'id', in: 'path', required: true, shape: { type: 'string', minLength: 1 } },
        { name: 'ids', in: 'query', shape: { type: 'array', items: { type: 'integer' } } },
      ],
      request: { required: true, mediaTypes: ['application/json'], shape: thing },
      responses: {
        '200': { mediaTypes: ['application/json'], shape: thing, headers: { 'x-id': { type: 'integer' } } },
      },
    });
    expect(losses).toEqual(['upstream-parameter-lost /paths/~1things~1{id}/post/parameters/1/collectionFormat']);
  });

  test('the fields of a form are one object', () => {
    const parameters = [
      { name: 'note', in: 'formData', type: 'string' },
      { name: 'file', in: 'formData', type: 'file', required: true },
    ];
    const paths = { '/things/{id}': { post: { ...operation, parameters, consumes: ['multipart/form-data'] } } };
    expect(read({ ...spec, paths }).surface.operations.make?.request).toStrictEqual({
      required: true,
      mediaTypes: ['multipart/form-data'],
      shape: { type: 'object', required: ['file'], properties: { note: { type: 'string' }, file: { type: 'file' } } },
    });
  });

  test.each([
    [
      'an open host',
      { 'x-ms-parameterized-host': { hostTemplate: '{host}/root' }, basePath: undefined },
      'https://{host}/root',
    ],
    ['plain http', { schemes: ['http'] }, 'http://api.example.com/v1'],
    ['no host', { host: undefined }, undefined],
  ])('the server: %s', (_, change, want) => {
    const changed = JSON.parse(JSON.stringify({ ...spec, ...change })) as Json;
    expect(read(changed).surface.operations.make?.server).toBe(want);
  });
});
