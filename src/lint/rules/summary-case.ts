import { shorten } from '../../core/shorten.js';
import { having } from '../having.js';
import { isInternal } from '../internal.js';
import type { LintRule } from '../rule.js';
import { extensionsPage } from '../sources.js';

/** From how many words on a summary of capitals only is taken for one: fewer may be the name of a thing. */
const minWords = 3;

export const summaryCase: LintRule = {
  code: 'summary-case',
  severity: 'note',
  summary: 'The summary of an operation is in sentence case: "Get a ticket".',
  why: 'All actions stand in one list; those of other connectors are written so.',
  source: `${extensionsPage}#summary`,
  published: { files: 38, of: 161 },
  codes: [],
  examples: {
    bad: [
      {
        definition: { '/paths/~1tickets~1{id}/get/summary': 'get a ticket' },
        at: ['/paths/~1tickets~1{id}/get/summary'],
      },
      {
        definition: { '/paths/~1tickets~1{id}/get/summary': 'Get Ticket And Notes' },
        at: ['/paths/~1tickets~1{id}/get/summary'],
      },
    ],
    good: [{ definition: { '/paths/~1tickets~1{id}/get/summary': 'Get Contoso tickets (V2)' }, at: [] }],
  },
  check: (_subject, report) => ({
    operation: having(['summary'], (operation, { pointer }) => {
      const { summary = '' } = operation;
      if (isInternal(operation)) return;
      const at = `${pointer}/summary`;
      if (/^[a-z]+(?: |$)/.test(summary)) {
        const value = summary.charAt(0).toUpperCase() + summary.slice(1);
        report(at, `The summary ${shorten(summary)} begins with a small letter, expected a capital.`, {
          fix: { set: at, value },
        });
      } else if (isTitleCase(summary)) {
        report(at, `Each word of the summary ${shorten(summary)} has a capital, expected sentence case.`);
      }
    }),
  }),
};

/** Whether each word has a capital; names and numbers among them do not count. Nearly every summary has a word without, which is told at once. */
function isTitleCase(summary: string): boolean {
  if (/(?:^| )[a-z]{2,}(?: |$)/.test(summary)) return false;
  return summary.split(' ').filter((word) => /^[A-Z][a-z]+$/.test(word)).length >= minWords;
}
