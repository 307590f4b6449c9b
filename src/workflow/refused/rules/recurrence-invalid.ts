import { hasHole } from '../../../arm/hole.js';
import { isObject, own } from '../../../core/json.js';
import { didYouMean } from '../../../core/nearest.js';
import { child } from '../../../core/pointer.js';
import { shorten } from '../../../core/shorten.js';
import type { RefusalRule } from '../rule.js';
import { actionsPage, measured } from '../sources.js';

/** How long an interval may be: 500 days in each unit. */
const most: ReadonlyMap<string, number> = new Map([
  ['Second', 43_200_000],
  ['Minute', 720_000],
  ['Hour', 12_000],
  ['Day', 500],
  ['Week', 71],
  ['Month', 16],
  ['Year', 1],
]);

export const recurrenceInvalid: RefusalRule = {
  code: 'recurrence-invalid',
  severity: 'error',
  summary: 'A recurrence has a frequency that there is, and an interval of 1 to 500 days.',
  why: 'The service refuses to save the workflow.',
  source: `${actionsPage}; ${measured}`,
  when: 'save',
  examples: {
    bad: [
      {
        change: { '/definition/triggers/Ticket/recurrence': { frequency: 'Days', interval: 1 } },
        at: ['/definition/triggers/Ticket/recurrence/frequency'],
      },
      {
        change: { '/definition/triggers/Ticket/recurrence': { frequency: 'Month', interval: 17 } },
        at: ['/definition/triggers/Ticket/recurrence/interval'],
      },
    ],
    good: [{ change: { '/definition/triggers/Ticket/recurrence': { frequency: 'day', interval: 1 } }, at: [] }],
  },
  check({ triggers }, report) {
    for (const { name, value, pointer } of triggers) {
      const recurrence = own(value, 'recurrence');
      const frequency = isObject(recurrence) ? own(recurrence, 'frequency') : undefined;
      if (!isObject(recurrence) || typeof frequency !== 'string' || hasHole(frequency) || frequency.startsWith('@'))
        continue;
      const at = child(pointer, 'recurrence');
      const unit = [...most.keys()].find((one) => one.toLowerCase() === frequency.toLowerCase());
      if (unit === undefined) {
        const message = `${shorten(name)} recurs with the frequency ${shorten(frequency)}, expected one of ${[...most.keys()].join(', ')}.${didYouMean(frequency, most.keys())}`;
        report(child(at, 'frequency'), message);
        continue;
      }
      const interval = own(recurrence, 'interval');
      const longest = most.get(unit) ?? 1;
      if (typeof interval !== 'number' || (Number.isInteger(interval) && interval >= 1 && interval <= longest))
        continue;
      const message = `${shorten(name)} recurs every ${interval} of the unit ${unit}, expected 1 to ${longest}.`;
      report(child(at, 'interval'), message);
    }
  },
};
