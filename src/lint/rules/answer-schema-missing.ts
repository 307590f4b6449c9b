import { isInternal } from '../internal.js';
import { operationName } from '../operation-name.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const answerSchemaMissing: LintRule = {
  code: 'answer-schema-missing',
  severity: 'note',
  certification: 'warning',
  summary: 'The answer for success, 200 or 201, has a schema.',
  why: 'Without one the designer offers no outputs: the next step has to find its way in raw JSON. What answers nothing says so with 204.',
  source: `${validatorPage} (SchemaDefinitionSetIncorrectly)`,
  published: { files: 21, of: 161 },
  codes: ['SchemaDefinitionSetIncorrectly'],
  examples: {
    bad: [
      {
        definition: { '/paths/~1tickets~1{id}/get/responses/200/schema': undefined },
        at: ['/paths/~1tickets~1{id}/get'],
      },
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
  check({ operations, bodies, notificationUrls }, report) {
    for (const at of operations) {
      const { responses } = at.operation;
      const isListed = Object.hasOwn(responses, '200') || Object.hasOwn(responses, '201');
      const isWebhook = at.item['x-ms-notification-content'] !== undefined || notificationUrls.has(at.operation);
      if (!isListed || isWebhook || isInternal(at.operation) || at.method === 'head') continue;
      if (bodies.get(at.operation)?.answers.some(({ status }) => status.startsWith('2'))) continue;
      const message = `The operation ${operationName(at.operation, at)} has no schema for its answer, expected one at 200 or 201.`;
      report(at.pointer, message);
    }
    return {};
  },
};
