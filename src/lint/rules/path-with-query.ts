import { child } from '../../core/pointer.js';
import { shorten } from '../../core/shorten.js';
import { exampleOperation } from '../example-operation.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const pathWithQuery: LintRule = {
  code: 'path-with-query',
  severity: 'error',
  summary: 'A path has no query and no fragment.',
  why: 'The import refuses it: what stands in the query is a parameter with "in": "query".',
  source: `${validatorPage} (OperationPathMayNotContainQueryOrFragment)`,
  published: { files: 0, of: 161 },
  codes: ['OperationPathMayNotContainQueryOrFragment'],
  examples: {
    bad: [
      { definition: { '/paths/~1tickets?open=true': { get: exampleOperation } }, at: ['/paths/~1tickets?open=true'] },
    ],
    good: [{ definition: { '/paths/~1tickets%3Fopen': { get: exampleOperation } }, at: [] }],
  },
  check: (_subject, report) => ({
    document({ paths }) {
      for (const path of Object.keys(paths)) {
        const mark = /[?#]/.exec(path)?.[0];
        if (path.startsWith('x-') || mark === undefined) continue;
        report(
          child('/paths', path),
          `The path ${shorten(path)} has ${shorten(mark)}, expected it without a query or fragment.`,
        );
      }
    },
  }),
};
