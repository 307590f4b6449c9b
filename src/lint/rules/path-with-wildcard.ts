import { child } from '../../core/pointer.js';
import { shorten } from '../../core/shorten.js';
import { exampleOperation } from '../example-operation.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const pathWithWildcard: LintRule = {
  code: 'path-with-wildcard',
  severity: 'error',
  summary: 'A path has no "*".',
  why: 'The import refuses it: an operation has one address, not many.',
  source: `${validatorPage} (OperationPathContainsUnsupportedCharacters)`,
  published: { files: 0, of: 161 },
  codes: ['OperationPathContainsUnsupportedCharacters'],
  examples: {
    bad: [{ definition: { '/paths/~1notes~1*': { get: exampleOperation } }, at: ['/paths/~1notes~1*'] }],
    good: [{ definition: { '/paths/~1notes~1all': { get: exampleOperation } }, at: [] }],
  },
  check: (_subject, report) => ({
    document({ paths }) {
      for (const path of Object.keys(paths)) {
        if (path.startsWith('x-') || !path.includes('*')) continue;
        report(child('/paths', path), `The path ${shorten(path)} has "*", expected a parameter such as "{id}".`);
      }
    },
  }),
};
