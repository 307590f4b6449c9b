import type { JsonObject } from '../../src/core/json.js';
import { compose, endOf, ends, ran } from './ran.js';

test('a loop over too many items fails', async () => {
  const result = await ran(
    { F: { type: 'Foreach', foreach: '@triggerBody()', actions: { A: compose(1) } } },
    { trigger: { body: Array.from({ length: 100_001 }, () => 1) } },
  );
  expect(ends(result)).toEqual({ F: 'Failed LimitExceeded', A: 'Skipped ActionSkipped ActionDependencyFailed' });
});

test('a status that is asked for without end runs out of time', async () => {
  const { record } = await ran(
    { Call: { type: 'Http', inputs: { method: 'GET', uri: 'https://x' } } },
    { send: () => ({ statusCode: 202, headers: { location: 'y', 'retry-after': '86400' } }) },
  );
  const action = record.actions.get('Call');
  expect([record.status, record.error?.code, action && endOf(action)]).toEqual([
    'TimedOut',
    'WorkflowRunTimedOut',
    'TimedOut TimedOut',
  ]);
});

test('ways through what is skipped are not all gone', async () => {
  const actions: Record<string, JsonObject> = { A0: compose(1), B0: compose(1) };
  for (let layer = 1; layer <= 40; layer += 1) {
    const runAfter = { [`A${layer - 1}`]: ['Skipped', 'Failed'], [`B${layer - 1}`]: ['TimedOut'] };
    Object.assign(actions, { [`A${layer}`]: compose(1, runAfter), [`B${layer}`]: compose(1, runAfter) });
  }
  const { record } = await ran(actions);
  expect(record.status).toBe('Succeeded');
});

test('what waits for several has one turn, when the last of them has ended', async () => {
  const wait = (count: number) => ({ type: 'Wait', inputs: { interval: { count, unit: 'Second' } } });
  const runAfter = { A: ['Succeeded'], B: ['Succeeded'] };
  const { record } = await ran({
    A: wait(1),
    B: wait(2),
    C: { type: 'Foreach', foreach: [1], actions: { D: compose(1) }, runAfter },
  });
  expect(record.actions.get('D')?.repetitions?.length).toBe(1);
  expect(record.actions.get('C')?.startTime).toBe('2026-01-15T10:30:02.000Z');
});
