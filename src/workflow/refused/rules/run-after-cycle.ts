import { child } from '../../../core/pointer.js';
import { shorten } from '../../../core/shorten.js';
import { runAfterOf } from '../order.js';
import type { RefusalRule } from '../rule.js';
import { actionsPage } from '../sources.js';

export const runAfterCycle: RefusalRule = {
  code: 'run-after-cycle',
  severity: 'error',
  summary: 'No action runs after itself, by whatever detour.',
  why: 'The service refuses to save the workflow: none of the actions could ever run.',
  source: actionsPage,
  when: 'save',
  serviceCode: 'InvalidTemplate',
  examples: {
    bad: [
      {
        change: { '/definition/actions/Count/runAfter': { Count: ['Failed'] } },
        at: ['/definition/actions/Count/runAfter/Count'],
      },
      {
        change: { '/definition/actions/Each/actions/Answer/runAfter': { Add: ['Succeeded'] } },
        at: [
          '/definition/actions/Each/actions/Answer/runAfter/Add',
          '/definition/actions/Each/actions/Add/runAfter/Answer',
        ],
      },
    ],
    good: [{ change: {}, at: [] }],
  },
  check({ actions, order, isOrderKnown }, report) {
    if (!isOrderKnown) return;
    for (const step of actions) {
      if (!order.allBefore(step).has(step)) continue;
      for (const name of Object.keys(runAfterOf(step))) {
        const before = order.siblings(step).get(name.toLowerCase());
        if (before === undefined || (before !== step && !order.allBefore(before).has(step))) continue;
        const way = before === step ? '' : `, which runs after ${shorten(step.name)}`;
        const message = `${shorten(step.name)} runs after ${before === step ? 'itself' : shorten(name)}${way}.`;
        report(child(child(step.pointer, 'runAfter'), name), message);
      }
    }
  },
};
