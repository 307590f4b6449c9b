import { shorten } from '../../core/shorten.js';
import { having } from '../having.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

/** Letters and digits, and the suffix that Microsoft's own examples give to a further version. */
const plain = /^[A-Za-z0-9]+(?:_V[0-9]+)?$/;

export const operationIdCharacters: LintRule = {
  code: 'operation-id-characters',
  severity: 'note',
  certification: 'warning',
  summary: 'An operationId has letters and digits only, but for a version such as "_V2" at its end.',
  why: 'The platform takes all other characters out: the name in a workflow is not the one in the definition.',
  source: `${validatorPage} (OperationIdSanitized)`,
  published: { files: 183, of: 1018 },
  codes: ['OperationIdSanitized'],
  examples: {
    bad: [
      {
        definition: { '/paths/~1tickets~1{id}/get/operationId': 'Get-Ticket' },
        at: ['/paths/~1tickets~1{id}/get/operationId'],
      },
    ],
    good: [{ definition: { '/paths/~1tickets~1{id}/get/operationId': 'GetTicket_V2' }, at: [] }],
  },
  check: (_subject, report) => ({
    operation: having(['operationId'], ({ operationId = '' }, { pointer }) => {
      if (operationId.trim() === '' || plain.test(operationId)) return;
      const message = `The operationId is ${shorten(operationId)}, expected letters and digits only.`;
      report(`${pointer}/operationId`, message);
    }),
  }),
};
