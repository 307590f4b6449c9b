import type { Json, JsonObject } from '../../src/core/json.js';
import { after, compose, ends, failing, outputs, ran } from './ran.js';

const scope = (actions: JsonObject, runAfter: JsonObject = {}) => ({ type: 'Scope', actions, runAfter });
const ok = 'Succeeded OK';
const skipped = 'Skipped ActionSkipped';
const invalid = 'Failed BadRequest InvalidTemplate';
const failed = 'Failed ActionFailed';
const notMet = `${skipped} ActionConditionFailed`;
const notTaken = `${skipped} ActionBranchingConditionNotSatisfied`;
const parentNot = `${skipped} ActionDependencyFailed`;

/** Workflows, how their actions end, and how the run does. */
const cases: Readonly<
  Record<string, readonly [actions: JsonObject, want: Readonly<Record<string, string>>, run: string]>
> = {
  'no actions': [{}, {}, 'Succeeded'],
  'all that it waits for has to end as it is allowed': [
    { A: compose(1), B: failing, C: compose(1, { A: ['Succeeded'], B: ['SUCCEEDED'] }) },
    { A: ok, B: invalid, C: notMet },
    'Failed',
  ],
  'a failure that is handled': [
    { A: failing, B: compose(1, after('A', 'Failed', 'TimedOut')) },
    { A: invalid, B: ok },
    'Succeeded',
  ],
  'a failure with a branch that is not taken beside the one that handles it': [
    { A: failing, B: compose(1, after('A', 'Failed')), C: compose(1, after('A')) },
    { A: invalid, B: ok, C: notMet },
    'Failed',
  ],
  'a failure far before what is skipped': [
    { A: failing, B: compose(1, after('A')), C: compose(1, after('B')) },
    { A: invalid, B: notMet, C: notMet },
    'Failed',
  ],
  'what is skipped can be waited for': [
    { A: compose(1), B: compose(1, after('A', 'Failed')), C: compose(1, after('B', 'Skipped')) },
    { A: ok, B: notMet, C: ok },
    'Succeeded',
  ],
  'names and statuses in another case': [
    { A: compose(1), B: compose(1, after('a', 'SUCCEEDED')) },
    { A: ok, B: ok },
    'Succeeded',
  ],
  'names that every object has': [
    { constructor: compose(1), B: compose("@outputs('constructor')", after('constructor')) },
    { constructor: ok, B: ok },
    'Succeeded',
  ],
  'a scope with a failure': [
    { S: scope({ A: failing, B: compose(1, after('A')) }), C: compose(1, after('S', 'Failed')) },
    { S: failed, A: invalid, B: notMet, C: ok },
    'Succeeded',
  ],
  'a scope with nothing in it': [{ S: scope({}) }, { S: 'Succeeded' }, 'Succeeded'],
  'scopes in a scope that is skipped': [
    { A: failing, S: scope({ T: scope({ B: compose(1) }) }, after('A')) },
    { A: invalid, S: notMet, T: parentNot, B: parentNot },
    'Failed',
  ],
  'a condition that holds': [
    {
      I: {
        type: 'If',
        expression: '@equals(1, 1)',
        actions: { A: compose(1) },
        else: { actions: { B: scope({ C: compose(1) }) } },
      },
    },
    { I: 'Succeeded', A: ok, B: notTaken, C: parentNot },
    'Succeeded',
  ],
  'a condition that does not hold, and no other branch': [
    { I: { type: 'If', expression: { not: { equals: ['a', 'a'] } }, actions: { A: compose(1) } } },
    { I: 'Succeeded', A: notTaken },
    'Succeeded',
  ],
  'a condition that is no boolean': [
    { I: { type: 'If', expression: '@string(1)', actions: { A: compose(1) } } },
    { I: 'Failed ExpressionEvaluationFailed', A: parentNot },
    'Failed',
  ],
  'a condition that cannot be evaluated': [
    { I: { type: 'If', expression: { greater: ['@length(null)', 1] }, actions: { A: compose(1) } } },
    { I: invalid, A: parentNot },
    'Failed',
  ],
  'a switch takes a case, or the default': [
    {
      S: {
        type: 'Switch',
        expression: '@add(1, 1)',
        cases: { a: { case: 1, actions: { A: compose(1) } }, b: { case: 2, actions: { B: failing } } },
        default: { actions: { C: compose(1) } },
      },
      T: {
        type: 'Switch',
        expression: 'x',
        cases: { a: { case: 'y', actions: { D: compose(1) } } },
        default: { actions: { E: compose(1) } },
      },
      U: { type: 'Switch', expression: 'x', cases: {} },
    },
    { S: failed, A: notTaken, B: invalid, C: notTaken, T: 'Succeeded', D: notTaken, E: ok, U: 'Succeeded' },
    'Failed',
  ],
  'a switch with cases of another type': [
    {
      S: {
        type: 'Switch',
        expression: '2',
        cases: { a: { case: 2, actions: { A: scope({ B: compose(1) }) } } },
        default: { actions: { C: compose(1) } },
      },
    },
    {
      S: failed,
      A: 'Failed InternalServerError ActionConditionFailed',
      B: parentNot,
      C: 'Failed InternalServerError ActionConditionFailed',
    },
    'Failed',
  ],
  'a terminate within': [
    {
      S: scope({
        A: {
          type: 'Foreach',
          foreach: [1, 2],
          actions: { T: { type: 'Terminate', inputs: { runStatus: 'Cancelled' } }, B: compose(1, after('T')) },
        },
      }),
      C: compose(1, after('S', 'Cancelled', 'Succeeded')),
    },
    {
      S: 'Cancelled Terminated',
      A: 'Cancelled Terminated',
      T: 'Succeeded',
      B: 'Skipped Terminated',
      C: 'Skipped Terminated',
    },
    'Cancelled',
  ],
  'a loop over nothing': [
    { F: { type: 'Foreach', foreach: "@json('[]')", actions: { A: compose(1) } } },
    { F: 'Succeeded', A: skipped },
    'Succeeded',
  ],
  'a loop over what is no list': [
    { F: { type: 'Foreach', foreach: '@triggerBody()', actions: { A: compose(1) } } },
    { F: 'Failed ExpressionEvaluationFailed', A: parentNot },
    'Failed',
  ],
  'a loop over what cannot be evaluated': [
    { F: { type: 'Foreach', foreach: '@div(1, 0)', actions: { A: compose(1) } } },
    { F: 'Failed ExpressionEvaluationFailed', A: parentNot },
    'Failed',
  ],
  'a loop in which one item fails, and is handled in another': [
    {
      F: { type: 'Foreach', foreach: [1, 0, 2], actions: { A: compose("@div(1, items('F'))") } },
      G: {
        type: 'Foreach',
        foreach: [0],
        actions: { B: compose("@div(1, items('g'))"), C: compose(1, after('B', 'Failed')) },
      },
    },
    { F: failed, A: ok, G: 'Succeeded', B: invalid, C: ok },
    'Failed',
  ],
  'an until whose last round fails, and one whose first does': [
    {
      U: { type: 'Until', expression: '@true', actions: { A: failing } },
      V: {
        type: 'Until',
        expression: "@equals(iterationIndexes('V'), 1)",
        actions: { B: compose("@div(1, iterationIndexes('V'))") },
      },
    },
    { U: failed, A: invalid, V: 'Succeeded', B: ok },
    'Failed',
  ],
  'an until whose condition is none': [
    { U: { type: 'Until', expression: '@1', actions: { A: compose(1) } } },
    { U: 'Failed ExpressionEvaluationFailed', A: ok },
    'Failed',
  ],
};

