import { call } from '../../src/actions/call.js';
import { connectionTo, managedConnection } from '../../src/actions/connection.js';
import { choose, forEach, scope, terminate, until, wait, when } from '../../src/actions/control.js';
import { compose, filter, join, parseJson, select, table } from '../../src/actions/data.js';
import type { Expr } from '../../src/actions/expression.js';
import { fn } from '../../src/actions/functions.js';
import { http } from '../../src/actions/http.js';
import { managedCall } from '../../src/actions/managed-call.js';
import { parameter } from '../../src/actions/parameter.js';
import { parallel, type Steps } from '../../src/actions/sequence.js';
import { runAfter } from '../../src/actions/step.js';
import { text } from '../../src/actions/text.js';
import { onNotification, onRequest, onSchedule } from '../../src/actions/trigger.js';
import { variable } from '../../src/actions/variable.js';
import { workflow } from '../../src/actions/workflow.js';
import { array } from '../../src/build/array.js';
import { object } from '../../src/build/object.js';
import { string } from '../../src/build/string.js';
import type { Json } from '../../src/core/json.js';
import { ListQueues, OpenTicket, tickets, type Ticket } from '../build/example.js';

const desk = connectionTo(tickets, { key: 'desk' });
const onCall = onRequest('manual', object({ names: array(string()) }));
const names = fn.coalesce(onCall.body.at('names'), []);
const host = { connection: { name: "@parameters('$connections')['desk']['connectionId']" } };

/** The actions of a workflow of these steps. */
const made = (steps: Steps): Json => workflow({ name: 'w', trigger: onCall, steps }).definition['actions'] ?? null;

test('a workflow: trigger, parameters, connections, outputs', () => {
  const limit = parameter('Limit', 'Int', { defaultValue: 3, description: 'How many.' });
  const key = parameter('Key', 'SecureString');
  const soc = managedConnection('azuresentinel');
  const trigger = onNotification<{ readonly id: string }>('When it happens', soc, '/incident-creation');
  const open = call('Open a ticket', {
    connection: desk,
    operation: OpenTicket,
    parameters: { queue: 'new/old', notify: true },
    body: { subject: fn.coalesce(trigger.body.at('id'), '') },
  });
  const built = workflow({
    name: 'tickets',
    trigger,
    parameters: [limit, key],
    steps: [open],
    outputs: { subject: open.body.at('subject'), limit: limit.value },
  });
  expect(built).toEqual({
    kind: 'workflow',
    name: 'tickets',
    connections: [soc, desk],
    definition: {
      $schema:
        'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#',
      contentVersion: '1.0.0.0',
      parameters: {
        $connections: { type: 'Object', defaultValue: {} },
        Limit: { type: 'Int', defaultValue: 3, metadata: { description: 'How many.' } },
        Key: { type: 'SecureString' },
      },
      triggers: {
        When_it_happens: {
          type: 'ApiConnectionWebhook',
          inputs: {
            host: { connection: { name: "@parameters('$connections')['azuresentinel']['connectionId']" } },
            body: { callback_url: '@{listCallbackUrl()}' },
            path: '/incident-creation',
          },
        },
      },
      actions: {
        Open_a_ticket: {
          type: 'ApiConnection',
          inputs: {
            host,
            method: 'post',
            path: '/queues/new%2Fold/tickets',
            queries: { notify: true, 'api-version': '2024-05-01' },
            body: { subject: "@coalesce(triggerBody()?['id'], '')" },
          },
          runAfter: {},
        },
      },
      outputs: {
        subject: { type: 'Object', value: "@body('Open_a_ticket')?['subject']" },
        limit: { type: 'Object', value: "@parameters('Limit')" },
      },
    },
  });
  expect(() => parameter('Key', 'SecureString', { defaultValue: 'a' })).toThrow(
    'The parameter "Key" is a secret and has a default, which would be stored in the definition.',
  );
});

test('what a call is given is what the operation takes, and gives what it answers', () => {
  const queue = fn.coalesce(fn.first(names), 'new');
  const opened = call('Open', {
    connection: desk,
    operation: OpenTicket,
    parameters: { queue },
    body: { subject: text`For ${queue}` },
    retryPolicy: { type: 'fixed', count: 2, interval: 'PT5S' },
    secure: ['inputs'],
    description: 'Opens it.',
  });
  const subject: Expr<string | null> = opened.body.at('subject');
  const ticket: Expr<Ticket> = opened.body;
  expect([subject.source, ticket.source, opened.statusCode.source]).toEqual([
    "body('Open')?['subject']",
    "body('Open')",
    "outputs('Open')?['statusCode']",
  ]);
  expect(opened.value).toEqual({
    type: 'ApiConnection',
    inputs: {
      host,
      method: 'post',
      path: "/queues/@{encodeURIComponent(coalesce(first(coalesce(triggerBody()?['names'], json('[]'))), 'new'))}/tickets",
      queries: { 'api-version': '2024-05-01' },
      body: { subject: `For @{${queue.source}}` },
      retryPolicy: { type: 'fixed', count: 2, interval: 'PT5S' },
    },
    description: 'Opens it.',
    runtimeConfiguration: { secureData: { properties: ['inputs'] } },
  });
  expect(call('List', { connection: desk, operation: ListQueues }).value).toEqual({
    type: 'ApiConnection',
    inputs: { host, method: 'get', path: '/queues', queries: { 'api-version': '2024-05-01' } },
  });
});

