import type { JsonObject } from '../core/json.js';

/*
 * A small connector with one of each thing that rules look at, and of which no rule has anything to say: what examples change.
 */

const failures = {
  '400': { description: 'The request is wrong.' },
  '401': { description: 'The key is wrong.' },
  '404': { description: 'There is no such ticket.' },
  '500': { description: 'The service failed.' },
};

const apiVersion = {
  name: 'api-version',
  in: 'query',
  type: 'string',
  required: true,
  default: '2024-01-01',
  description: 'The version of the service.',
  'x-ms-summary': 'Service Version',
  'x-ms-visibility': 'internal',
};

const ticketId = {
  name: 'id',
  in: 'path',
  type: 'integer',
  format: 'int32',
  required: true,
  description: 'The number of the ticket.',
  'x-ms-summary': 'Ticket ID',
  'x-ms-url-encoding': 'single',
};

const newTicket = {
  type: 'object',
  required: ['subject'],
  properties: {
    subject: {
      type: 'string',
      title: 'Subject',
      description: 'What the ticket is about.',
      'x-ms-visibility': 'important',
    },
    severity: {
      type: 'string',
      enum: ['low', 'high'],
      default: 'low',
      title: 'Severity',
      description: 'How bad it is.',
      'x-ms-visibility': 'advanced',
    },
    queue: {
      type: 'string',
      title: 'Queue',
      description: 'Who is to look at it.',
      'x-ms-visibility': 'advanced',
      'x-ms-dynamic-values': {
        operationId: 'ListQueues',
        parameters: {},
        'value-collection': 'queues',
        'value-path': 'name',
        'value-title': 'label',
      },
    },
  },
};

const property = (title: string, description: string): JsonObject => ({ type: 'string', title, description });

/** The definition: tickets that can be read and made, the queues that they go to, and a trigger for new ones. */
export const exampleDefinition: JsonObject = {
  swagger: '2.0',
  info: {
    title: 'Contoso Tickets',
    description: 'Reads and makes the tickets of the Contoso help desk.',
    version: '1.0.0',
    contact: { name: 'Contoso', url: 'https://www.contoso.com', email: 'support@contoso.com' },
  },
  host: 'tickets.contoso.com',
  basePath: '/v1',
  schemes: ['https'],
  consumes: ['application/json'],
  produces: ['application/json'],
  paths: {
    '/tickets/{id}': {
      get: {
        operationId: 'GetTicket',
        summary: 'Get a ticket',
        description: 'Reads one ticket.',
        'x-ms-visibility': 'important',
        parameters: [ticketId, apiVersion],
        responses: { '200': { description: 'The ticket.', schema: { $ref: '#/definitions/Ticket' } }, ...failures },
      },
    },
    '/tickets': {
      post: {
        operationId: 'CreateTicket',
        summary: 'Create a ticket',
        description: 'Makes a ticket and gives it a number.',
        parameters: [
          apiVersion,
          { name: 'body', in: 'body', required: true, description: 'The new ticket.', schema: newTicket },
        ],
        responses: { '201': { description: 'The ticket.', schema: { $ref: '#/definitions/Ticket' } }, ...failures },
      },
    },
    '/queues': {
      get: {
        operationId: 'ListQueues',
        summary: 'List the queues',
        description: 'Lists the queues that a ticket can go to.',
        'x-ms-visibility': 'internal',
        parameters: [apiVersion],
        responses: {
          '200': {
            description: 'The queues.',
            schema: {
              type: 'object',
              properties: {
                queues: {
                  type: 'array',
                  title: 'Queues',
                  description: 'All queues.',
                  items: {
                    type: 'object',
                    properties: {
                      name: property('Name', 'What the service calls it.'),
                      label: property('Label', 'What people call it.'),
                    },
                  },
                },
              },
            },
          },
          ...failures,
        },
      },
    },
    '/hooks': {
      'x-ms-notification-content': {
        description: 'A new ticket.',
        schema: { $ref: '#/definitions/Ticket' },
      },
      post: {
        operationId: 'WhenATicketIsCreated',
        summary: 'When a ticket is created',
        description: 'This operation triggers when a ticket is created.',
        'x-ms-trigger': 'single',
        parameters: [
          {
            name: 'body',
            in: 'body',
            required: true,
            description: 'Where to tell of new tickets.',
            schema: {
              type: 'object',
              required: ['url'],
              properties: {
                url: {
                  type: 'string',
                  title: 'Callback URL',
                  description: 'Where the service tells of new tickets.',
                  'x-ms-notification-url': true,
                  'x-ms-visibility': 'internal',
                },
              },
            },
          },
        ],
        responses: { '201': { description: 'The subscription was made.' }, ...failures },
      },
    },
  },
  definitions: {
    Ticket: {
      type: 'object',
      properties: {
        id: { type: 'integer', format: 'int32', title: 'Ticket ID', description: 'The number of the ticket.' },
        subject: property('Subject', 'What the ticket is about.'),
      },
    },
  },
  securityDefinitions: { api_key: { type: 'apiKey', in: 'header', name: 'X-Api-Key' } },
  security: [{ api_key: [] }],
  'x-ms-connector-metadata': [
    { propertyName: 'Website', propertyValue: 'https://www.contoso.com' },
    { propertyName: 'Privacy policy', propertyValue: 'https://www.contoso.com/privacy' },
    { propertyName: 'Categories', propertyValue: 'Productivity' },
  ],
};

/** The `apiProperties.json` beside it. */
export const exampleProperties: JsonObject = {
  properties: {
    connectionParameters: {
      api_key: {
        type: 'securestring',
        uiDefinition: {
          displayName: 'API Key',
          description: 'The key from your profile page.',
          tooltip: 'Paste the key from your profile page.',
          constraints: { tabIndex: 2, clearText: false, required: 'true' },
        },
      },
    },
    iconBrandColor: '#da3b01',
    capabilities: [],
    publisher: 'Contoso',
    stackOwner: 'Contoso',
  },
};
