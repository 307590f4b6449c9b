import { isObject, own } from '../../core/json.js';
import { annotatedIn } from '../annotations.js';
import { operationName } from '../operation-name.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const statusAhead: LintRule = {
  code: 'status-ahead',
  severity: 'note',
  certification: 'warning',
  summary: 'No operation is in production while its connector is in preview.',
  why: 'What the preview of the connector may still change, workflows that rely on the operation lose.',
  source: `${validatorPage} (OperationStatusAheadOfConnector)`,
  published: { files: 0, of: 161 },
  codes: ['OperationStatusAheadOfConnector'],
  examples: {
    bad: [{ definition: statuses('Preview'), at: ['/paths/~1tickets~1{id}/get/x-ms-api-annotation/status'] }],
    good: [{ definition: statuses('Production'), at: [] }],
  },
  check(subject, report) {
    const connector = subject.definition.info['x-ms-api-annotation'];
    if (!isObject(connector) || own(connector, 'status') !== 'Preview') return {};
    for (const { at, annotation, pointer } of annotatedIn(subject)) {
      if (own(annotation, 'status') !== 'Production') continue;
      const message = `The operation ${operationName(at.operation, at)} is in "Production" and the connector in "Preview", expected "Preview".`;
      report(`${pointer}/status`, message);
    }
    return {};
  },
};

function statuses(status: string) {
  return {
    '/info/x-ms-api-annotation': { status },
    '/paths/~1tickets~1{id}/get/x-ms-api-annotation': { status: 'Production' },
  };
}
