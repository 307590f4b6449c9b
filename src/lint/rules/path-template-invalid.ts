import { child } from '../../core/pointer.js';
import { shorten } from '../../core/shorten.js';
import { exampleOperation } from '../example-operation.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const pathTemplateInvalid: LintRule = {
  code: 'path-template-invalid',
  severity: 'error',
  summary: 'The braces of a path enclose names of parameters, each within one segment, and hold no defaults.',
  why: 'The import refuses it, and no parameter could fill in what is not such a name.',
  source: `${validatorPage} (OperationPathTemplateNotValid, OperationPathVariablesContainDefaults)`,
  published: { files: 0, of: 161 },
  codes: ['OperationPathTemplateNotValid', 'OperationPathVariablesContainDefaults'],
  examples: {
    bad: [
      { definition: { '/paths/~1queues~1{all': { get: exampleOperation } }, at: ['/paths/~1queues~1{all'] },
      { definition: { '/paths/~1queues~1{}': { get: exampleOperation } }, at: ['/paths/~1queues~1{}'] },
    ],
    good: [{ definition: { '/paths/~1queues~1%7Ball': { get: exampleOperation } }, at: [] }],
  },
  check: (_subject, report) => ({
    document({ paths }) {
      for (const path of Object.keys(paths)) {
        if (path.startsWith('x-')) continue;
        const wrong = path.split('/').find((segment) => /[{}]/.test(segment.replace(/\{[^{}=]+\}/g, '')));
        if (wrong === undefined) continue;
        const message = `The path ${shorten(path)} has the segment ${shorten(wrong)}, expected braces around names only, e.g. "{id}".`;
        report(child('/paths', path), message);
      }
    },
  }),
};
