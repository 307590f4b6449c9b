import { child } from '../../../core/pointer.js';
import { shorten } from '../../../core/shorten.js';
import { own } from '../../../core/json.js';
import { objectAt } from '../../find.js';
import type { RefusalRule } from '../rule.js';
import { limitsPage, measured } from '../sources.js';

/** The key and the most of it, by the kind of step. */
const settings = {
  action: { key: 'repetitions', most: 50, what: 'repetitions at the same time' },
  trigger: { key: 'runs', most: 100, what: 'runs at the same time' },
} as const;

export const concurrencyInvalid: RefusalRule = {
  code: 'concurrency-invalid',
  severity: 'error',
  summary: `A loop has 1 to ${settings.action.most} repetitions at the same time, a trigger 1 to ${settings.trigger.most} runs.`,
  why: 'The service refuses to save the workflow.',
  source: `${limitsPage}; ${measured}`,
  when: 'save',
  serviceCode: 'InvalidTemplate',
  examples: {
    bad: [
      {
        change: { '/definition/actions/Each/runtimeConfiguration': { concurrency: { repetitions: 51 } } },
        at: ['/definition/actions/Each/runtimeConfiguration/concurrency/repetitions'],
      },
      {
        change: { '/definition/triggers/Ticket/runtimeConfiguration': { concurrency: { runs: 0 } } },
        at: ['/definition/triggers/Ticket/runtimeConfiguration/concurrency/runs'],
      },
    ],
    good: [
      { change: { '/definition/actions/Each/runtimeConfiguration': { concurrency: { repetitions: 1 } } }, at: [] },
    ],
  },
  check({ steps }, report) {
    for (const { kind, name, value, pointer } of steps) {
      const { key, most, what } = settings[kind];
      const given = own(objectAt(objectAt(value, 'runtimeConfiguration'), 'concurrency'), key);
      if (given === undefined || typeof given === 'string') continue;
      if (typeof given === 'number' && Number.isInteger(given) && given >= 1 && given <= most) continue;
      const at = ['runtimeConfiguration', 'concurrency', key].reduce(child, pointer);
      report(at, `${shorten(name)} has ${shorten(given)} ${what}, expected 1 to ${most}.`);
    }
  },
};
