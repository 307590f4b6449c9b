import { shorten } from '../../core/shorten.js';
import { having } from '../having.js';
import { isInternal } from '../internal.js';
import type { LintRule } from '../rule.js';
import { saysTheSame } from '../sentence.js';
import { stringsPage } from '../sources.js';

export const operationDescriptionRepeatsSummary: LintRule = {
  code: 'operation-description-repeats-summary',
  severity: 'note',
  summary: 'The description of an operation says more than its summary.',
  why: 'The designer shows one below the other: the same words twice tell nobody what the action does.',
  source: stringsPage,
  published: { files: 200, of: 1018 },
  codes: [],
  examples: {
    bad: [
      {
        definition: { '/paths/~1tickets~1{id}/get/description': 'Get a ticket.' },
        at: ['/paths/~1tickets~1{id}/get/description'],
      },
    ],
    good: [{ definition: { '/paths/~1tickets~1{id}/get/description': 'Get a ticket by its number.' }, at: [] }],
  },
  check: (_subject, report) => ({
    operation: having(['description'], (operation, { pointer }) => {
      const { summary = '', description = '' } = operation;
      if (isInternal(operation) || description.trim() === '' || !saysTheSame(description, summary)) return;
      const message = `The description is ${shorten(description)}, as the summary is already, expected more words.`;
      report(`${pointer}/description`, message);
    }),
  }),
};
