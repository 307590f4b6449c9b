import { connector } from '../build/connector.js';
import { integer } from '../build/number.js';
import { object } from '../build/object.js';
import { action } from '../build/operation.js';
import { inPath } from '../build/parameter.js';
import { errors, response } from '../build/response.js';
import { apiKey } from '../build/security.js';
import { string } from '../build/string.js';
import { writeJson } from '../core/json-write.js';
import type { Connector } from '../definition/connector.js';
import { SAMPLE_FORMAT_VERSION } from '../http/recorded-exchange.js';
import type { ProjectFile } from './modules.js';

const host = 'tickets.contoso.com';

/** A connector to begin with: one action that reads one thing, and a key. */
export function emptyConnector(name: string): Connector {
  const id = integer({ title: 'Ticket ID', description: 'The number of the ticket.' });
  return connector({
    name,
    title: 'Contoso Tickets',
    description: 'Reads the tickets of the Contoso help desk.',
    version: '1.0.0',
    host,
    contact: { name: 'Contoso', url: 'https://contoso.com', email: 'help@contoso.com' },
    metadata: {
      website: 'https://contoso.com',
      privacyPolicy: 'https://contoso.com/privacy',
      categories: ['IT Operations'],
    },
    brandColor: '#1b6ec2',
    publisher: 'Contoso',
    security: apiKey({ in: 'header', name: 'X-Api-Key', description: 'The key from your profile page.' }),
    operations: [
      action({
        operationId: 'GetTicket',
        method: 'get',
        path: '/tickets/{id}',
        summary: 'Get a ticket',
        description: 'Reads one ticket.',
        parameters: [inPath('id', id)],
        responses: {
          200: response(
            'The ticket.',
            object({
              id,
              subject: string({ title: 'Subject', description: 'What it is about.' }),
            }),
          ),
          ...errors(401, 404, 429),
        },
        contract: { responses: { 200: { expect: { required: ['id'] } } } },
      }),
    ],
  });
}

/** What {@link emptyConnector} is tested on. */
export const emptySample: ProjectFile = {
  path: 'get-ticket.json',
  text: writeJson({
    formatVersion: SAMPLE_FORMAT_VERSION,
    source: 'written by hand; put what your service sends in its place',
    request: { method: 'GET', url: `https://${host}/tickets/7` },
    response: {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: { id: 7, subject: 'Printer' },
    },
  }),
};
