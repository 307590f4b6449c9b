import type { Json, JsonObject } from '../../src/core/json.js';
import { compose, ends, outputs, ran, type Given } from './ran.js';

const json = { 'Content-Type': 'application/json; charset=utf-8' };
const recurrence = { triggers: { Daily: { type: 'recurrence', recurrence: { frequency: 'Day', interval: 1 } } } };

test.each<readonly [given: Given, expression: string, value: Json]>([
  [{}, '@triggerBody()', null],
  [{}, '@triggerOutputs()', null],
  [{ trigger: { body: [1] } }, '@triggerOutputs()', { headers: json, body: [1] }],
  [
    { trigger: { headers: { A: 'b' }, queries: { q: '1' } } },
    '@triggerOutputs()',
    { headers: { A: 'b' }, queries: { q: '1' } },
  ],
  [
    { definition: recurrence },
    '@createArray(trigger().name, trigger().inputs, trigger().scheduledTime)',
    ['Daily', { frequency: 'Day', interval: 1 }, '2026-01-15T10:30:00.000Z'],
  ],
  [
    { workflow: { name: 'triage', tags: { a: 'b' } } },
    '@createArray(workflow().name, workflow().tags, workflow().run.name)',
    ['triage', { a: 'b' }, '08580001768473000000'],
  ],
  [{ definition: { parameters: { P: { type: 'string', defaultValue: 'd' } } } }, "@parameters('p')", 'd'],
  [
    { definition: { parameters: { P: { type: 'string', defaultValue: 'd' } } }, parameters: { p: null } },
    "@parameters('P')",
    null,
  ],
  [{ definition: { parameters: { P: { type: 'string' } } }, parameters: { P: 'g', Q: 'h' } }, "@parameters('P')", 'g'],
])('with %j, %s', async (given, expression, value) => {
  expect(outputs(await ran({ A: compose(expression) }, given), 'A')).toEqual(value);
});

const split = (more: JsonObject = {}) => ({
  triggers: { T: { type: 'Request', splitOn: "@triggerBody()?['value']", ...more } },
});

test('a trigger that splits starts a run with one item of its list', async () => {
  const trigger = { body: { value: ['a', 'b'] }, index: 1 };
  const result = await ran({ A: compose('@triggerBody()') }, { definition: split(), trigger });
  expect(outputs(result, 'A')).toBe('b');
  expect(result.record.trigger).toEqual({
    name: 'T',
    type: 'Request',
    inputs: null,
    outputs: { headers: json, body: 'b' },
    splits: 2,
  });
});

test.each<readonly [given: Given, status: string, code: string]>([
  [{ definition: split(), trigger: { body: {} } }, 'Failed', 'ExpressionEvaluationFailed'],
  [{ definition: split({ splitOn: '@div(1, 0)' }) }, 'Failed', 'ExpressionEvaluationFailed'],
  [
    {
      definition: split({ conditions: [{ expression: "@equals(triggerBody(), 'b')" }] }),
      trigger: { body: { value: ['a'] } },
    },
    'Cancelled',
    'TriggerConditionNotMet',
  ],
  [
    { definition: { triggers: { T: { type: 'Request', conditions: [{ expression: '@div(1, 0)' }] } } } },
    'Cancelled',
    'TriggerConditionNotMet',
  ],
])('a run that does not begin: %j', async (given, status, code) => {
  const result = await ran({ A: compose(1) }, given);
  expect([result.record.status, result.record.error?.code, ends(result)]).toEqual([
    status,
    code,
    { A: 'Skipped NotStarted' },
  ]);
});

test('a run of a trigger whose conditions hold has outputs', async () => {
  const definition = {
    ...split({ splitOn: null, conditions: [{ expression: '@true' }, '@greater(1, 0)'] }),
    outputs: { O: { value: "@outputs('A')" }, P: { value: '@div(1, 0)' } },
  };
  const { record } = await ran({ A: compose('x') }, { definition });
  expect([record.status, record.outputs]).toEqual(['Succeeded', { O: 'x' }]);
});
