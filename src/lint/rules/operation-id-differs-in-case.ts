import { shorten } from '../../core/shorten.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const operationIdDiffersInCase: LintRule = {
  code: 'operation-id-differs-in-case',
  severity: 'warning',
  summary: 'No two operationIds differ in case only.',
  why: 'Names of actions are compared without case: a workflow may get the other operation.',
  source: `${validatorPage} (OperationIdNotUnique); that case does not count is our judgment`,
  published: { files: 0, of: 161 },
  codes: ['OperationIdNotUnique'],
  examples: {
    bad: [{ definition: { '/paths/~1hooks/post/operationId': 'GETTicket' }, at: ['/paths/~1hooks/post/operationId'] }],
    good: [{ definition: { '/paths/~1tickets~1{id}/get/operationId': 'GetTickets' }, at: [] }],
  },
  check({ operations }, report) {
    const seen = new Map<string, string>();
    for (const { operation, pointer } of operations) {
      const { operationId } = operation;
      if (operationId === undefined) continue;
      const first = seen.get(operationId.toLowerCase());
      if (first === undefined) seen.set(operationId.toLowerCase(), operationId);
      else if (first !== operationId) {
        const message = `The operationId ${shorten(operationId)} differs from ${shorten(first)} in case only, expected another one.`;
        report(`${pointer}/operationId`, message);
      }
    }
    return {};
  },
};
