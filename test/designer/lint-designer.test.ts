import Ajv from 'ajv-draft-04';
import { lintSchema } from '../../src/cli/schemas/lint.js';
import { run, runJson } from '../scenarios/run.js';

const ticket = {
  type: 'object',
  properties: {
    id: { type: 'integer', format: 'int32', title: 'Ticket ID', description: 'The number of the ticket.' },
    notes: {
      type: 'array',
      title: 'Notes',
      description: 'What was said.',
      items: {
        type: 'object',
        properties: {
          text: { type: 'string', title: 'Text', description: 'One note.', 'x-ms-visibility': 'advanced' },
        },
      },
    },
  },
};
const newTicket = {
  type: 'object',
  required: ['subject'],
  properties: {
    subject: {
      type: 'string',
      title: 'Subject',
      description: 'What the ticket is about, in so many words that this line is too long for a terminal.',
    },
    severity: { type: 'string', enum: ['low', 'high'], title: 'Severity', description: 'How bad it is.' },
    people: {
      type: 'array',
      title: 'People',
      description: 'Who is told.',
      items: {
        type: 'object',
        required: ['mail'],
        properties: { mail: { type: 'string', title: 'Mail', description: 'Their address.' } },
      },
    },
    tags: { type: 'array', title: 'Tags', description: 'Words.', items: { type: 'string', enum: ['a', 'b'] } },
    queue: {
      type: 'string',
      title: 'The Queue That The Ticket Goes To',
      description: 'Who is to look at it.',
      'x-ms-dynamic-values': { operationId: 'ListQueues', parameters: {}, 'value-path': 'name' },
    },
  },
};
const parameters = [
  {
    name: 'api-version',
    in: 'query',
    type: 'string',
    required: true,
    default: '2024-01-01',
    description: 'The version of the service.',
    'x-ms-summary': 'Service Version',
    'x-ms-visibility': 'internal',
  },
  { name: 'body', in: 'body', required: true, description: 'The new ticket.', schema: newTicket },
];
const operation = (operationId: string, summary: string, more: object) => ({
  operationId,
  summary,
  description: `This does it: ${summary}.`,
  responses: { 200: { description: 'The ticket.', schema: ticket } },
  ...more,
});
const definition = {
  swagger: '2.0',
  info: { title: 'Contoso Tickets', description: 'Makes the tickets of Contoso, one by one.', version: '1.0.0' },
  host: 'tickets.contoso.com',
  schemes: ['https'],
  paths: {
    '/tickets': {
      post: operation('CreateTicket', 'Create a ticket', { parameters }),
      get: operation('ListTickets', 'List tickets', {}),
    },
    '/queues': { get: operation('ListQueues', 'List queues', { 'x-ms-visibility': 'internal' }) },
  },
};
const file = 'tickets/apiDefinition.swagger.json';
const files = { [file]: JSON.stringify(definition) };

const tree = [
  'action CreateTicket: Create a ticket',
  '  POST /tickets in tickets/apiDefinition.swagger.json',
  '  This does it: Create a ticket.',
  '',
  '  Subject *            text      What the ticket is about, in so many words tha…',
  '  Advanced parameters',
  '    Severity           dropdown  low | high  How bad it is.',
  '    People             list      Who is told.',
  '      Mail *           text      Their address.',
  '    Tags               list      Words.',
  '      Item             dropdown  a | b',
  '    The Queue That The Ticket Goes To',
  '                       dropdown, ListQueues  Who is to look at it.',
  '  Never shown',
  '    Service Version *  text      = "2024-01-01"  The version of the service.',
  '',
  '  Outputs, from 200:',
  "  Body              object            body('Create_a_ticket')",
  "    Ticket ID       integer           body('Create_a_ticket')?['id']",
  "    Notes           array             body('Create_a_ticket')?['notes']",
  "      Notes Item    object            items('For_each')",
  "        Notes Text  string, advanced  items('For_each')?['text']",
  '',
  '  Stored as "Create_a_ticket":',
  '    {',
  '      "type": "ApiConnection",',
  '      "inputs": {',
  '        "host": {',
  '          "connection": {',
  `            "name": "@parameters('$connections')['tickets']['connectionId']"`,
  '          }',
  '        },',
  '        "method": "post",',
  '        "path": "/tickets",',
  '        "queries": {',
  '          "api-version": "2024-01-01"',
  '        },',
  '        "body": {',
  '          "subject": "Subject"',
  '        }',
  '      },',
  '      "runAfter": {}',
  '    }',
  '  Labels that stand in for what a person gives:',
  '    /inputs/body/subject',
  '',
];

