import { shorten } from '../../core/shorten.js';
import type { LintRule } from '../rule.js';
import { stringsPage } from '../sources.js';

export const propertyUndescribed: LintRule = {
  code: 'property-undescribed',
  severity: 'note',
  certification: 'warning',
  summary: 'Every property that the designer shows has a description.',
  why: 'The designer shows it in the empty field and beside the output; without one the user has only the name to guess from.',
  source: `${stringsPage}#response`,
  published: { files: 74, of: 161 },
  codes: [],
  examples: {
    bad: [
      {
        definition: { '/definitions/Ticket/properties/subject/description': ' ' },
        at: ['/definitions/Ticket/properties/subject'],
      },
    ],
    good: [
      {
        definition: {
          '/definitions/Ticket/properties/subject/description': undefined,
          '/definitions/Ticket/properties/subject/x-ms-visibility': 'internal',
        },
        at: [],
      },
    ],
  },
  check: (_subject, report) => ({
    field({ kind, name, pointer, description = '' }) {
      if (kind !== 'property' || description.trim() !== '') return;
      report(pointer, `The property ${shorten(name)} has no description.`);
    },
  }),
};
