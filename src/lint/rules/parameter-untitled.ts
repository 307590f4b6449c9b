import { shorten } from '../../core/shorten.js';
import { labelOf } from '../../definition/label.js';
import type { LintRule } from '../rule.js';
import { extensionsPage } from '../sources.js';

export const parameterUntitled: LintRule = {
  code: 'parameter-untitled',
  severity: 'warning',
  summary: 'Every parameter that the designer shows has an x-ms-summary.',
  why: 'The designer shows it as the name of the field; without one it shows the technical name.',
  source: `${extensionsPage}#x-ms-summary`,
  published: { files: 1, of: 161 },
  codes: [],
  examples: {
    bad: [
      {
        definition: { '/paths/~1tickets~1{id}/get/parameters/0/x-ms-summary': undefined },
        at: ['/paths/~1tickets~1{id}/get/parameters/0'],
      },
    ],
    good: [{ definition: { '/paths/~1tickets~1{id}/get/parameters/1/x-ms-summary': undefined }, at: [] }],
  },
  check: (_subject, report) => ({
    field({ kind, name, noun, pointer, title }) {
      if (kind !== 'parameter' || title !== undefined) return;
      const fix = { set: `${pointer}/x-ms-summary`, value: labelOf(name) };
      report(pointer, `The ${noun} ${shorten(name)} has no "x-ms-summary", expected a name for its field.`, { fix });
    },
  }),
};
