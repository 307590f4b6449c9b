import type { LintRule } from '../rule.js';
import { certificationPage } from '../sources.js';

export const schemaEmpty: LintRule = {
  code: 'schema-empty',
  severity: 'note',
  certification: 'warning',
  summary: 'No schema is empty.',
  why: 'The designer knows nothing of the value: it offers no outputs, and one box of raw text to fill in.',
  source: certificationPage,
  published: { files: 39, of: 161 },
  codes: [],
  examples: {
    bad: [
      {
        definition: { '/definitions/Anything': {} },
        at: ['/definitions/Anything'],
      },
    ],
    good: [
      {
        definition: { '/definitions/Anything': { type: 'object', additionalProperties: {} } },
        at: [],
      },
    ],
  },
  check: (_subject, report) => ({
    schema(schema, { pointer }) {
      for (const _ in schema) return;
      // "additionalProperties": {} says that others are allowed; a body without schema is reported by definition-missing-key
      if (/(?<!\/properties)\/additionalProperties$|\/parameters\/[^/]+\/schema$/.test(pointer)) return;
      report(pointer, 'The schema is empty, expected a type at least.');
    },
  }),
};
