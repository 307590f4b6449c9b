import { isObject, own, type JsonObject } from '../../core/json.js';
import { annotatedIn } from '../annotations.js';
import { operationName } from '../operation-name.js';
import type { LintRule } from '../rule.js';
import { versioningPage } from '../sources.js';

export const replacementIncomplete: LintRule = {
  code: 'replacement-incomplete',
  severity: 'note',
  certification: 'warning',
  summary: 'What replaces an operation is named by its connector and its operationId.',
  why: 'With one of the two alone, nobody can be led to the operation that is meant.',
  source: versioningPage,
  published: { files: 0, of: 161 },
  codes: [
    'ApiAnnotationExtensionReplacementInfoMissingApiProperty',
    'ApiAnnotationExtensionReplacementInfoMissingOperationIdProperty',
  ],
  examples: {
    bad: [
      {
        definition: replacedBy({ operationId: 'CreateTicket' }),
        at: ['/paths/~1tickets~1{id}/get/x-ms-api-annotation/replacement'],
      },
      {
        definition: replacedBy({ api: 'ContosoTickets' }),
        at: ['/paths/~1tickets~1{id}/get/x-ms-api-annotation/replacement'],
      },
    ],
    good: [{ definition: replacedBy({ api: 'ContosoTickets', operationId: 'CreateTicket' }), at: [] }],
  },
  check(subject, report) {
    for (const { at, annotation, pointer } of annotatedIn(subject)) {
      const replacement = own(annotation, 'replacement');
      if (replacement === undefined) continue;
      const named: JsonObject = isObject(replacement) ? replacement : {};
      for (const key of ['api', 'operationId']) {
        const name = own(named, key);
        if (typeof name === 'string' && name !== '') continue;
        const message = `What replaces the operation ${operationName(at.operation, at)} has no "${key}", expected "api" and "operationId".`;
        report(`${pointer}/replacement`, message);
      }
    }
    return {};
  },
};

function replacedBy(replacement: JsonObject) {
  return {
    '/paths/~1tickets~1{id}/get/x-ms-api-annotation': { family: 'GetTicket', revision: 1, replacement },
    '/paths/~1tickets~1{id}/get/deprecated': true,
  };
}