test.each(Object.entries(cases))('%s', async (_, [actions, want, run]) => {
  const result = await ran(actions);
  expect(ends(result)).toEqual(want);
  expect(result.record.status).toBe(run);
});

test('a run that failed says so in the words of the service', async () => {
  const { record } = await ran({ A: failing });
  expect(record.error).toEqual({ code: 'ActionFailed', message: 'An action failed. No dependent actions succeeded.' });
});

const deep = (depth: number): Json => (depth === 0 ? true : { not: deep(depth - 1) });

/** Conditions, and whether they hold, or the code of the error. */
test.each<readonly [condition: Json | undefined, holds: boolean | string]>([
  ['@greater(1, 0)', true],
  [{}, true],
  [{ and: [] }, true],
  [
    { and: [{ equals: ['@triggerBody()', "it's"] }, { or: [{ less: [1, 2.5] }, { equals: ['@div(1, 0)', 1] }] }] },
    true,
  ],
  [{ and: [{ equals: ['@triggerBody()', 'its'] }] }, false],
  [{ Contains: [['@toUpper(triggerBody())', null], "IT'S"] }, true],
  [{ contains: [[], 1] }, false],
  [{ contains: [['ab'], 'a'] }, false],
  [{ startsWith: ['<@{triggerBody()}>@{1}', "<it's>1"] }, true],
  [{ not: { equals: ['@@x', '@@x'] } }, false],
  [{ equals: [true, true], less: [2, 1] }, false],
  [{ equals: [9007199254740993n, "@int('9007199254740993')"] }, true],
  [deep(80), true],
  [deep(1000), 'InvalidTemplate'],
  [{ nothing: [1] }, 'InvalidTemplate'],
  [{ 'equals(1,1) and': [1] }, 'InvalidTemplate'],
  [{ equals: ["@concat('a'", 1] }, 'InvalidTemplate'],
  ['true', 'ExpressionEvaluationFailed'],
  [undefined, 'ExpressionEvaluationFailed'],
])('the condition %j: %s', async (expression, holds) => {
  const { record } = await ran(
    { I: { type: 'If', ...(expression !== undefined && { expression }), actions: { A: compose(1) } } },
    { trigger: { body: "it's" } },
  );
  const [condition, taken] = [record.actions.get('I'), record.actions.get('A')];
  expect(condition?.error?.code ?? taken?.status === 'Succeeded').toBe(holds);
});

