import { shorten } from '../../core/shorten.js';
import { annotatedIn } from '../annotations.js';
import { operationName } from '../operation-name.js';
import type { LintRule } from '../rule.js';
import { versioningPage } from '../sources.js';

export const revisionMissing: LintRule = {
  code: 'revision-missing',
  severity: 'note',
  certification: 'warning',
  summary: 'An operation of a family has a revision: a number.',
  why: 'Which of two versions is the newer one cannot be told without it.',
  source: versioningPage,
  published: { files: 0, of: 161 },
  codes: ['OperationRevisionEmpty', 'OperationFamilyHasManyEmptyRevisions'],
  examples: {
    bad: [
      {
        definition: { '/paths/~1tickets~1{id}/get/x-ms-api-annotation': { family: 'GetTicket' } },
        at: ['/paths/~1tickets~1{id}/get/x-ms-api-annotation'],
      },
    ],
    good: [
      {
        definition: { '/paths/~1tickets~1{id}/get/x-ms-api-annotation': { family: 'GetTicket', revision: 1 } },
        at: [],
      },
    ],
  },
  check(subject, report) {
    for (const { at, pointer, family, revision } of annotatedIn(subject)) {
      if (family === undefined || revision !== undefined) continue;
      const message = `The operation ${operationName(at.operation, at)} is of the family ${shorten(family)} and has no revision, expected a number.`;
      report(pointer, message);
    }
    return {};
  },
};
