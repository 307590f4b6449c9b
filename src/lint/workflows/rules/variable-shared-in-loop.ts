import { own } from '../../../core/json.js';
import { shorten } from '../../../core/shorten.js';
import { objectAt } from '../../../workflow/find.js';
import { chainOf } from '../../../workflow/refused/order.js';
import type { WorkflowStep } from '../../../workflow/steps.js';
import type { PlaybookRule } from '../rule.js';

const one = '/definition/actions/Each/actions/Add';
const set = { type: 'SetVariable', inputs: { name: 'count', value: "@items('Each')?['id']" }, runAfter: {} };
const read = {
  '/definition/actions/Each/actions/Answer/runAfter': { Add: ['Succeeded'] },
  '/definition/actions/Each/actions/Answer/inputs/body/note': "@variables('count')",
  [one]: set,
};

export const variableSharedInLoop: PlaybookRule = {
  code: 'variable-shared-in-loop',
  severity: 'warning',
  summary:
    'A variable that each round of a For each changes and reads belongs to a loop of which one round runs at a time.',
  why: 'Up to 20 rounds run at the same time and there is one variable for all of them: a round reads what another has written.',
  source: 'https://learn.microsoft.com/azure/logic-apps/logic-apps-control-flow-loops',
  published: 1,
  examples: {
    bad: [{ change: read, at: [`${one}/inputs/name`] }],
    good: [
      {
        change: { ...read, '/definition/actions/Each/runtimeConfiguration': { concurrency: { repetitions: 1 } } },
        at: [],
      },
      { change: { ...read, '/definition/actions/Each/operationOptions': 'Sequential' }, at: [] },
    ],
  },
  check({ variables, functionCalls }, report) {
    const readers = new Map<WorkflowStep, Set<string>>();
    for (const { at, name, function: of } of functionCalls) {
      const loop = of === 'variables' && name !== undefined && at.step ? outerLoop(at.step) : undefined;
      if (!loop || name === undefined) continue;
      const names = readers.get(loop) ?? new Set();
      readers.set(loop, names.add(name.toLowerCase()));
    }
    for (const { name, step, by, pointer } of variables.changed) {
      const loop = outerLoop(step);
      if (loop === undefined || by === 'incrementvariable' || by === 'decrementvariable') continue;
      if (isSequential(loop) || !readers.get(loop)?.has(name.toLowerCase())) continue;
      const message = `The variable ${shorten(name)} is changed and read in the loop ${shorten(loop.name)}, of which several rounds run at the same time.`;
      report(pointer, message);
    }
  },
};

/** The outermost loop around: those in it run one round at a time. */
function outerLoop(step: WorkflowStep): WorkflowStep | undefined {
  return chainOf(step).findLast((around) => around !== step && around.type === 'Foreach');
}

function isSequential({ value }: WorkflowStep): boolean {
  const repetitions = own(objectAt(objectAt(value, 'runtimeConfiguration'), 'concurrency'), 'repetitions');
  const options = own(value, 'operationOptions');
  return (
    repetitions === 1 || typeof repetitions === 'string' || (typeof options === 'string' && /sequential/i.test(options))
  );
}
