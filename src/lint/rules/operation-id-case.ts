import { shorten } from '../../core/shorten.js';
import { having } from '../having.js';
import type { LintRule } from '../rule.js';
import { codingPage } from '../sources.js';

export const operationIdCase: LintRule = {
  code: 'operation-id-case',
  severity: 'note',
  summary: 'An operationId begins with a capital: it is in Pascal case.',
  why: 'It is how the operations of all other connectors are called, and where nothing else is said it is what people read.',
  source: codingPage,
  published: { files: 74, of: 1018 },
  codes: [],
  examples: {
    bad: [
      {
        definition: { '/paths/~1tickets~1{id}/get/operationId': 'getTicket' },
        at: ['/paths/~1tickets~1{id}/get/operationId'],
      },
    ],
    good: [{ definition: { '/paths/~1tickets~1{id}/get/operationId': 'Get2Tickets' }, at: [] }],
  },
  check: (_subject, report) => ({
    operation: having(['operationId'], ({ operationId = '' }, { pointer }) => {
      if (!/^[a-z]/.test(operationId)) return;
      const message = `The operationId ${shorten(operationId)} begins with a small letter, expected a capital.`;
      report(`${pointer}/operationId`, message);
    }),
  }),
};
