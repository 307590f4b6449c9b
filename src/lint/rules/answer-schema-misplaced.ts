import { child } from '../../core/pointer.js';
import { shorten } from '../../core/shorten.js';
import { isInternal } from '../internal.js';
import { operationName } from '../operation-name.js';
import type { LintRule } from '../rule.js';
import { shownStatus } from '../schema-facts.js';
import { designerSource } from '../sources.js';

export const answerSchemaMisplaced: LintRule = {
  code: 'answer-schema-misplaced',
  severity: 'warning',
  summary: 'The schema of the answer stands where the designer looks: at 200, else at 201.',
  why: 'The designer offers no outputs: of several answers it reads 200, 201 or "default", in this order.',
  source: designerSource,
  published: { files: 0, of: 161 },
  codes: ['SchemaDefinitionSetIncorrectly'],
  examples: {
    bad: [
      {
        definition: {
          '/paths/~1tickets~1{id}/get/responses/200': undefined,
          '/paths/~1tickets~1{id}/get/responses/202': {
            description: 'The ticket.',
            schema: { $ref: '#/definitions/Ticket' },
          },
        },
        at: ['/paths/~1tickets~1{id}/get/responses/202'],
      },
    ],
    good: [
      {
        definition: {
          '/paths/~1tickets~1{id}/get/responses': {
            '202': { description: 'The ticket.', schema: { $ref: '#/definitions/Ticket' } },
          },
        },
        at: [],
      },
    ],
  },
  check({ operations, bodies }, report) {
    for (const at of operations) {
      const isWebhook = at.item['x-ms-notification-content'] !== undefined;
      const answers = bodies.get(at.operation)?.answers ?? [];
      const shown = shownStatus(at.operation);
      if (isWebhook || isInternal(at.operation) || answers.some(({ status }) => status === shown)) continue;
      const lost = answers.find(({ status }) => /^2(?!0[45])/.test(status));
      if (lost === undefined) continue;
      const message = `The operation ${operationName(at.operation, at)} has its schema at ${shorten(lost.status)}, expected it at 200 or 201.`;
      report(child(`${at.pointer}/responses`, lost.status), message);
    }
    return {};
  },
};