test('what does not fit does not compile, and throws where the compiler was talked out of it', () => {
  const body = { subject: 'a' };
  const open = { connection: desk, operation: OpenTicket } as const;
  const parameters = { queue: 'q' };
  // @ts-expect-error no queue
  const one = () => call('A', { ...open, parameters: {}, body });
  // @ts-expect-error no subject
  const two = () => call('A', { ...open, parameters, body: {} });
  // @ts-expect-error no such property
  const three = () => call('A', { ...open, parameters, body: { ...body, subjekt: 'b' } });
  // @ts-expect-error not in the enum
  const four = () => call('A', { ...open, parameters, body: { ...body, priority: 'mid' } });
  // @ts-expect-error an object is no text
  const five = () => call('A', { ...open, parameters, body: { subject: {} } });
  // @ts-expect-error no body
  const six = () => call('A', { ...open, parameters });
  const says = (problem: string) => `The action "A" does not fit OpenTicket: ${problem}`;
  expect(one).toThrow(says('It lacks queue.'));
  expect(two).toThrow(says('The body lacks "subject", which the connector requires.'));
  expect(three).toThrow(says('The body has "subjekt", which the connector does not know. Did you mean "subject"?'));
  expect(four).toThrow(says('/priority is "mid", which the connector does not admit.'));
  expect(five).toThrow(says('/subject is an object; the connector wants string.'));
  expect(six).toThrow(says('It lacks the body.'));
  const other = { ...OpenTicket, path: '/elsewhere/{queue}' };
  expect(() => call('A', { connection: desk, operation: other, parameters: { queue: 'q' }, body })).toThrow(
    says('tickets has no POST /elsewhere/{queue}.'),
  );
  const long = { subject: 'x'.repeat(201) };
  expect(() => call('A', { connection: desk, operation: OpenTicket, parameters: { queue: 'q' }, body: long })).toThrow(
    /does not fit OpenTicket: \/subject is "x+…?", which the connector does not admit\.$/,
  );
});

const a = compose('A', 1);
const b = compose('B', 2);
const c = compose('C', 3);
const d = compose('D', 4);
const plain = (inputs: Json, after: Readonly<Record<string, readonly string[]>>) => ({
  type: 'Compose',
  inputs,
  runAfter: after,
});

test('what runs after what', () => {
  const failed = runAfter(a, ['Failed', 'TimedOut'], d);
  expect(made([a, parallel([b], [c]), d])).toEqual({
    A: plain(1, {}),
    B: plain(2, { A: ['Succeeded'] }),
    C: plain(3, { A: ['Succeeded'] }),
    D: plain(4, { B: ['Succeeded'], C: ['Succeeded'] }),
  });
  expect(made([parallel([a, b], []), c])).toMatchObject({ C: { runAfter: { B: ['Succeeded'] } } });
  expect(made([a, b, failed])).toMatchObject({ D: { runAfter: { A: ['Failed', 'TimedOut'] } } });
  expect(() => made([a, b, a])).toThrow('There are two actions called A.');
  expect(() => made([a, scope('S', [compose('a', 1)])])).toThrow('There are two actions called a.');
});

