import { shorten } from '../../core/shorten.js';
import { isVisibleAscii } from '../../core/visible-ascii.js';
import { having } from '../having.js';
import type { LintRule } from '../rule.js';
import { certificationPage, stringsPage } from '../sources.js';

/** The first character that a summary may not have. Nearly all summaries are ASCII, and what knows all letters takes long to read. */
function restrictedIn(summary: string): string | undefined {
  const found = isVisibleAscii(summary) ? /[^A-Za-z0-9() ]/.exec(summary) : /[^\p{L}\p{M}\p{N}() ]/u.exec(summary);
  return found?.[0];
}

export const summaryCharacters: LintRule = {
  code: 'summary-characters',
  severity: 'note',
  certification: 'warning',
  summary: 'The summary of an operation has letters, digits, spaces and parentheses only.',
  why: 'It becomes the name of the action, which expressions quote: other characters are taken out or must be escaped there.',
  source: `${certificationPage}; ${stringsPage}`,
  published: { files: 192, of: 1018 },
  codes: ['RestrictedCharactersInSummary'],
  examples: {
    bad: [
      {
        definition: { '/paths/~1tickets~1{id}/get/summary': 'Get a ticket/note' },
        at: ['/paths/~1tickets~1{id}/get/summary'],
      },
      {
        definition: { '/paths/~1tickets~1{id}/get/summary': 'Get a ticket.' },
        at: ['/paths/~1tickets~1{id}/get/summary'],
      },
    ],
    good: [{ definition: { '/paths/~1tickets~1{id}/get/summary': 'Get a ticket (preview)' }, at: [] }],
  },
  check: (_subject, report) => ({
    operation: having(['summary'], ({ summary = '' }, { pointer }) => {
      const character = restrictedIn(summary);
      if (character === undefined) return;
      const message = `The summary ${shorten(summary)} has ${shorten(character)}, expected letters, digits, spaces and parentheses only.`;
      report(`${pointer}/summary`, message);
    }),
  }),
};
