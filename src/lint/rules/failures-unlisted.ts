import type { JsonObject } from '../../core/json.js';
import type { LintRule } from '../rule.js';
import { codingPage } from '../sources.js';

export const failuresUnlisted: LintRule = {
  code: 'failures-unlisted',
  severity: 'note',
  summary: 'Operations list the failures that are known: statuses such as 400, 401, 404 and 500.',
  why: 'Who builds a workflow sees what can go wrong, and a contract test can tell a known failure from a new one.',
  source: codingPage,
  published: { files: 88, of: 161 },
  codes: [],
  examples: {
    bad: [{ definition: withoutFailures(), at: ['/paths'] }],
    good: [
      {
        definition: {
          ...withoutFailures(),
          '/paths/~1tickets~1{id}/get/responses/404': { description: 'There is no such ticket.' },
        },
        at: [],
      },
    ],
  },
  check({ operations }, report) {
    const listed = operations.flatMap(({ operation }) => Object.keys(operation.responses));
    if (operations.length > 0 && !listed.some((status) => /^[45]|^default$/.test(status))) {
      report('/paths', 'No operation lists an answer for a failure, expected statuses such as 400, 401, 404 and 500.');
    }
    return {};
  },
};

function withoutFailures() {
  const ticket: JsonObject = { description: 'The ticket.', schema: { $ref: '#/definitions/Ticket' } };
  return {
    '/paths/~1tickets~1{id}/get/responses': { '200': ticket },
    '/paths/~1tickets/post/responses': { '201': ticket },
    '/paths/~1queues': undefined,
    '/paths/~1hooks': undefined,
    '/paths/~1tickets/post/parameters/1/schema/properties/queue': undefined,
  };
}
