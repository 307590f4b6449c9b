import { child } from '../../../core/pointer.js';
import { shorten } from '../../../core/shorten.js';
import { runAfterOf } from '../../../workflow/refused/order.js';
import type { PlaybookRule } from '../rule.js';

const stop = { type: 'Terminate', inputs: { runStatus: 'Succeeded' }, runAfter: { Say: ['Succeeded'] } };

export const actionNeverRuns: PlaybookRule = {
  code: 'action-never-runs',
  severity: 'warning',
  summary: 'Nothing runs after a Terminate.',
  why: 'A Terminate ends the run: what comes after it is skipped, always.',
  source: 'https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers',
  published: 0,
  examples: {
    bad: [
      {
        change: {
          '/definition/actions/Stop': stop,
          '/definition/actions/Last': { type: 'Compose', inputs: 1, runAfter: { Stop: ['Succeeded'] } },
        },
        at: ['/definition/actions/Last/runAfter/Stop'],
      },
    ],
    good: [{ change: { '/definition/actions/Stop': stop }, at: [] }],
  },
  check({ actions, order }, report) {
    for (const step of actions) {
      for (const name of Object.keys(runAfterOf(step))) {
        if (order.siblings(step).get(name.toLowerCase())?.type.toLowerCase() !== 'terminate') continue;
        const message = `${shorten(step.name)} runs after ${shorten(name)}, which ends the run, so it never runs.`;
        report(child(child(step.pointer, 'runAfter'), name), message);
      }
    }
  },
};
