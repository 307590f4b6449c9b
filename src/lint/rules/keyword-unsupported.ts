import { eachTyped } from '../typed.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const keywordUnsupported: LintRule = {
  code: 'keyword-unsupported',
  severity: 'note',
  certification: 'warning',
  summary: 'No list says "uniqueItems".',
  why: 'OpenAPI 2.0 has the word and connectors do not: nothing keeps a workflow from sending an item twice.',
  source: validatorPage,
  published: { files: 0, of: 161 },
  codes: ['SwaggerKeywordNotSupported'],
  examples: {
    bad: [
      {
        definition: { '/paths/~1queues/get/responses/200/schema/properties/queues/uniqueItems': true },
        at: ['/paths/~1queues/get/responses/200/schema/properties/queues/uniqueItems'],
      },
    ],
    good: [{ definition: { '/paths/~1queues/get/responses/200/schema/properties/queues/uniqueItems': false }, at: [] }],
  },
  check: (_subject, report) =>
    eachTyped(['uniqueItems'], ({ uniqueItems }, pointer) => {
      if (uniqueItems !== true) return;
      const fix = { from: pointer, remove: ['uniqueItems'] };
      report(`${pointer}/uniqueItems`, '"uniqueItems" is true, which connectors do not support.', { fix });
    }),
};
