import { shorten } from '../../core/shorten.js';
import { methods } from '../../openapi/types.js';
import type { LintRule } from '../rule.js';
import { certificationPage } from '../sources.js';

export const pathWithoutOperation: LintRule = {
  code: 'path-without-operation',
  severity: 'note',
  certification: 'warning',
  summary: 'Every path has an operation, and the definition has a path.',
  why: 'What does nothing is most often a rest of something that was taken out.',
  source: certificationPage,
  published: { files: 10, of: 161 },
  codes: [],
  examples: {
    bad: [{ definition: { '/paths/~1notes': {} }, at: ['/paths/~1notes'] }],
    good: [{ definition: { '/paths/x-contoso-notes': {} }, at: [] }],
  },
  check: ({ operations }, report) => ({
    document({ paths }) {
      const isEmpty = Object.keys(paths).every((path) => path.startsWith('x-'));
      if (isEmpty && operations.length === 0)
        report('/paths', 'The definition has no paths, expected at least one operation.');
    },
    pathItem(item, { pointer, path }) {
      if (Object.hasOwn(item, '$ref') || methods.some((method) => item[method] !== undefined)) return;
      report(pointer, `The path ${shorten(path)} has no operation, expected at least one.`);
    },
  }),
};
