import { hasHole } from '../../../arm/hole.js';
import { own } from '../../../core/json.js';
import { didYouMean } from '../../../core/nearest.js';
import { child } from '../../../core/pointer.js';
import { shorten } from '../../../core/shorten.js';
import { objectAt } from '../../find.js';
import { inputOf } from '../order.js';
import type { RefusalRule } from '../rule.js';
import { actionsPage } from '../sources.js';

const statuses = ['Succeeded', 'Cancelled', 'Failed'];

export const terminateStatus: RefusalRule = {
  code: 'terminate-status',
  severity: 'error',
  summary: 'A Terminate ends a run as Succeeded, Cancelled or Failed, and has an error only where it is Failed.',
  why: 'The service refuses to save the workflow.',
  source: actionsPage,
  when: 'save',
  serviceCode: 'InvalidTemplate',
  examples: {
    bad: [
      {
        change: {
          '/definition/actions/Stop': {
            type: 'Terminate',
            inputs: { runStatus: 'Fail' },
            runAfter: { Tell: ['Succeeded'] },
          },
        },
        at: ['/definition/actions/Stop/inputs/runStatus'],
      },
      {
        change: {
          '/definition/actions/Stop': {
            type: 'Terminate',
            inputs: { runStatus: 'Cancelled', runError: { code: '1' } },
            runAfter: { Tell: ['Succeeded'] },
          },
        },
        at: ['/definition/actions/Stop/inputs/runError'],
      },
    ],
    good: [
      {
        change: {
          '/definition/actions/Stop': {
            type: 'Terminate',
            inputs: { runStatus: 'Failed', runError: { code: '1' } },
            runAfter: { Tell: ['Succeeded'] },
          },
        },
        at: [],
      },
    ],
  },
  check({ actions }, report) {
    for (const step of actions) {
      if (step.type.toLowerCase() !== 'terminate') continue;
      const status = inputOf(step, 'runStatus');
      const at = child(step.pointer, 'inputs');
      if (typeof status !== 'string' || hasHole(status) || status.startsWith('@')) continue;
      if (!statuses.some((one) => one.toLowerCase() === status.toLowerCase())) {
        const message = `${shorten(step.name)} ends the run as ${shorten(status)}, expected ${statuses.join(', ')}.${didYouMean(status, statuses)}`;
        report(child(at, 'runStatus'), message);
      } else if (status.toLowerCase() !== 'failed' && own(objectAt(step.value, 'inputs'), 'runError') !== undefined) {
        const message = `${shorten(step.name)} ends the run as ${shorten(status)} and has an error, which only "Failed" may have.`;
        report(child(at, 'runError'), message);
      }
    }
  },
};
