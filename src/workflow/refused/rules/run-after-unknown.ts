import { child } from '../../../core/pointer.js';
import { shorten } from '../../../core/shorten.js';
import { hasHole } from '../../../arm/hole.js';
import { hinting } from '../../../core/hinting.js';
import { runAfterOf } from '../order.js';
import type { RefusalRule } from '../rule.js';
import { templateFailed } from '../said.js';
import { reported } from '../sources.js';

export const runAfterUnknown: RefusalRule = {
  code: 'run-after-unknown',
  severity: 'error',
  summary: 'An action runs after actions of its own list: not after a trigger, and not after what is in another scope.',
  why: 'The service refuses to save the workflow.',
  source: reported,
  when: 'save',
  serviceCode: 'InvalidTemplate',
  examples: {
    bad: [
      {
        change: { '/definition/actions/Each/runAfter': { Raed: ['Succeeded'], Read: ['Succeeded'] } },
        at: ['/definition/actions/Each/runAfter/Raed'],
      },
      {
        change: { '/definition/actions/Each/actions/Answer/runAfter': { Read: ['Succeeded'] } },
        at: ['/definition/actions/Each/actions/Answer/runAfter/Read'],
      },
      {
        change: { '/definition/actions/Count/runAfter': { Ticket: ['Succeeded'] } },
        at: ['/definition/actions/Count/runAfter/Ticket'],
      },
    ],
    good: [{ change: { '/definition/actions/Each/runAfter': { READ: ['Succeeded'] } }, at: [] }],
  },
  check({ actions, actionsByName, triggers, order, mayHaveMoreSteps }, report) {
    if (mayHaveMoreSteps) return;
    const hint = hinting();
    const started = new Set(triggers.map((trigger) => trigger.name));
    const elsewhere = (name: string) => {
      if (actionsByName.has(name.toLowerCase())) return ', which stands in another list of actions';
      return started.has(name) ? ', which is a trigger' : '';
    };
    for (const step of actions) {
      const siblings = order.siblings(step);
      for (const name of Object.keys(runAfterOf(step))) {
        if (siblings.has(name.toLowerCase()) || hasHole(name)) continue;
        const where = elsewhere(name);
        const near = where === '' ? hint(name, () => Array.from(siblings.values(), (one) => one.name)) : '';
        const message = `${shorten(step.name)} runs after ${shorten(name)}${where}, expected an action beside it.${near}`;
        const words = `The 'runAfter' property of template action '${step.name}' at line '1' and column '…' contains non-existent action: '${name}'.`;
        report(child(child(step.pointer, 'runAfter'), name), message, { said: templateFailed(words) });
      }
    }
  },
};
