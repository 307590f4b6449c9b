import { shorten } from '../../../core/shorten.js';
import type { RefusalRule } from '../rule.js';
import { measured } from '../sources.js';

export const actionNameRepeated: RefusalRule = {
  code: 'action-name-repeated',
  severity: 'error',
  summary: 'No two actions of a workflow have the same name, wherever they stand; names are compared without case.',
  why: 'The service refuses to save the workflow.',
  source: measured,
  when: 'save',
  serviceCode: 'DuplicateActionName',
  examples: {
    bad: [
      {
        change: { '/definition/actions/Each/actions/say': { type: 'Compose', inputs: 1, runAfter: {} } },
        at: ['/definition/actions/Say'],
      },
    ],
    good: [{ change: { '/definition/actions/Ticket': { type: 'Compose', inputs: 1, runAfter: {} } }, at: [] }],
  },
  check({ actionsByName }, report) {
    for (const [first, ...others] of actionsByName.values()) {
      for (const { name, pointer } of others) {
        const message = `The name ${shorten(name)} is that of another action already, expected one of its own.`;
        report(pointer, message, first && { declared: first.pointer });
      }
    }
  },
};
