import { shorten } from '../../core/shorten.js';
import { having } from '../having.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

/** Characters. Microsoft does not publish the limit; the longest of 16,132 published operationIds has 77. */
const maxLength = 80;

export const operationIdTooLong: LintRule = {
  code: 'operation-id-too-long',
  severity: 'note',
  certification: 'warning',
  summary: `An operationId has at most ${maxLength} characters.`,
  why: 'There is a limit that is not published; no published connector has a longer one.',
  source: `${validatorPage} (OperationIdTooLong); the number is that of published connectors`,
  published: { files: 0, of: 1018 },
  codes: ['OperationIdTooLong'],
  examples: {
    bad: [
      {
        definition: { '/paths/~1tickets~1{id}/get/operationId': `Get${'Ticket'.repeat(13)}` },
        at: ['/paths/~1tickets~1{id}/get/operationId'],
      },
    ],
    good: [{ definition: { '/paths/~1tickets~1{id}/get/operationId': `GetIt${'Later'.repeat(15)}` }, at: [] }],
  },
  check: (_subject, report) => ({
    operation: having(['operationId'], ({ operationId = '' }, { pointer }) => {
      if (operationId.length <= maxLength) return;
      const message = `The operationId ${shorten(operationId)} has ${operationId.length} characters, expected at most ${maxLength}.`;
      report(`${pointer}/operationId`, message);
    }),
  }),
};
