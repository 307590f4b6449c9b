import { shorten } from '../../core/shorten.js';
import { isReference } from '../../openapi/refs.js';
import { having } from '../having.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const queryEncoding: LintRule = {
  code: 'query-encoding',
  severity: 'note',
  certification: 'warning',
  summary: 'A query parameter does not say how it is percent-encoded.',
  why: 'It is encoded once whatever is said: "double" has no effect, and a server that decodes twice gets another value.',
  source: `${validatorPage} (QueryParameterEncodingNotSupported)`,
  published: { files: 13, of: 1018 },
  codes: ['QueryParameterEncodingNotSupported'],
  examples: {
    bad: [
      {
        definition: { '/paths/~1tickets~1{id}/get/parameters/1/x-ms-url-encoding': 'single' },
        at: ['/paths/~1tickets~1{id}/get/parameters/1/x-ms-url-encoding'],
      },
    ],
    good: [{ definition: { '/paths/~1tickets~1{id}/get/parameters/0/x-ms-url-encoding': 'single' }, at: [] }],
  },
  check: (_subject, report) => ({
    parameter: having(['x-ms-url-encoding'], (node, { pointer }) => {
      if (isReference(node) || node.in !== 'query' || node['x-ms-url-encoding'] === undefined) return;
      const message = `The query parameter ${shorten(node.name)} has the encoding ${shorten(node['x-ms-url-encoding'])}, expected none: it is encoded once in any case.`;
      report(`${pointer}/x-ms-url-encoding`, message, { fix: { from: pointer, remove: ['x-ms-url-encoding'] } });
    }),
  }),
};
