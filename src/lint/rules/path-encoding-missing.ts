import { isReference } from '../../openapi/refs.js';
import { shorten } from '../../core/shorten.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const pathEncodingMissing: LintRule = {
  code: 'path-encoding-missing',
  severity: 'note',
  certification: 'warning',
  summary: 'Every path parameter says how it is percent-encoded.',
  why: 'A slash or a question mark in the value may lead to another address. Logic Apps encodes once where nothing is said; other designers need to be told.',
  source: `${validatorPage} (PathParameterMissingEncoding)`,
  published: { files: 158, of: 1018 },
  codes: ['PathParameterMissingEncoding'],
  examples: {
    bad: [
      {
        definition: { '/paths/~1tickets~1{id}/get/parameters/0/x-ms-url-encoding': undefined },
        at: ['/paths/~1tickets~1{id}/get/parameters/0'],
      },
    ],
    good: [{ definition: { '/paths/~1tickets~1{id}/get/parameters/0/x-ms-url-encoding': 'double' }, at: [] }],
  },
  check: (_subject, report) => ({
    parameter(node, { pointer }) {
      if (isReference(node) || node.in !== 'path' || node['x-ms-url-encoding'] !== undefined) return;
      const message = `The path parameter ${shorten(node.name)} does not say how it is encoded, expected "x-ms-url-encoding": "single".`;
      report(pointer, message, { fix: { set: `${pointer}/x-ms-url-encoding`, value: 'single' } });
    },
  }),
};
