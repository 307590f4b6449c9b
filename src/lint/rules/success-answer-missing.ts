import { operationName } from '../operation-name.js';
import type { LintRule } from '../rule.js';
import { codingPage, validatorPage } from '../sources.js';

export const successAnswerMissing: LintRule = {
  code: 'success-answer-missing',
  severity: 'note',
  certification: 'warning',
  summary: 'Every operation lists an answer for success: a status from 200 to 299.',
  why: 'The designer takes the outputs of the action from it; "default" stands for failures too.',
  source: `${validatorPage} (OperationShouldHaveSuccessfulResponse); ${codingPage}`,
  published: { files: 95, of: 1018 },
  codes: ['OperationShouldHaveSuccessfulResponse'],
  examples: {
    bad: [
      { definition: { '/paths/~1tickets~1{id}/get/responses/200': undefined }, at: ['/paths/~1tickets~1{id}/get'] },
    ],
    good: [
      {
        definition: {
          '/paths/~1tickets~1{id}/get/responses/200': undefined,
          '/paths/~1tickets~1{id}/get/responses/204': { description: 'There is nothing to say.' },
        },
        at: [],
      },
    ],
  },
  check: (_subject, report) => ({
    operation(operation, place) {
      const statuses = Object.keys(operation.responses).filter((status) => !status.startsWith('x-'));
      if (statuses.length === 0 || statuses.some((status) => status.startsWith('2'))) return;
      report(
        place.pointer,
        `The operation ${operationName(operation, place)} has no answer for success, expected a status such as 200.`,
      );
    },
  }),
};
