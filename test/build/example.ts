/** A connector written with the builders: a help desk with a key, a drop-down, a webhook. */
import { action } from '../../src/build/operation.js';
import { array } from '../../src/build/array.js';
import { boolean } from '../../src/build/boolean.js';
import { connector } from '../../src/build/connector.js';
import { define } from '../../src/build/define.js';
import { dynamicValues } from '../../src/build/dynamic.js';
import { inBody } from '../../src/build/body.js';
import { constant, inPath, inQuery } from '../../src/build/parameter.js';
import { integer } from '../../src/build/number.js';
import { notificationUrl, webhookTrigger } from '../../src/build/trigger.js';
import { nullable } from '../../src/build/compose.js';
import { object } from '../../src/build/object.js';
import { errors, response } from '../../src/build/response.js';
import { apiKey } from '../../src/build/security.js';
import { string } from '../../src/build/string.js';
import type { Infer } from '../../src/openapi/infer.js';

const apiVersion = constant('query', 'api-version', string({ title: 'API Version', default: '2024-05-01' }));

const priority = string({
  title: 'Priority',
  description: 'How soon it must be handled.',
  enum: ['low', 'high'],
  enumTitles: { low: 'Can wait', high: 'Today' },
  default: 'low',
});

export const Ticket = define(
  'Ticket',
  object({
    id: integer({ title: 'Ticket ID', description: 'The number of the ticket.', format: 'int64' }),
    subject: string({ title: 'Subject', description: 'What it is about.' }),
    priority,
    assignee: nullable(string({ title: 'Assignee', description: 'Who works on it, if anybody.' })),
    labels: array(string(), { title: 'Labels', description: 'Words to find it by.' }),
  }),
);
export type Ticket = Infer<typeof Ticket>;

export const ListQueues = action({
  operationId: 'ListQueues',
  method: 'get',
  path: '/queues',
  summary: 'List queues',
  description: 'Lists the queues for the drop-down.',
  visibility: 'internal',
  parameters: [apiVersion],
  responses: {
    200: response('The queues.', object({ queues: array(object({ id: string(), name: string() })) })),
  },
});

export const OpenTicket = action({
  operationId: 'OpenTicket',
  method: 'post',
  path: '/queues/{queue}/tickets',
  summary: 'Open a ticket',
  description: 'Opens a ticket in a queue of the help desk.',
  visibility: 'important',
  parameters: [
    inPath(
      'queue',
      string({
        title: 'Queue',
        description: 'Where the ticket goes.',
        dynamic: dynamicValues(ListQueues, { collection: 'queues', value: 'id', title: 'name' }),
      }),
    ),
    inQuery(
      'notify',
      boolean({ title: 'Notify', description: 'Whether the team gets a mail.', visibility: 'advanced' }),
    ),
    apiVersion,
    inBody(
      object(
        { subject: string({ title: 'Subject', description: 'What it is about.', maxLength: 200 }), priority },
        { required: ['subject'] },
      ),
    ),
  ],
  responses: { 201: response('The new ticket.', Ticket), ...errors(400, 401, 404, 429, 500) },
  contract: { responses: { 201: { expect: { required: ['id'] } } } },
});

const WhenATicketIsOpened = webhookTrigger({
  operationId: 'WhenATicketIsOpened',
  method: 'post',
  path: '/hooks',
  summary: 'When a ticket is opened',
  description: 'Starts a run for each ticket that is opened.',
  hint: 'Open a ticket to see it work.',
  parameters: [apiVersion, inBody(object({ url: notificationUrl() }, { required: ['url'] }))],
  notification: { description: 'The ticket.', schema: Ticket },
  responses: { 201: { description: 'Subscribed.' }, ...errors(401) },
});

export const tickets = connector({
  name: 'tickets',
  title: 'Contoso Tickets',
  description: 'Opens tickets at the Contoso help desk and tells of new ones.',
  version: '1.0.0',
  host: 'tickets.contoso.com',
  basePath: '/v1',
  contact: { name: 'Contoso', url: 'https://contoso.com', email: 'help@contoso.com' },
  metadata: {
    website: 'https://contoso.com',
    privacyPolicy: 'https://contoso.com/privacy',
    categories: ['IT Operations', 'Productivity'],
  },
  brandColor: '#1b6ec2',
  publisher: 'Contoso',
  security: apiKey({ in: 'header', name: 'X-Api-Key', description: 'The key from your profile page.' }),
  operations: [ListQueues, OpenTicket, WhenATicketIsOpened],
});
