import { shorten } from '../../core/shorten.js';
import type { LintRule } from '../rule.js';
import { designerSource, extensionsPage } from '../sources.js';

export const propertyUntitled: LintRule = {
  code: 'property-untitled',
  severity: 'note',
  certification: 'warning',
  summary: 'Every property that the designer shows has a title.',
  why: 'The designer shows it as the name of the field or the output; without one it shows the key, and two outputs with the same key cannot be told apart.',
  source: `${extensionsPage}#x-ms-summary; ${designerSource}`,
  published: { files: 104, of: 161 },
  codes: [],
  examples: {
    bad: [
      {
        definition: { '/definitions/Ticket/properties/subject/title': undefined },
        at: ['/definitions/Ticket/properties/subject'],
      },
    ],
    good: [
      {
        definition: {
          '/definitions/Ticket/properties/subject/title': undefined,
          '/definitions/Ticket/properties/subject/x-ms-summary': 'Subject',
        },
        at: [],
      },
    ],
  },
  check: (_subject, report) => ({
    field({ kind, name, pointer, title }) {
      if (kind !== 'property' || title !== undefined) return;
      report(pointer, `The property ${shorten(name)} has no title, expected a name for its field.`);
    },
  }),
};
