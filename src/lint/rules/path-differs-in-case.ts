import { child } from '../../core/pointer.js';
import { shorten } from '../../core/shorten.js';
import { exampleOperation } from '../example-operation.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const pathDiffersInCase: LintRule = {
  code: 'path-differs-in-case',
  severity: 'error',
  summary: 'No two paths differ in case only.',
  why: 'The import refuses it: paths are compared without case, and one of the two would never be found.',
  source: `${validatorPage} (PathRedefined)`,
  published: { files: 0, of: 1018 },
  codes: ['PathRedefined'],
  examples: {
    bad: [{ definition: { '/paths/~1Queues': { post: exampleOperation } }, at: ['/paths/~1Queues'] }],
    good: [{ definition: { '/paths/~1Queue': { post: exampleOperation } }, at: [] }],
  },
  check: (_subject, report) => ({
    document({ paths }) {
      const seen = new Map<string, string>();
      for (const path of Object.keys(paths)) {
        if (path.startsWith('x-')) continue;
        const first = seen.get(path.toLowerCase());
        if (first === undefined) seen.set(path.toLowerCase(), path);
        else
          report(
            child('/paths', path),
            `The path ${shorten(path)} is ${shorten(first)} in another case, expected it once.`,
          );
      }
    },
  }),
};
