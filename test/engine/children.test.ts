import type { JsonObject } from '../../src/core/json.js';
import { compose, endOf, ran, readied } from './ran.js';

const calling = (id: string): JsonObject => ({
  Call: { type: 'Workflow', inputs: { host: { workflow: { id } }, body: { n: 2 } } },
});
const definition = { parameters: { P: { type: 'string', defaultValue: 'own' } } };
const wait = { type: 'Wait', inputs: { interval: { count: 1, unit: 'Hour' } } };
const respond = (inputs: JsonObject) => ({
  Wait: wait,
  Respond: { type: 'Response', inputs, runAfter: { Wait: ['Succeeded'] } },
});
const children = new Map([
  ['child', readied(respond({ statusCode: 201, body: "@concat(triggerBody()?['n'], parameters('P'))" }), definition)],
  ['failing', readied(respond({ statusCode: 404, headers: { A: 'b' } }))],
  ['silent', readied({ A: compose(1) })],
  [
    'endless',
    readied({
      ...calling('endless'),
      Respond: {
        type: 'Response',
        inputs: { body: "@actions('Call').status" },
        runAfter: { Call: ['Succeeded', 'Failed'] },
      },
    }),
  ],
]);

test.each<readonly [id: string, end: string, outputs: JsonObject | undefined]>([
  ['/subscriptions/s/workflows/child', 'Succeeded Created', { statusCode: 201, headers: {}, body: '2own' }],
  ['failing', 'Failed NotFound', { statusCode: 404, headers: { A: 'b' } }],
  ['nobody', 'Failed BadRequest', undefined],
  ['endless', 'Succeeded OK', { statusCode: 200, headers: {}, body: 'Succeeded' }],
])('the workflow %s', async (id, end, outputs) => {
  const { record } = await ran(calling(id), { children });
  const action = record.actions.get('Call');
  expect([action && endOf(action), action?.outputs]).toEqual([end, outputs]);
});

test('a workflow that does not answer', async () => {
  const { record } = await ran(calling('silent'), { children });
  const action = record.actions.get('Call');
  expect(action && endOf(action)).toBe('Failed BadGateway');
  expect(action?.outputs).toMatchObject({ statusCode: 502, body: { error: { code: 'NoResponse' } } });
});

test('the caller waits for its answer', async () => {
  const { record } = await ran(calling('child'), { children });
  expect(record.endTime).toBe('2026-01-15T11:30:00.000Z');
});

test('its secrets stay hidden', async () => {
  const secret = { parameters: { P: { type: 'SecureString', defaultValue: 'k-3f9a' } } };
  const child = readied({ Respond: { type: 'Response', inputs: { body: "@parameters('P')" } } }, secret);
  const actions = { ...calling('child'), B: compose("@concat(body('Call'), '!')", { Call: ['Succeeded'] }) };
  const { record } = await ran(actions, { children: new Map([['child', child]]) });
  expect([...record.actions.values()].map(({ outputs }) => outputs)).toEqual(['*sanitized*', '*sanitized*']);
});
