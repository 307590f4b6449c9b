import { shorten } from '../../core/shorten.js';
import type { LintRule } from '../rule.js';

export const summaryMissing: LintRule = {
  code: 'summary-missing',
  severity: 'warning',
  summary: 'Every operation that the designer shows has a summary.',
  why: 'The designer shows the summary as the name of the action; without one it shows the operationId.',
  source: 'https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions#summary',
  published: { files: 0, of: 161 },
  codes: [],
  examples: {
    bad: [{ definition: { '/paths/~1tickets~1{id}/get/summary': undefined }, at: ['/paths/~1tickets~1{id}/get'] }],
    good: [{ definition: { '/paths/~1queues/get/summary': undefined }, at: [] }],
  },
  check: (_subject, report) => ({
    operation(operation, { pointer, method, path }) {
      if (operation['x-ms-visibility'] === 'internal' || (operation.summary ?? '').trim() !== '') return;
      report(pointer, `The operation ${shorten(operation.operationId ?? `${method} ${path}`)} has no summary.`);
    },
  }),
};