test('a card is shown as a tree', async () => {
  const { exit, out, err } = await run('lint tickets --designer --operation CreateTicket --max-findings 0', { files });
  const end = out.findIndex((line) => line.startsWith('1 definition'));
  expect([exit, err, out.slice(0, end)]).toEqual([0, [], tree]);
});

test('troubles are told first', async () => {
  const shared = [{ name: 'id', in: 'path', type: 'string', required: true }];
  const tags = [{ name: 'tags', in: 'formData', type: 'array', items: { type: 'string' } }];
  const paths = {
    '/a/{id}': { get: { operationId: 'A', parameters: shared, responses: {} } },
    '/a/b': { parameters: shared, get: { operationId: 'B', responses: {} } },
    '/c': {
      'x-ms-notification-content': { schema: {} },
      put: { operationId: 'C', 'x-ms-trigger': 'single', parameters: tags, responses: {} },
    },
  };
  const { out } = await run('lint t --designer', {
    files: { 't/apiDefinition.swagger.json': JSON.stringify({ ...definition, paths }) },
  });
  expect(out.filter((line) => line.startsWith('  ! '))).toEqual([
    '  ! The path has parameters and the operation has no list of its own: the designer stops with a TypeError, for every operation of the connector.',
    '  ! When the workflow is opened again, the designer takes the step for A.',
    '  ! When the workflow is opened again, the designer finds no operation for the step.',
    '  ! The formData parameter tags has no field.',
  ]);
});

test('no card shows a secret', async () => {
  const key = `sk-${'0123456789abcdef'.repeat(2)}`;
  const secret = [
    { name: 'a', in: 'query', type: 'string', default: key, description: `Such as ${key}.` },
    { name: 'password', in: 'query', type: 'string', default: 'Summer2024!' },
  ];
  const paths = { '/a': { get: { operationId: 'A', parameters: secret, responses: {} } } };
  const there = { files: { 't/apiDefinition.swagger.json': JSON.stringify({ ...definition, paths }) } };
  const { out } = await run('lint t --designer', there);
  const { result } = await runJson('lint t --designer', there);
  const texts = [out.slice(0, out.indexOf('    }')).join('\n'), JSON.stringify(result.cards)];
  expect(
    texts.map((text) => [text.includes('0123456789'), text.includes('Summer'), text.includes('REDACTED')]),
  ).toEqual([
    [false, false, true],
    [false, false, true],
  ]);
});

test('an operation that is not there, and one without --designer', async () => {
  const lines = ['lint tickets --designer --operation None ListQueues', 'lint tickets --operation CreateTicket'];
  const ran = await Promise.all(lines.map((line) => run(line, { files })));
  expect(ran.map(({ exit, out, err }) => [exit, out, err[0]])).toEqual([
    [2, [], 'connector-kit: No operation with a card is called "None" or "ListQueues".'],
    [2, [], 'connector-kit: --operation goes with --designer, which is missing.'],
  ]);
});

test('cards keep their schema', async () => {
  const { exit, result } = await runJson('lint tickets --designer', { files });
  const validate = new Ajv.default({ allErrors: true }).compile(lintSchema);
  validate(result);
  expect(validate.errors ?? []).toEqual([]);
  const cards: readonly { readonly file: string; readonly operationId: string }[] = result.cards;
  expect([exit, cards.map((card) => [card.file, card.operationId])]).toEqual([
    0,
    [
      [file, 'CreateTicket'],
      [file, 'ListTickets'],
    ],
  ]);
});