test('containers', () => {
  expect(made([forEach('For each', names, { steps: (item) => [compose('Name', item)], concurrency: 5 })])).toEqual({
    For_each: {
      type: 'Foreach',
      foreach: "@coalesce(triggerBody()?['names'], json('[]'))",
      actions: { Name: plain("@items('For_each')", {}) },
      runtimeConfiguration: { concurrency: { repetitions: 5 } },
      runAfter: {},
    },
  });
  expect(made([when('Some', fn.not(fn.empty(names)), { steps: [a], otherwise: [b] })])).toEqual({
    Some: {
      type: 'If',
      expression: { and: [{ equals: ["@not(empty(coalesce(triggerBody()?['names'], json('[]'))))", true] }] },
      actions: { A: plain(1, {}) },
      else: { actions: { B: plain(2, {}) } },
      runAfter: {},
    },
  });
  const one = fn.coalesce(fn.first(names), '');
  expect(made([choose('By name', one, { cases: [['x', [a]]], otherwise: [b] })])).toEqual({
    By_name: {
      type: 'Switch',
      expression: one.written,
      cases: { Case_1: { case: 'x', actions: { A: plain(1, {}) } } },
      default: { actions: { B: plain(2, {}) } },
      runAfter: {},
    },
  });
  expect(made([until('Wait', fn.equals(one, 'x'), { steps: [a], count: 3, secure: ['outputs'] })])).toEqual({
    Wait: {
      type: 'Until',
      expression: `@equals(${one.source}, 'x')`,
      limit: { count: 3, timeout: 'PT1H' },
      actions: { A: plain(1, {}) },
      runtimeConfiguration: { secureData: { properties: ['outputs'] } },
      runAfter: {},
    },
  });
  const inner = call('Open', {
    connection: desk,
    operation: OpenTicket,
    parameters: { queue: 'q' },
    body: { subject: 's' },
  });
  expect(workflow({ name: 'w', trigger: onCall, steps: [scope('S', [parallel([inner])])] }).connections).toEqual([
    desk,
  ]);
});

test('other steps', () => {
  const list = variable('list', 'array', []);
  const count = variable('count', 'integer');
  const steps = [
    list.initialize,
    count.initialize,
    list.append('Add', { a: fn.first(names) }),
    list.set('Empty', []),
    count.increment('Count'),
    variable('t', 'string', 'a').append('More', '@b'),
    parseJson('Parse', onCall.body, { schema: object({ a: string() }) }),
    select('Upper', names, (name) => ({ name: fn.toLower(name) })),
    filter('Long', names, (name) => fn.greater(fn.length(name), 3)),
    join('One line', names, ', '),
    table('Page', names, { format: 'HTML', columns: (name) => ({ '@Name': name }) }),
    wait('Pause', { count: 5, unit: 'Second' }),
    http('Get', {
      method: 'GET',
      uri: text`https://contoso.com/${fn.encodeUriComponent('a')}`,
      audience: 'https://contoso.com',
    }),
    managedCall('Comment', managedConnection('azuresentinel'), {
      method: 'post',
      path: '/Incidents/Comment',
      body: { message: 'm' },
    }),
    terminate('Stop', { status: 'Failed', error: { code: 'Empty', message: text`None of ${fn.length(names)}.` } }),
  ];
  const parts = steps.map(({ value: { type, inputs } }) => [type, inputs]);
  const from = "@coalesce(triggerBody()?['names'], json('[]'))";
  expect(parts).toEqual([
    ['InitializeVariable', { variables: [{ name: 'list', type: 'array', value: [] }] }],
    ['InitializeVariable', { variables: [{ name: 'count', type: 'integer' }] }],
    ['AppendToArrayVariable', { name: 'list', value: { a: `@first(${from.slice(1)})` } }],
    ['SetVariable', { name: 'list', value: [] }],
    ['IncrementVariable', { name: 'count', value: 1 }],
    ['AppendToStringVariable', { name: 't', value: '@@b' }],
    ['ParseJson', { content: '@triggerBody()', schema: { type: 'object', properties: { a: { type: 'string' } } } }],
    ['Select', { from, select: { name: '@toLower(item())' } }],
    ['Query', { from, where: '@greater(length(item()), 3)' }],
    ['Join', { from, joinWith: ', ' }],
    ['Table', { from, format: 'HTML', columns: [{ header: '@@Name', value: '@item()' }] }],
    ['Wait', { interval: { count: 5, unit: 'Second' } }],
    [
      'Http',
      {
        method: 'GET',
        uri: "https://contoso.com/@{encodeURIComponent('a')}",
        authentication: { type: 'ManagedServiceIdentity', audience: 'https://contoso.com' },
      },
    ],
    [
      'ApiConnection',
      {
        host: { connection: { name: "@parameters('$connections')['azuresentinel']['connectionId']" } },
        method: 'post',
        path: '/Incidents/Comment',
        body: { message: 'm' },
      },
    ],
    [
      'Terminate',
      { runStatus: 'Failed', runError: { code: 'Empty', message: `None of @{length(${from.slice(1)})}.` } },
    ],
  ]);
  expect([list.value.source, onSchedule('Daily', { interval: 1, frequency: 'Day' }).value]).toEqual([
    "variables('list')",
    { type: 'Recurrence', recurrence: { interval: 1, frequency: 'Day' } },
  ]);
});

test('names that the service refuses', () => {
  expect(() => compose('a/b', 1)).toThrow('The name "a/b" has / in it, which the service refuses.');
  expect(() => compose('', 1)).toThrow('The name "" has 0 characters: 1 to 80 are expected.');
});
