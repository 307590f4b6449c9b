import { shorten } from '../../core/shorten.js';
import type { LintRule } from '../rule.js';
import { endsAsSentence } from '../sentence.js';
import { stringsPage } from '../sources.js';

export const fieldDescriptionFullStop: LintRule = {
  code: 'field-description-full-stop',
  severity: 'note',
  summary: 'The description of a parameter or a property ends as a sentence does.',
  why: 'It is asked for in certification: the designer shows it as a sentence.',
  source: stringsPage,
  published: { files: 127, of: 161 },
  codes: [],
  examples: {
    bad: [
      {
        definition: { '/definitions/Ticket/properties/subject/description': 'What the ticket is about' },
        at: ['/definitions/Ticket/properties/subject/description'],
      },
    ],
    good: [{ definition: { '/definitions/Ticket/properties/subject/description': 'Is it about (a) or (b)?' }, at: [] }],
  },
  check: (_subject, report) => ({
    field({ kind, name, pointer, description = '' }) {
      const text = description.trimEnd();
      if (text === '' || endsAsSentence(text)) return;
      const at = `${pointer}/description`;
      const message = `The description of the ${kind} ${shorten(name)} ends in ${shorten(text.slice(-20))}, expected a full stop.`;
      report(at, message, { fix: { set: at, value: `${text}.` } });
    },
  }),
};
