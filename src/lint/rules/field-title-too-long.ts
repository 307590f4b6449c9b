import { maxSummaryCharacters } from '../../definition/limits.js';
import { shorten } from '../../core/shorten.js';
import type { LintRule } from '../rule.js';
import { stringsPage } from '../sources.js';

export const fieldTitleTooLong: LintRule = {
  code: 'field-title-too-long',
  severity: 'note',
  certification: 'warning',
  summary: `The title of a parameter or a property has at most ${maxSummaryCharacters} characters.`,
  why: 'The designer cuts it.',
  source: `${stringsPage}; no parameter of 1,018 published connectors has a longer one`,
  published: { files: 1, of: 161 },
  codes: [],
  examples: {
    bad: [
      {
        definition: { '/definitions/Ticket/properties/subject/title': 'S'.repeat(maxSummaryCharacters + 1) },
        at: ['/definitions/Ticket/properties/subject'],
      },
    ],
    good: [
      { definition: { '/definitions/Ticket/properties/subject/title': 'S'.repeat(maxSummaryCharacters) }, at: [] },
    ],
  },
  check: (_subject, report) => ({
    field({ kind, name, pointer, title }) {
      if (title === undefined || title.length <= maxSummaryCharacters) return;
      const length = [...title].length;
      if (length <= maxSummaryCharacters) return;
      const message = `The title ${shorten(title)} of the ${kind} ${shorten(name)} has ${length} characters, expected at most ${maxSummaryCharacters}.`;
      report(pointer, message);
    },
  }),
};
