import type { JsonObject } from '../../src/core/json.js';

/** A valid definition with every kind of object that OpenAPI 2.0 has. */
export const richDefinition: JsonObject = {
  swagger: '2.0',
  info: {
    title: 'Messages',
    version: '1.0',
    description: 'Sends messages.',
    contact: { name: 'Support', url: 'https://contoso.com', email: 'support@contoso.com' },
    license: { name: 'MIT' },
    'x-note': { any: ['thing'] },
  },
  host: 'api.contoso.com',
  basePath: '/v1',
  schemes: ['https'],
  consumes: ['application/json'],
  produces: ['application/json'],
  paths: {
    '/messages/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, type: 'string' }],
      get: {
        operationId: 'GetMessage',
        summary: 'Get a message',
        tags: ['messages'],
        parameters: [
          { $ref: '#/parameters/Version' },
          {
            name: 'fields',
            in: 'query',
            type: 'array',
            collectionFormat: 'multi',
            items: { type: 'string', enum: ['a', 'b'] },
          },
          { name: 'trace', in: 'header', type: 'integer', minimum: 0, maximum: 9, default: 1 },
        ],
        responses: {
          '200': {
            description: 'The message.',
            schema: { $ref: '#/definitions/Message' },
            headers: { 'x-rate': { type: 'array', items: { type: 'integer' } } },
            examples: { 'application/json': { id: '1' } },
          },
          '404': { $ref: '#/responses/Refused' },
          default: { description: 'Anything else.' },
        },
      },
      put: {
        operationId: 'PutMessage',
        deprecated: true,
        parameters: [{ name: 'body', in: 'body', required: true, schema: { $ref: '#/definitions/Message' } }],
        responses: { '204': { description: 'Done.' } },
        security: [{ key: [] }],
        externalDocs: { url: 'https://contoso.com/docs' },
      },
    },
    '/files': {
      post: {
        operationId: 'AddFile',
        consumes: ['multipart/form-data'],
        parameters: [
          { name: 'file', in: 'formData', required: true, type: 'file' },
          { name: 'title', in: 'formData', type: 'string', allowEmptyValue: true, maxLength: 20, pattern: '^a' },
        ],
        responses: { '200': { description: 'The file.', schema: { type: 'file' } } },
      },
      get: {
        operationId: 'ListFiles',
        parameters: [
          {
            name: 'body',
            in: 'body',
            schema: { type: 'object', required: ['filter'], properties: { filter: { type: 'string' } } },
          },
        ],
        responses: { '200': { description: 'All.', schema: { type: 'array', items: { $ref: '#/definitions/Node' } } } },
      },
    },
  },
  definitions: {
    Message: {
      type: 'object',
      required: ['id', 'text'],
      allOf: [{ $ref: '#/definitions/Base' }],
      properties: {
        text: { type: 'string', minLength: 1, maxLength: 100, 'x-ms-summary': 'Text' },
        state: { type: 'string', enum: ['open', 'closed'], default: 'open' },
        labels: { type: 'array', items: { type: 'string' }, uniqueItems: true, maxItems: 5 },
        more: { type: 'object', additionalProperties: { type: 'number', multipleOf: 0.5 } },
        any: { type: 'object', additionalProperties: true, readOnly: true, xml: { name: 'any', wrapped: true } },
      },
      example: { id: '1', text: 'Hi' },
    },
    Base: { type: 'object', required: ['id'], properties: { id: { type: 'string', format: 'uuid', title: 'Id' } } },
    Node: {
      type: 'object',
      discriminator: 'kind',
      properties: { kind: { type: 'string' }, next: { $ref: '#/definitions/Node' } },
    },
  },
  parameters: { Version: { name: 'api-version', in: 'query', required: true, type: 'string', default: '1' } },
  responses: { Refused: { description: 'Refused.', schema: { $ref: '#/definitions/Base' } } },
  securityDefinitions: {
    key: { type: 'apiKey', name: 'api-key', in: 'header' },
    basic: { type: 'basic', description: 'A password.' },
    oauth: {
      type: 'oauth2',
      flow: 'accessCode',
      authorizationUrl: 'https://contoso.com/authorize',
      tokenUrl: 'https://contoso.com/token',
      scopes: { read: 'Reads.' },
    },
  },
  security: [{ key: [] }],
  tags: [{ name: 'messages', description: 'All about them.' }],
  externalDocs: { url: 'https://contoso.com/docs', description: 'More.' },
  'x-ms-connector-metadata': [{ propertyName: 'Website', propertyValue: 'https://contoso.com' }],
};
