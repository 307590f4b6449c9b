import { hasHole, HOLE } from '../../../arm/hole.js';
import { own } from '../../../core/json.js';
import { didYouMean } from '../../../core/nearest.js';
import { child } from '../../../core/pointer.js';
import { shorten } from '../../../core/shorten.js';
import type { RefusalRule } from '../rule.js';
import { actionsPage } from '../sources.js';
import { stepTypes } from '../step-types.js';

export const stepTypeUnknown: RefusalRule = {
  code: 'step-type-unknown',
  severity: 'error',
  summary: 'Each trigger and each action has a type that the service knows.',
  why: 'The service refuses to save the workflow.',
  source: `${actionsPage}; github:naoto256/logicapps-lint for those that it leaves out`,
  when: 'save',
  serviceCode: 'InvalidTemplate',
  examples: {
    bad: [
      { change: { '/definition/actions/Say/type': 'Composed' }, at: ['/definition/actions/Say/type'] },
      { change: { '/definition/actions/Say/type': undefined }, at: ['/definition/actions/Say'] },
    ],
    good: [{ change: { '/definition/actions/Say/type': 'compose' }, at: [] }],
  },
  check({ steps }, report) {
    for (const { kind, name, type, value, pointer } of steps) {
      const known = stepTypes[kind];
      const written = own(value, 'type');
      if (known.has(type.toLowerCase()) || (typeof written === 'string' && hasHole(written)) || written === HOLE)
        continue;
      if (written === undefined) {
        report(pointer, `The ${kind} ${shorten(name)} has no type, expected one that the service knows.`);
        continue;
      }
      const hint = didYouMean(
        type,
        Array.from(known.values(), (one) => one.name),
      );
      const message = `The ${kind} ${shorten(name)} has the type ${shorten(written)}, expected one that the service knows.${hint}`;
      report(child(pointer, 'type'), message);
    }
  },
};
