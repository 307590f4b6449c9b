import type { JsonObject } from '../../src/core/json.js';
import { after, compose, ran } from './ran.js';

const KEY = 'k-3f9a'; // no real one
const definition = { parameters: { key: { type: 'SecureString' }, plain: { type: 'String', defaultValue: 'p' } } };
const given = { definition, parameters: { KEY } };
const secure = (...properties: readonly string[]) => ({ runtimeConfiguration: { secureData: { properties } } });
const call = (more: JsonObject = {}) => ({ type: 'Http', inputs: { method: 'get', uri: 'https://x' }, ...more });
const echo = { Call: [{ statusCode: 200, headers: {}, body: KEY }] };

/** Actions, and of each whether its inputs and its outputs are hidden. */
const cases: Readonly<
  Record<
    string,
    readonly [actions: JsonObject, hidden: Readonly<Record<string, readonly [inputs: boolean, outputs: boolean]>>]
  >
> = {
  'a secret parameter and what is made of it': [
    {
      A: compose("@toUpper(parameters('key'))"),
      B: compose("@{outputs('A')}!", after('A')),
      C: compose("@length(body('B'))", after('B')),
      D: compose("@parameters('plain')"),
    },
    { A: [true, true], B: [true, true], C: [true, true], D: [false, false] },
  ],
  'a secret in a variable, until it holds something else': [
    {
      I: {
        type: 'InitializeVariable',
        inputs: { variables: [{ name: 'v', type: 'string', value: "@parameters('key')" }] },
      },
      A: compose("@variables('v')", after('I')),
      S: { type: 'SetVariable', inputs: { name: 'v', value: 'open' }, runAfter: after('A') },
      B: compose("@variables('v')", after('S')),
    },
    { I: [true, false], A: [true, true], S: [false, false], B: [false, false] },
  ],
  'a secret in a loop': [
    {
      F: {
        type: 'Foreach',
        foreach: "@createArray(parameters('key'))",
        actions: { A: compose('@item()'), B: compose("@iterationIndexes('F')") },
      },
    },
    { F: [false, false], A: [true, true], B: [false, false] },
  ],
  'a secret in a request hides what is sent, not the answer': [
    {
      Call: call({ inputs: { method: 'get', uri: 'https://x', headers: { key: "@parameters('key')" } } }),
      B: compose("@outputs('Call')?['statusCode']", after('Call')),
    },
    { Call: [true, false], B: [false, false] },
  ],
  'outputs that are hidden, and what is made of them': [
    {
      Call: call(secure('outputs')),
      B: compose("@body('Call')", after('Call')),
      C: compose("@actions('Call')?['status']", after('Call')),
    },
    { Call: [false, true], B: [true, true], C: [true, true] },
  ],
  'inputs that are hidden': [
    { Call: call(secure('Inputs')), B: compose("=@{actions('Call')['inputs']}", after('Call')) },
    { Call: [true, false], B: [false, false] },
  ],
  'inputs are hidden from expressions as well': [
    {
      Call: call({ inputs: { method: 'get', uri: 'https://x', headers: { key: "@parameters('key')" } } }),
      B: compose("=@{actions('Call')['inputs']}", after('Call')),
    },
    { Call: [true, false], B: [false, false] },
  ],
  'the rounds of a loop': [
    {
      F: { type: 'Foreach', foreach: [1], actions: { A: compose("@parameters('key')") } },
      U: { type: 'Until', expression: '@true', actions: { B: compose("@parameters('key')") } },
      C: compose("@result('F')", after('F')),
      D: compose("@result('U')", after('U')),
    },
    { F: [false, false], A: [true, true], U: [false, false], B: [true, true], C: [true, true], D: [true, true] },
  ],
  'of a Compose the outputs go with the inputs': [
    { A: { ...compose('x'), ...secure('inputs') }, B: compose("@outputs('A')", after('A')) },
    { A: [true, true], B: [true, true] },
  ],
  'data actions': [
    {
      S: { type: 'Select', inputs: { from: "@createArray(parameters('key'))", select: '@item()' } },
      B: compose("@body('S')", after('S')),
    },
    { S: [true, true], B: [true, true] },
  ],
};

test.each(Object.entries(cases))('%s', async (_, [actions, hidden]) => {
  const { record } = await ran(actions, {
    ...given,
    replies: { Call: [{ statusCode: 200, headers: {}, body: 'answer' }] },
  });
  const seen = [...record.actions].map(([name, { inputs, outputs }]) => [
    name,
    [inputs === '*sanitized*', outputs === '*sanitized*'],
  ]);
  expect(Object.fromEntries(seen)).toEqual(hidden);
  expect(JSON.stringify([...record.actions]).toLowerCase()).not.toContain(KEY);
});

/** A message that shows a value. */
const showing = "@json('{}')[parameters('key')]";

/** What could show a secret elsewhere. */
const elsewhere: Readonly<Record<string, JsonObject>> = {
  'an error': {
    A: compose(showing),
    B: compose("@actions('A')?['error']?['message']", after('A', 'Failed')),
  },
  'a condition': { I: { type: 'If', expression: showing, actions: {} } },
  'a switch': { S: { type: 'Switch', expression: showing, cases: {} } },
  'a loop': { F: { type: 'Foreach', foreach: showing, actions: {} } },
  'an until': { U: { type: 'Until', expression: showing, actions: {} } },
  'a termination': {
    T: { type: 'Terminate', inputs: { runStatus: 'Failed', runError: { code: 'E', message: "@parameters('key')" } } },
  },
  'a response': {
    R: { type: 'Response', inputs: { headers: { K: "@parameters('key')" }, body: "@parameters('key')" } },
  },
  'an error of ParseJson': { P: { type: 'ParseJson', inputs: { content: "@parameters('key')", schema: {} } } },
  'an error of Select': {
    S: { type: 'Select', inputs: { from: "@createArray(parameters('key'))", select: "@json('{}')[item()]" } },
  },
  results: {
    S: { type: 'Scope', actions: { Call: call(secure('outputs')) } },
    R: compose("@result('S')", after('S')),
    Q: compose("@string(outputs('Call'))", after('S')),
  },
};

test.each(Object.entries(elsewhere))('a secret does not show in %s', async (_, actions) => {
  const { record } = await ran(actions, {
    ...given,
    definition: { ...definition, outputs: { O: { type: 'String', value: "@parameters('key')" } } },
    replies: echo,
  });
  expect(JSON.stringify({ ...record, actions: [...record.actions] })).not.toContain(KEY);
});

test('a call knows whether it holds a secret', async () => {
  const sent = async (actions: JsonObject) => (await ran(actions, given)).calls.map(({ secret }) => secret);
  const header = { inputs: { method: 'get', uri: 'https://x', headers: { key: "@parameters('key')" } } };
  expect(await sent({ Call: call() })).toEqual([false]);
  expect(await sent({ Call: call(header) })).toEqual([true]);
  expect(await sent({ Call: call(secure('inputs')) })).toEqual([true]);
});

test('the outputs of a trigger are hidden with all that is made of them', async () => {
  const triggers = { manual: { type: 'Request', ...secure('inputs', 'outputs') } };
  const { record } = await ran({ A: compose('@triggerBody()') }, { definition: { triggers }, trigger: { body: KEY } });
  expect(record.trigger).toEqual({ name: 'manual', type: 'Request', inputs: '*sanitized*', outputs: '*sanitized*' });
  expect(record.actions.get('A')?.outputs).toBe('*sanitized*');
});
