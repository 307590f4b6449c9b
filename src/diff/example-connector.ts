import type { JsonObject } from '../core/json.js';

/* A small connector with one of each thing that an edit can be about: what examples change. */

const ticketId = { name: 'id', in: 'path', type: 'integer', format: 'int32', required: true };

const listTickets = {
  operationId: 'ListTickets',
  summary: 'List tickets',
  description: 'Lists the tickets of a queue.',
  'x-ms-pageable': { nextLinkName: 'nextLink' },
  parameters: [
    { name: 'api-version', in: 'query', type: 'string', required: true, default: 'v1', 'x-ms-visibility': 'internal' },
    { name: 'top', in: 'query', type: 'integer', format: 'int32', minimum: 1, maximum: 100 },
    { name: 'state', in: 'query', type: 'string', enum: ['open', 'closed'], default: 'open', allowEmptyValue: true },
    { name: 'ids', in: 'query', type: 'array', items: { type: 'string', maxLength: 20 } },
    { name: 'X-Trace', in: 'header', type: 'string', pattern: '^[a-f0-9]+$' },
  ],
  responses: {
    '200': {
      description: 'The tickets.',
      headers: { ETag: { type: 'string' } },
      schema: {
        type: 'object',
        properties: {
          value: { type: 'array', items: { $ref: '#/definitions/Ticket' } },
          nextLink: { type: 'string', 'x-ms-visibility': 'internal' },
        },
      },
    },
    '404': { description: 'There is no such queue.' },
  },
};

const createTicket = {
  operationId: 'CreateTicket',
  summary: 'Create a ticket',
  description: 'Creates one ticket.',
  parameters: [
    {
      name: 'body',
      in: 'body',
      required: true,
      schema: {
        type: 'object',
        required: ['subject'],
        properties: {
          subject: { type: 'string', title: 'Subject', maxLength: 200 },
          severity: { type: 'string', enum: ['low', 'high'], default: 'low', title: 'Severity' },
          due: { type: 'string', format: 'date-time', 'x-nullable': true },
          weight: { type: 'number', multipleOf: 0.5 },
          queue: { type: 'string', 'x-ms-dynamic-values': { operationId: 'ListTickets', 'value-path': 'id' } },
          labels: { type: 'object', additionalProperties: { type: 'string' } },
          tags: { type: 'array', items: { type: 'string' } },
        },
      },
    },
  ],
  responses: { '201': { description: 'The ticket.', schema: { $ref: '#/definitions/Ticket' } } },
};

const watchTickets = {
  operationId: 'WhenATicketIsOpened',
  summary: 'When a ticket is opened',
  description: 'Starts a run for each ticket.',
  'x-ms-trigger': 'single',
  parameters: [
    {
      name: 'body',
      in: 'body',
      required: true,
      schema: { type: 'object', properties: { url: { type: 'string', 'x-ms-notification-url': true } } },
    },
  ],
  responses: { '201': { description: 'Subscribed.' } },
};

/** The definition that an example of an edit changes. */
export const exampleDefinition: JsonObject = {
  swagger: '2.0',
  info: { title: 'Contoso Tickets', description: 'The tickets of Contoso.', version: '1.0.0' },
  host: 'tickets.contoso.com',
  basePath: '/',
  schemes: ['https'],
  consumes: ['application/json'],
  produces: ['application/json'],
  paths: {
    '/tickets': { get: listTickets, post: createTicket },
    '/tickets/{id}': {
      parameters: [ticketId],
      get: {
        operationId: 'GetTicket',
        responses: { '200': { description: 'The ticket.', schema: { $ref: '#/definitions/Ticket' } } },
      },
      delete: { operationId: 'DeleteTicket', responses: { '204': { description: 'Gone.' } } },
    },
    '/hooks': {
      'x-ms-notification-content': { description: 'The ticket.', schema: { $ref: '#/definitions/Ticket' } },
      post: watchTickets,
    },
  },
  definitions: {
    Ticket: {
      type: 'object',
      required: ['id'],
      properties: {
        id: { type: 'integer', format: 'int32' },
        subject: { type: 'string' },
        state: { type: 'string', enum: ['open', 'closed'] },
        opened: { type: 'string', format: 'date-time' },
        owner: { $ref: '#/definitions/Person' },
        parent: { $ref: '#/definitions/Ticket' },
      },
    },
    Person: { type: 'object', properties: { name: { type: 'string' }, email: { type: 'string', 'x-nullable': true } } },
    Unused: { type: 'object', properties: { a: { type: 'string' } } },
  },
  securityDefinitions: { key: { type: 'apiKey', in: 'header', name: 'X-Api-Key' } },
  security: [{ key: [] }],
};

/** The `apiProperties.json` that an example of an edit changes. */
export const exampleProperties: JsonObject = {
  properties: {
    connectionParameters: {
      api_key: {
        type: 'securestring',
        uiDefinition: { displayName: 'API Key', description: 'The key.', constraints: { required: 'true' } },
      },
      region: {
        type: 'string',
        allowedValues: [{ value: 'eu' }, { value: 'us' }],
        uiDefinition: { displayName: 'Region', description: 'Where.', constraints: { required: 'false' } },
      },
      'token:grant': {
        type: 'oauthSetting',
        oAuthSettings: { identityProvider: 'oauth2', clientId: 'kit', scopes: ['read'] },
      },
    },
    iconBrandColor: '#0078d4',
    policyTemplateInstances: [
      { templateId: 'setheader', title: 'Agent', parameters: { 'x-ms-apimTemplateParameter.value': 'kit' } },
    ],
  },
};
