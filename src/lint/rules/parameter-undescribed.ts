import { shorten } from '../../core/shorten.js';
import type { LintRule } from '../rule.js';
import { stringsPage } from '../sources.js';

export const parameterUndescribed: LintRule = {
  code: 'parameter-undescribed',
  severity: 'note',
  certification: 'warning',
  summary: 'Every parameter that the designer shows has a description.',
  why: 'The designer shows it in the empty field; without one the user has only the name to guess from.',
  source: `${stringsPage}#parameters`,
  published: { files: 1, of: 161 },
  codes: [],
  examples: {
    bad: [
      {
        definition: { '/paths/~1tickets~1{id}/get/parameters/0/description': undefined },
        at: ['/paths/~1tickets~1{id}/get/parameters/0'],
      },
    ],
    good: [{ definition: { '/paths/~1tickets~1{id}/get/parameters/1/description': undefined }, at: [] }],
  },
  check: (_subject, report) => ({
    field({ kind, name, noun, pointer, description = '' }) {
      if (kind !== 'parameter' || description.trim() !== '') return;
      report(pointer, `The ${noun} ${shorten(name)} has no description.`);
    },
  }),
};
