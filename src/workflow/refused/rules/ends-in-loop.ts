import { shorten } from '../../../core/shorten.js';
import { chainOf } from '../order.js';
import type { RefusalRule } from '../rule.js';
import { actionsPage, measured, reported } from '../sources.js';

const loops: ReadonlySet<string> = new Set(['foreach', 'until']);
const outside: ReadonlySet<string> = new Set(['terminate', 'response']);

export const endsInLoop: RefusalRule = {
  code: 'ends-in-loop',
  severity: 'error',
  summary: 'No Terminate and no Response stands in a For each or an Until, at whatever depth.',
  why: 'The service refuses to save the workflow.',
  source: `${actionsPage}; ${reported}; ${measured}`,
  when: 'save',
  serviceCode: 'InvalidWorkflowRunAction',
  examples: {
    bad: [
      {
        change: {
          '/definition/actions/Each/actions/Stop': {
            type: 'Terminate',
            inputs: { runStatus: 'Succeeded' },
            runAfter: { Add: ['Succeeded'] },
          },
        },
        at: ['/definition/actions/Each/actions/Stop'],
      },
    ],
    good: [
      {
        change: {
          '/definition/actions/Stop': {
            type: 'Terminate',
            inputs: { runStatus: 'Failed', runError: { code: '1', message: 'It failed.' } },
            runAfter: { Tell: ['Succeeded'] },
          },
        },
        at: [],
      },
    ],
  },
  check({ actions }, report) {
    for (const { name, type, parent, pointer } of actions) {
      if (!outside.has(type.toLowerCase()) || parent === undefined) continue;
      const loop = chainOf(parent).find((one) => loops.has(one.type.toLowerCase()));
      if (loop === undefined) continue;
      const message = `${shorten(name)} of type ${shorten(type)} stands in the loop ${shorten(loop.name)}, expected it outside of loops.`;
      const said = `The workflow run action '${name}' has type '${type}' that could not be nested under an action of type '${loop.type.toLowerCase()}'.`;
      report(pointer, message, { said });
    }
  },
};
