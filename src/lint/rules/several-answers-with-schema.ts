import { operationName } from '../operation-name.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const severalAnswersWithSchema: LintRule = {
  code: 'several-answers-with-schema',
  severity: 'note',
  certification: 'warning',
  summary: 'One answer of an operation has a schema.',
  why: 'The designer makes outputs from one of them; those of the others can be had in raw JSON only.',
  source: `${validatorPage} (OperationHasManyResponsesWithSchema)`,
  published: { files: 200, of: 1018 },
  codes: ['OperationHasManyResponsesWithSchema'],
  examples: {
    bad: [
      {
        definition: { '/paths/~1tickets~1{id}/get/responses/404/schema': { type: 'string' } },
        at: ['/paths/~1tickets~1{id}/get/responses'],
      },
    ],
    good: [{ definition: { '/paths/~1tickets~1{id}/get/responses/410': { description: 'It is gone.' } }, at: [] }],
  },
  check({ operations, bodies }, report) {
    for (const at of operations) {
      // a "default" with a schema is reported by default-answer-with-schema
      const answers = bodies.get(at.operation)?.answers.filter(({ status }) => status !== 'default') ?? [];
      if (answers.length < 2) continue;
      const statuses = answers
        .slice(0, 5)
        .map(({ status }) => status)
        .join(', ');
      const message = `The operation ${operationName(at.operation, at)} has ${answers.length} answers with a schema (${statuses}), expected one.`;
      report(`${at.pointer}/responses`, message);
    }
    return {};
  },
};
