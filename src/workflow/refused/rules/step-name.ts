import { shorten } from '../../../core/shorten.js';
import { limits } from '../limits.js';
import type { RefusalRule } from '../rule.js';
import { limitsPage } from '../sources.js';

const compose = { type: 'Compose', inputs: 1, runAfter: {} };
const long = 'a'.repeat(limits.nameLength + 1);

export const stepName: RefusalRule = {
  code: 'step-name',
  severity: 'error',
  summary: `The name of a trigger or an action has 1 to ${limits.nameLength} characters.`,
  why: 'The service refuses to save the workflow.',
  source: limitsPage,
  when: 'save',
  serviceCode: 'InvalidTemplate',
  examples: {
    bad: [
      { change: { '/definition/actions/': compose }, at: ['/definition/actions/'] },
      { change: { [`/definition/actions/${long}`]: compose }, at: [`/definition/actions/${long}`] },
    ],
    good: [{ change: { [`/definition/actions/${long.slice(1)}`]: compose }, at: [] }],
  },
  check({ steps }, report) {
    for (const { name, kind, pointer } of steps) {
      if (name === '') report(pointer, `A name of the ${kind}s is empty, expected at least one character.`);
      if (name.length <= limits.nameLength) continue;
      const message = `The name ${shorten(name)} of the ${kind} has ${name.length} characters, at most ${limits.nameLength} were expected.`;
      report(pointer, message);
    }
  },
};
