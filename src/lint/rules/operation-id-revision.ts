import { shorten } from '../../core/shorten.js';
import { annotatedIn } from '../annotations.js';
import type { LintRule } from '../rule.js';
import { versioningPage } from '../sources.js';

export const operationIdRevision: LintRule = {
  code: 'operation-id-revision',
  severity: 'note',
  certification: 'warning',
  summary: 'The operationId of a further version ends in its revision: "GetTicket_V2".',
  why: 'People who read a workflow see the operationId, and nothing else that tells one version from another.',
  source: versioningPage,
  published: { files: 2, of: 161 },
  codes: ['OperationIdShouldEndWithRevision'],
  examples: {
    bad: [
      {
        definition: { '/paths/~1tickets~1{id}/get/x-ms-api-annotation': { family: 'GetTicket', revision: 2 } },
        at: ['/paths/~1tickets~1{id}/get/operationId'],
      },
    ],
    good: [
      {
        definition: {
          '/paths/~1tickets~1{id}/get/x-ms-api-annotation': { family: 'GetTicket', revision: 2 },
          '/paths/~1tickets~1{id}/get/operationId': 'GetTicket_V2',
        },
        at: [],
      },
    ],
  },
  check(subject, report) {
    for (const { at, family, revision } of annotatedIn(subject)) {
      const { operationId } = at.operation;
      if (family === undefined || revision === undefined || Number(revision) < 2 || operationId === undefined) continue;
      if (operationId.endsWith(`V${revision}`)) continue;
      const message = `The operationId ${shorten(operationId)} is of revision ${shorten(revision)}, expected one that ends in ${shorten(`_V${revision}`)}.`;
      report(`${at.pointer}/operationId`, message);
    }
    return {};
  },
};
