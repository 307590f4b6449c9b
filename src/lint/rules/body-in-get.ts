import { operationName } from '../operation-name.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const bodyInGet: LintRule = {
  code: 'body-in-get',
  severity: 'warning',
  summary: 'A GET or HEAD operation takes no body and no form.',
  why: 'What is on the way, and the service itself, may leave out the body of such a request.',
  source: `${validatorPage} (BodyOrFormDataParameterInFetchOperationNotAllowed); of HEAD it is our judgment`,
  published: { files: 5, of: 1018 },
  codes: ['BodyOrFormDataParameterInFetchOperationNotAllowed'],
  examples: {
    bad: [
      {
        definition: {
          '/paths/~1tickets~1{id}/get/parameters/-': {
            name: 'body',
            in: 'body',
            required: true,
            schema: { type: 'string', title: 'Filter', description: 'What to leave out.' },
          },
        },
        at: ['/paths/~1tickets~1{id}/get'],
      },
    ],
    good: [
      {
        definition: {
          '/paths/~1tickets~1{id}/get/parameters/-': {
            name: 'filter',
            in: 'query',
            type: 'string',
            description: 'What to leave out.',
            'x-ms-summary': 'Filter',
          },
        },
        at: [],
      },
    ],
  },
  check({ operations, parameters }, report) {
    for (const at of operations) {
      if (at.method !== 'get' && at.method !== 'head') continue;
      const sent = parameters.get(at.operation)?.find(({ parameter }) => /^(?:body|formData)$/.test(parameter.in));
      if (sent === undefined) continue;
      const what = sent.parameter.in === 'body' ? 'a body' : 'form data';
      const message = `The ${at.method.toUpperCase()} operation ${operationName(at.operation, at)} takes ${what}, expected parameters in the path, the query or the headers only.`;
      report(at.pointer, message);
    }
    return {};
  },
};
