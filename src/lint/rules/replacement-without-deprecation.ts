import { own } from '../../core/json.js';
import { annotatedIn } from '../annotations.js';
import { operationName } from '../operation-name.js';
import type { LintRule } from '../rule.js';
import { versioningPage } from '../sources.js';

export const replacementWithoutDeprecation: LintRule = {
  code: 'replacement-without-deprecation',
  severity: 'note',
  certification: 'warning',
  summary: 'An operation that has a replacement is deprecated.',
  why: 'The designer still offers it, and people go on to choose what is to be replaced.',
  source: versioningPage,
  published: { files: 0, of: 161 },
  codes: ['ApiAnnotationExtensionReplacementInfoForNonDeprecatedOperations'],
  examples: {
    bad: [{ definition: annotated(false), at: ['/paths/~1tickets~1{id}/get/x-ms-api-annotation/replacement'] }],
    good: [{ definition: annotated(true), at: [] }],
  },
  check(subject, report) {
    for (const { at, annotation, pointer } of annotatedIn(subject)) {
      if (at.operation.deprecated === true || own(annotation, 'replacement') === undefined) continue;
      const message = `The operation ${operationName(at.operation, at)} has a replacement and is not deprecated, expected "deprecated": true.`;
      report(`${pointer}/replacement`, message);
    }
    return {};
  },
};

function annotated(deprecated: boolean) {
  const replacement = { api: 'ContosoTickets', operationId: 'CreateTicket' };
  return {
    '/paths/~1tickets~1{id}/get/x-ms-api-annotation': { family: 'GetTicket', revision: 1, replacement },
    '/paths/~1tickets~1{id}/get/deprecated': deprecated,
  };
}
