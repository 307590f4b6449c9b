import { shorten } from '../../core/shorten.js';
import type { LintRule } from '../rule.js';
import { saysTheSame } from '../sentence.js';
import { stringsPage } from '../sources.js';

export const fieldDescriptionRepeatsTitle: LintRule = {
  code: 'field-description-repeats-title',
  severity: 'note',
  summary: 'The description of a parameter or a property says more than its title.',
  why: 'The designer shows both: the same words twice tell nobody what to fill in.',
  source: stringsPage,
  published: { files: 59, of: 161 },
  codes: [],
  examples: {
    bad: [
      {
        definition: { '/definitions/Ticket/properties/subject/description': 'Subject.' },
        at: ['/definitions/Ticket/properties/subject/description'],
      },
    ],
    good: [{ definition: { '/definitions/Ticket/properties/subject/description': 'Subject of the ticket.' }, at: [] }],
  },
  check: (_subject, report) => ({
    field({ kind, name, pointer, title, description }) {
      if (description === undefined || title === undefined || !saysTheSame(description, title)) return;
      const message = `The description of the ${kind} ${shorten(name)} is ${shorten(description)}, as its title is already.`;
      report(`${pointer}/description`, message);
    },
  }),
};
