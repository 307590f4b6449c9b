import { having } from '../having.js';
import { isInternal } from '../internal.js';
import { operationName } from '../operation-name.js';
import type { LintRule } from '../rule.js';
import { endsAsSentence } from '../sentence.js';
import { codingPage } from '../sources.js';
import { shorten } from '../../core/shorten.js';

export const operationDescriptionFullStop: LintRule = {
  code: 'operation-description-full-stop',
  severity: 'note',
  summary: 'The description of an operation ends as a sentence does.',
  why: 'The designer shows it as a sentence, and reviewers of certification ask for the full stop.',
  source: codingPage,
  published: { files: 566, of: 1018 },
  codes: [],
  examples: {
    bad: [
      {
        definition: { '/paths/~1tickets~1{id}/get/description': 'Reads one ticket' },
        at: ['/paths/~1tickets~1{id}/get/description'],
      },
    ],
    good: [{ definition: { '/paths/~1tickets~1{id}/get/description': 'Reads one ticket (or none).' }, at: [] }],
  },
  check: (_subject, report) => ({
    operation: having(['description'], (operation, place) => {
      const text = (operation.description ?? '').trimEnd();
      if (isInternal(operation) || text === '' || endsAsSentence(text)) return;
      const at = `${place.pointer}/description`;
      const message = `The description of the operation ${operationName(operation, place)} ends in ${shorten(text.slice(-20))}, expected a full stop.`;
      report(at, message, { fix: { set: at, value: `${text}.` } });
    }),
  }),
};
