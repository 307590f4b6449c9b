import { isInternal } from '../internal.js';
import { operationName } from '../operation-name.js';
import type { LintRule } from '../rule.js';
import { certificationPage } from '../sources.js';

export const operationDescriptionMissing: LintRule = {
  code: 'operation-description-missing',
  severity: 'note',
  certification: 'warning',
  summary: 'Every operation that the designer shows has a description.',
  why: 'The designer shows it where an action is chosen; without one people have its name to go by.',
  source: certificationPage,
  published: { files: 20, of: 1018 },
  codes: [],
  examples: {
    bad: [{ definition: { '/paths/~1tickets~1{id}/get/description': ' ' }, at: ['/paths/~1tickets~1{id}/get'] }],
    good: [{ definition: { '/paths/~1queues/get/description': undefined }, at: [] }],
  },
  check: (_subject, report) => ({
    operation(operation, place) {
      if (isInternal(operation) || (operation.description ?? '').trim() !== '') return;
      report(
        place.pointer,
        `The operation ${operationName(operation, place)} has no description, expected a sentence.`,
      );
    },
  }),
};
