import { shorten } from '../../core/shorten.js';
import { having } from '../having.js';
import type { LintRule } from '../rule.js';
import { stringsPage, validatorPage } from '../sources.js';

/** Characters. The page on strings says 80, the validator's 120. */
const maxLength = 80;

export const summaryTooLong: LintRule = {
  code: 'summary-too-long',
  severity: 'note',
  certification: 'warning',
  summary: `The summary of an operation has at most ${maxLength} characters.`,
  why: 'It is the title of the action on its card, which has one line.',
  source: `${stringsPage}; ${validatorPage} (OperationSummaryTooLong) allows 120`,
  published: { files: 1, of: 1018 },
  codes: ['OperationSummaryTooLong'],
  examples: {
    bad: [
      {
        definition: { '/paths/~1tickets~1{id}/get/summary': `Get a ticket${' and another'.repeat(6)}` },
        at: ['/paths/~1tickets~1{id}/get/summary'],
      },
    ],
    good: [{ definition: { '/paths/~1tickets~1{id}/get/summary': `Get ${'every '.repeat(12)}one` }, at: [] }],
  },
  check: (_subject, report) => ({
    operation: having(['summary'], ({ summary = '' }, { pointer }) => {
      if (summary.length <= maxLength) return;
      const message = `The summary ${shorten(summary)} has ${summary.length} characters, expected at most ${maxLength}.`;
      report(`${pointer}/summary`, message);
    }),
  }),
};
