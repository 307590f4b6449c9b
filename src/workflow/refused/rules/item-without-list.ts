import { shorten } from '../../../core/shorten.js';
import { itemActions } from '../../flow.js';
import { isOfOpenType } from '../open-values.js';
import { chainOf } from '../order.js';
import type { RefusalRule } from '../rule.js';
import { functionsPage, measured } from '../sources.js';

export const itemWithoutList: RefusalRule = {
  code: 'item-without-list',
  severity: 'error',
  summary: 'item() stands within a For each, or in a Select, a Filter array or a Create table.',
  why: 'The service saves the workflow, and there is no item when the action runs: it fails.',
  source: `${functionsPage}; ${measured}`,
  when: 'run',
  examples: {
    bad: [{ change: { '/definition/actions/Say/inputs': "@item()?['id']" }, at: ['/definition/actions/Say/inputs'] }],
    good: [
      { change: { '/definition/actions/Each/actions/Answer/inputs/body/note': "@item()?['id']" }, at: [] },
      {
        change: {
          '/definition/actions/Say': {
            type: 'Select',
            inputs: { from: "@coalesce(body('Read')?['notes'], json('[]'))", select: "@item()?['id']" },
            runAfter: { Each: ['Succeeded'] },
          },
        },
        at: [],
      },
    ],
  },
  check({ functionCalls }, report) {
    for (const { at, call, function: of } of functionCalls) {
      const { step } = at;
      if (of !== 'item' || call.arguments.length > 0) continue;
      const isListed = step !== undefined && (itemActions.has(step.type) || step.kind === 'trigger');
      const isLooped = step?.parent && chainOf(step.parent).some(({ type }) => type === 'Foreach');
      if (isListed || isLooped || (step && chainOf(step).some(isOfOpenType))) continue;
      const where = step === undefined ? 'the outputs' : shorten(step.name);
      report(at.pointer, `item() stands in ${where}, around which there is no loop, expected it within one.`);
    }
  },
};
