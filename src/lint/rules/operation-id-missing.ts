import { shorten } from '../../core/shorten.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const operationIdMissing: LintRule = {
  code: 'operation-id-missing',
  severity: 'error',
  summary: 'Every operation has an operationId.',
  why: 'The import refuses a definition without it: it is the name of the action.',
  source: `${validatorPage} (OperationIdRequired)`,
  published: { files: 0, of: 1018 },
  codes: ['OperationIdRequired'],
  examples: {
    bad: [{ definition: { '/paths/~1tickets~1{id}/get/operationId': undefined }, at: ['/paths/~1tickets~1{id}/get'] }],
    good: [{ definition: { '/paths/~1tickets~1{id}/get/operationId': 'ReadTicket' }, at: [] }],
  },
  check: (_subject, report) => ({
    operation({ operationId }, { pointer, method, path }) {
      if ((operationId ?? '').trim() !== '') return;
      report(pointer, `The operation ${shorten(`${method?.toUpperCase()} ${path}`)} has no operationId, expected one.`);
    },
  }),
};