test.each<readonly [inputs: JsonObject, status: string, error: Json | undefined]>([
  [{ runStatus: 'failed', runError: { code: 'E1', message: '@{1}st' } }, 'Failed', { code: 'E1', message: '1st' }],
  [{ runStatus: 'Failed' }, 'Failed', { code: 'Terminated', message: 'The run was terminated.' }],
  [{ runStatus: 'Succeeded' }, 'Succeeded', undefined],
  [{}, 'Cancelled', undefined],
])('terminate with %j', async (inputs, status, error) => {
  const { record } = await ran({ T: { type: 'Terminate', inputs }, A: failing });
  expect([record.status, record.error]).toEqual([status, error]);
});

test('loops know their items, their rounds, and what was done in the same round', async () => {
  const inner = { J: compose("@concat(items('F'), items('G'), item(), outputs('I'))") };
  const actions = {
    F: {
      type: 'Foreach',
      foreach: ['a', 'b'],
      actions: {
        I: compose("@toUpper(items('F'))"),
        G: { type: 'Foreach', foreach: [1, 2], actions: inner, runAfter: after('I') },
      },
    },
    R: compose("@result('F')", after('F')),
  };
  const { record } = await ran(actions);
  expect(record.actions.get('F')?.iterations).toEqual(['Succeeded', 'Succeeded']);
  expect(record.actions.get('J')?.repetitions?.map(({ indexes, outputs: text }) => [indexes, text])).toEqual([
    [[0, 0], 'a11A'],
    [[0, 1], 'a22A'],
    [[1, 0], 'b11B'],
    [[1, 1], 'b22B'],
  ]);
  const result = record.actions.get('R')?.outputs as JsonObject[]; // what result() gives
  expect(result.map(({ name, status, repetitionCount }) => [name, status, repetitionCount])).toEqual([
    ['I', 'Succeeded', 2],
    ['G', 'Succeeded', 2],
  ]);
});

test('what another loop has done is seen from each round', async () => {
  const loop = (foreach: Json, actions: JsonObject, runAfter: JsonObject = {}) => ({
    type: 'Foreach',
    foreach,
    actions,
    runAfter,
  });
  const inner = loop([1, 2], { B: compose("@concat(items('F'), item())") });
  const outer = loop(['a', 'b'], {
    G: inner,
    C: compose("@outputs('B')", after('G')),
    D: compose("@length(first(result('G'))['outputs'])", after('G')),
  });
  const actions = {
    F: outer,
    H: loop([1, 2], { E: compose("@createArray(outputs('B'), length(first(result('F'))['outputs']))") }, after('F')),
  };
  const { record } = await ran(actions, { seed: 3 });
  const seen = (name: string) => record.actions.get(name)?.repetitions?.map(({ outputs: got }) => got);
  expect([seen('C'), seen('D')]).toEqual([
    ['a2', 'b2'],
    [2, 2],
  ]);
  expect(seen('E')?.map((got) => (got as Json[])[1])).toEqual([2, 2]);
});

const until = (expression: string, more: JsonObject = {}) => ({
  N: { type: 'InitializeVariable', inputs: { variables: [{ name: 'n', type: 'integer', value: 0 }] } },
  U: {
    type: 'Until',
    expression,
    actions: {
      W: { type: 'Wait', inputs: { interval: { count: 1, unit: 'Minute' } } },
      I: { type: 'IncrementVariable', inputs: { name: 'n', value: 1 }, runAfter: after('W') },
    },
    runAfter: after('N'),
    ...more,
  },
  R: compose("@variables('n')", after('U', 'Succeeded', 'Failed')),
});

test('result() of an until gives the last round', async () => {
  const result = await ran({ ...until('@false', { limit: { count: 3 } }), S: compose("@result('U')", after('U')) });
  const seen = outputs(result, 'S') as JsonObject[]; // what result() gives
  expect(seen.map(({ name, repetitionCount }) => [name, repetitionCount])).toEqual([
    ['W', 3],
    ['I', 3],
  ]);
});

test.each<readonly [expression: string, more: JsonObject, rounds: number, status: string]>([
  ["@equals(variables('n'), 3)", {}, 3, 'Succeeded'],
  ["@equals(iterationIndexes('U'), 3)", {}, 4, 'Succeeded'],
  ['@false', { limit: { count: 5 } }, 5, 'Succeeded'],
  ['@false', {}, 60, 'Succeeded'],
  ['@false', { limit: { count: 100, timeout: 'PT10M' } }, 10, 'Succeeded'],
  ['@false', { limit: { count: 2 }, operationOptions: 'FailWhenLimitsReached' }, 2, 'Failed'],
  ["@equals(outputs('I'), action().name)", { limit: { count: 2 } }, 2, 'Succeeded'],
])('until %s with %j goes round %d times', async (expression, more, rounds, status) => {
  const result = await ran(until(expression, more));
  expect(outputs(result, 'R')).toBe(rounds);
  expect(result.record.actions.get('U')?.iterations?.length).toBe(rounds);
  expect(result.record.actions.get('U')?.status).toBe(status);
});
