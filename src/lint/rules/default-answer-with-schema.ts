import { operationName } from '../operation-name.js';
import type { LintRule } from '../rule.js';
import { certificationPage, validatorPage } from '../sources.js';

export const defaultAnswerWithSchema: LintRule = {
  code: 'default-answer-with-schema',
  severity: 'note',
  certification: 'warning',
  summary: 'The answer "default" has no schema.',
  why: 'It stands for success and failure alike: outputs that are made from it are there in some runs only.',
  source: `${validatorPage} (DefaultResponseHasSchema); ${certificationPage}`,
  published: { files: 81, of: 1018 },
  codes: ['DefaultResponseHasSchema'],
  examples: {
    bad: [
      {
        definition: {
          '/paths/~1tickets~1{id}/get/responses/default': { description: 'It failed.', schema: { type: 'string' } },
        },
        at: ['/paths/~1tickets~1{id}/get/responses/default'],
      },
    ],
    good: [{ definition: { '/paths/~1tickets~1{id}/get/responses/default': { description: 'It failed.' } }, at: [] }],
  },
  check({ operations, bodies }, report) {
    for (const at of operations) {
      if (!bodies.get(at.operation)?.answers.some(({ status }) => status === 'default')) continue;
      const message = `The answer "default" of the operation ${operationName(at.operation, at)} has a schema, expected schemas at statuses only.`;
      report(`${at.pointer}/responses/default`, message);
    }
    return {};
  },
};
