import { readConnector } from '../../src/definition/read.js';
import { readJson } from '../../src/core/json-read.js';
import type { JsonObject } from '../../src/core/json.js';
import type { Connector } from '../../src/definition/connector.js';

const ticket = {
  type: 'object',
  properties: {
    id: { type: 'integer', title: 'ID' },
    notes: {
      type: 'array',
      title: 'Notes',
      items: { type: 'object', properties: { text: { type: 'string', title: 'Text' } } },
    },
  },
};
const answer = { description: 'A ticket.', schema: { $ref: '#/definitions/Ticket' } };

/** A definition with two operations that share a schema, and one that is internal. */
export const definition = {
  swagger: '2.0',
  info: { title: 'Tickets', version: '1.0' },
  host: 'tickets.example.com',
  basePath: '/',
  definitions: { Ticket: ticket },
  paths: {
    '/tickets/{id}': {
      get: {
        operationId: 'GetTicket',
        summary: 'Get a ticket',
        parameters: [{ in: 'path', name: 'id', type: 'integer', required: true, 'x-ms-summary': 'ID' }],
        responses: { 200: answer, 404: { description: 'None.' } },
      },
      put: {
        operationId: 'ChangeTicket',
        summary: 'Change a ticket',
        parameters: [
          { in: 'path', name: 'id', type: 'integer', required: true, 'x-ms-summary': 'ID' },
          {
            in: 'query',
            name: 'how',
            type: 'string',
            enum: ['all', 'some'],
            default: 'some',
            'x-ms-summary': 'How',
            'x-ms-visibility': 'important',
          },
          { in: 'body', name: 'body', required: true, schema: { $ref: '#/definitions/Ticket' } },
        ],
        responses: { 200: answer },
      },
    },
    '/lists': {
      get: { operationId: 'Lists', 'x-ms-visibility': 'internal', responses: { 200: { description: 'Lists.' } } },
    },
  },
} satisfies JsonObject;

const parameters = {
  region: {
    type: 'string',
    uiDefinition: {
      displayName: 'Region',
      description: 'Where.',
      constraints: { tabIndex: 2, allowedValues: [{ text: 'Europe', value: 'eu' }, { value: 'us' }] },
    },
  },
  api_key: {
    type: 'securestring',
    uiDefinition: {
      displayName: 'Key',
      description: 'From your profile.',
      tooltip: 'Type it.',
      constraints: { tabIndex: 1, required: 'true' },
    },
  },
  secret: {
    type: 'string',
    defaultValue: 'x',
    uiDefinition: { displayName: 'Kept', description: '', constraints: { hidden: 'true' } },
  },
  token: { type: 'oauthSetting' },
} satisfies JsonObject;

/** The connector, with what is given in place of its own. */
export function tickets(given: { readonly definition?: JsonObject; readonly properties?: JsonObject } = {}): Connector {
  const properties = given.properties ?? { connectionParameters: parameters };
  const read = (file: string, value: JsonObject) => readJson(file, JSON.stringify(value));
  const { connector } = readConnector({
    name: 'tickets',
    definition: read('apiDefinition.swagger.json', given.definition ?? definition),
    properties: read('apiProperties.json', { properties }),
  });
  if (connector === undefined) throw new Error('it can be read');
  return connector;
}
