import { shorten } from '../../core/shorten.js';
import { familiesIn } from '../annotations.js';
import type { LintRule } from '../rule.js';
import { versioningPage } from '../sources.js';

export const revisionRepeated: LintRule = {
  code: 'revision-repeated',
  severity: 'note',
  certification: 'warning',
  summary: 'No two operations of a family have the same revision.',
  why: 'Which of the two is the newer one cannot be told.',
  source: versioningPage,
  published: { files: 0, of: 161 },
  codes: ['OperationFamilyHasDuplicateRevisions'],
  examples: {
    bad: [
      {
        definition: {
          '/paths/~1tickets~1{id}/get/x-ms-api-annotation': { family: 'Ticket', revision: 1 },
          '/paths/~1queues/get/x-ms-api-annotation': { family: 'Ticket', revision: 1 },
        },
        at: ['/paths/~1queues/get/x-ms-api-annotation/revision'],
      },
    ],
    good: [
      {
        definition: {
          '/paths/~1tickets~1{id}/get/x-ms-api-annotation': { family: 'Ticket', revision: 1 },
          '/paths/~1queues/get/x-ms-api-annotation': { family: 'Queue', revision: 1 },
        },
        at: [],
      },
    ],
  },
  check(subject, report) {
    for (const [family, members] of familiesIn(subject)) {
      const seen = new Set<string>();
      for (const { pointer, revision } of members) {
        if (revision === undefined) continue;
        if (seen.has(revision)) {
          const message = `The family ${shorten(family)} has the revision ${shorten(revision)} already, expected another one.`;
          report(`${pointer}/revision`, message);
        }
        seen.add(revision);
      }
    }
    return {};
  },
};
