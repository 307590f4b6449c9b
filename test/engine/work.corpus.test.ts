import { readyWorkflow } from '../../src/engine/ready-workflow.js';
import { runWorkflow } from '../../src/engine/run-workflow.js';
import type { JsonObject } from '../../src/core/json.js';

const triggers = { manual: { type: 'Request', kind: 'Http', inputs: { schema: {} } } };

/** How a run of these actions ends. */
async function ending(actions: JsonObject) {
  const { ready } = readyWorkflow({ triggers, actions });
  if (!ready) throw new Error('not ready');
  const send = () => ({ failure: { code: 'NoAnswer', message: 'None.' } });
  return runWorkflow(ready, { send, now: 0 });
}

const long = '@length(join(range(0, 100000), string(item())))';

test('expressions that take much, again and again, end a run', async () => {
  const inner = { Long: { type: 'Compose', inputs: '@length(range(0, 100000))', runAfter: {} } };
  const loop = { Loop: { type: 'Foreach', foreach: '@range(0, 100000)', actions: inner, runAfter: {} } };
  expect(await ending(loop)).toMatchObject({ status: 'Failed', error: { code: 'LimitExceeded' } });
}, 60_000);

test('so do those of the items of a list', async () => {
  const inputs = { from: '@range(0, 100000)', select: long };
  const { status, actions } = await ending({ All: { type: 'Select', inputs, runAfter: {} } });
  expect([status, actions.get('All')?.error?.code]).toEqual(['Failed', 'LimitExceeded']);
}, 60_000);
