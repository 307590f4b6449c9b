import type { Json } from '../../src/core/json.js';
import { refusals } from '../../src/workflow/refused/refusals.js';
import { subjectOf } from '../../src/workflow/refused/subject.js';
import { read, withActions } from './read.js';

const refused = (value: Json) => read(value).workflows.flatMap((workflow) => refusals(subjectOf(workflow)));
const codes = (value: Json) =>
  refused(value).map(({ code, pointer }) => `${code} ${pointer.replace('/definition/actions', '')}`);

const compose = (inputs: Json = 1, ...before: readonly string[]): Json => ({
  type: 'Compose',
  inputs,
  runAfter: Object.fromEntries(before.map((name) => [name, ['Succeeded']])),
});
const scope = (actions: Json, ...before: readonly string[]): Json => ({
  ...(compose(1, ...before) as object),
  type: 'Scope',
  actions,
});

describe('what an action may read', () => {
  const rows: Readonly<Record<string, readonly [actions: Json, refusedAt: readonly string[]]>> = {
    'what runs before, by whatever way': [{ A: compose(), B: compose(1, 'A'), C: compose("@outputs('A')", 'B') }, []],
    'not what runs beside': [{ A: compose(), B: compose("@outputs('A')") }, ['/B/inputs']],
    'both sides of a join': [
      { A: compose(), B: compose(), C: compose("@concat(outputs('A'), outputs('B'))", 'A', 'B') },
      [],
    ],
    'not the side that is not joined': [
      { A: compose(), B: compose(), C: compose("@outputs('B')", 'A') },
      ['/C/inputs'],
    ],
    'not what comes later': [{ A: compose("@outputs('B')"), B: compose(1, 'A') }, ['/A/inputs']],
    'what is in a scope before': [{ S: scope({ A: compose() }), B: compose("@outputs('A')", 'S') }, []],
    'the scope before': [{ S: scope({ A: compose() }), B: compose("@string(result('S'))", 'S') }, []],
    'what the scope around runs after': [{ A: compose(), S: scope({ B: compose("@outputs('A')") }, 'A') }, []],
    'what is in a scope that the scope around runs after': [
      { S: scope({ A: compose() }), T: scope({ B: compose("@outputs('A')") }, 'S') },
      [],
    ],
    'not the scope around': [{ S: scope({ B: compose("@string(result('S'))") }) }, ['/S/actions/B/inputs']],
    'not the other branch': [
      {
        I: {
          type: 'If',
          expression: '@true',
          actions: { A: compose() },
          else: { actions: { B: compose("@outputs('A')") } },
        },
      },
      ['/I/else/actions/B/inputs'],
    ],
    'not what is in it, but of an Until': [
      {
        U: {
          type: 'Until',
          expression: "@equals(outputs('A'), 1)",
          limit: {},
          actions: { A: compose() },
          runAfter: {},
        },
        F: { type: 'Foreach', foreach: "@createArray(outputs('B'))", actions: { B: compose() }, runAfter: {} },
      },
      ['/F/foreach'],
    ],
  };
  test.each(Object.entries(rows))('%s', (_name, [actions, at]) => {
    expect(codes(withActions(actions))).toEqual(at.map((pointer) => `action-not-before ${pointer}`));
  });
});

test('what only the deployment knows is not judged', () => {
  const open = "[parameters('Open')]";
  const template = (definition: Json): Json => ({
    parameters: { Open: { type: 'string' } },
    resources: [{ type: 'Microsoft.Logic/workflows', name: 'x', properties: { definition } }],
  });
  const all = {
    A: { type: open, inputs: 1, runAfter: {} },
    B: compose("[concat('@body(''', parameters('Open'), ''')')]"),
    C: { type: 'Compose', inputs: "@variables('v')", runAfter: { A: open } },
    D: { type: 'Compose', inputs: 1, runAfter: { A: [open] } },
    E: { type: 'Terminate', inputs: { runStatus: open }, runAfter: {} },
    F: { type: 'InitializeVariable', inputs: { variables: [{ name: open, type: open, value: open }] }, runAfter: {} },
    G: {
      type: 'InitializeVariable',
      inputs: { variables: [{ name: 'n', type: 'integer', value: open }] },
      runAfter: {},
    },
    H: { type: 'Http', inputs: open, runAfter: {} },
    I: { type: 'Switch', expression: open, cases: open, runAfter: {} },
    J: { type: 'Http', inputs: { method: 'GET', uri: 'https://a.b', retryPolicy: { type: open, count: open } } },
    K: { type: 'Foreach', foreach: '@createArray(1)', runtimeConfiguration: { concurrency: { repetitions: open } } },
  };
  const triggers = { T: { type: 'Recurrence', recurrence: { frequency: open, interval: open } } };
  expect(refused(template({ triggers, actions: all, parameters: open }))).toEqual([]);
  expect(refused(template({ triggers, actions: { A: compose("@body('B')", 'B'), C: open } }))).toEqual([]);
  expect(refused(template({ triggers, actions: { A: compose("@body('B')", 'B'), S: scope(open) } }))).toEqual([]);
});

test('a Standard workflow has its parameters elsewhere', () => {
  expect(codes(withActions({ A: compose("@parameters('Site')") }))).toEqual([]);
  const declared = { definition: { triggers: {}, parameters: {}, actions: { A: compose("@parameters('Site')") } } };
  expect(codes(declared)).toEqual(['workflow-parameter-unknown /A/inputs']);
});

test('what the service says is told with it', () => {
  const [unknown, operation, without] = refused(
    withActions({
      A: compose("@body('B')"),
      S: { type: 'SetVariable', inputs: { name: 'v', value: 1 } },
      C: compose('@body()'),
    }),
  );
  expect([unknown?.when, unknown?.service]).toEqual([
    'save',
    {
      code: 'InvalidTemplate',
      message:
        "The template validation failed: 'The action(s) 'B' referenced by 'inputs' in action 'A' are not defined in the template.'.",
    },
  ]);
  expect(operation?.service).toEqual({
    code: 'InvalidVariableOperation',
    message:
      "The inputs of workflow run action 'S' of type 'SetVariable' are not valid. The variable 'v' must be initialized before it can be used inside action 'S'.",
  });
  expect(without?.service).toEqual({ code: 'InvalidTemplate' });
});

test('in document order, each thing once', () => {
  const actions = {
    Z: compose({ b: "@concat(body('X'), body('X'))", a: '@upper(1)' }),
    A: compose("@body('Y')", 'None'),
  };
  expect(codes(withActions(actions))).toEqual([
    'action-unknown /Z/inputs/b',
    'function-unknown /Z/inputs/a',
    'action-unknown /A/inputs',
    'run-after-unknown /A/runAfter/None',
  ]);
});

test('names that every object has are names like others', () => {
  const actions = JSON.parse(
    '{ "constructor": { "type": "Compose", "inputs": "@body(\'__proto__\')", "runAfter": { "toString": ["Succeeded"] } }, "valueOf": { "type": "toString" } }',
  );
  expect(codes(withActions(actions))).toEqual([
    'action-unknown /constructor/inputs',
    'run-after-unknown /constructor/runAfter/toString',
    'step-type-unknown /valueOf/type',
  ]);
});
