import { operationName } from '../operation-name.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const consumesMissing: LintRule = {
  code: 'consumes-missing',
  severity: 'note',
  certification: 'warning',
  summary: 'An operation that sends something says in which media type.',
  why: 'Without it the request says "application/json", whatever the service expects.',
  source: `${validatorPage} (ConsumesMissing)`,
  published: { files: 29, of: 161 },
  codes: ['ConsumesMissing'],
  examples: {
    bad: [
      {
        definition: { '/consumes': undefined, '/paths/~1hooks/post/consumes': ['application/json'] },
        at: ['/paths/~1tickets/post'],
      },
    ],
    good: [
      {
        definition: {
          '/consumes': undefined,
          '/paths/~1hooks/post/consumes': ['application/json'],
          '/paths/~1tickets/post/consumes': ['application/json'],
        },
        at: [],
      },
    ],
  },
  check({ definition, operations, parameters }, report) {
    for (const at of operations) {
      const consumes = at.operation.consumes ?? definition.consumes ?? [];
      if (consumes.length > 0) continue;
      const sent = parameters.get(at.operation)?.some(({ parameter }) => /^(?:body|formData)$/.test(parameter.in));
      if (!sent) continue;
      const message = `The operation ${operationName(at.operation, at)} does not say in which media type it sends, expected "consumes": ["application/json"].`;
      report(at.pointer, message);
    }
    return {};
  },
};
