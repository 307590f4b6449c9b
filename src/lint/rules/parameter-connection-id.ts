import { shorten } from '../../core/shorten.js';
import { isReference } from '../../openapi/refs.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const parameterConnectionId: LintRule = {
  code: 'parameter-connection-id',
  severity: 'error',
  summary: 'No parameter is named connectionId.',
  why: 'The platform puts a parameter of this name into each path itself, for the connection; the import is refused.',
  source: `${validatorPage} (ConnectionIdParameterNotAllowed)`,
  published: { files: 0, of: 161 },
  codes: ['ConnectionIdParameterNotAllowed'],
  examples: {
    bad: [
      {
        definition: { '/paths/~1tickets~1{id}/get/parameters/1/name': 'connectionId' },
        at: ['/paths/~1tickets~1{id}/get/parameters/1/name'],
      },
    ],
    good: [{ definition: { '/paths/~1tickets~1{id}/get/parameters/1/name': 'connection' }, at: [] }],
  },
  check: (_subject, report) => ({
    parameter(node, { pointer }) {
      if (isReference(node) || node.name.toLowerCase() !== 'connectionid') return;
      report(`${pointer}/name`, `The parameter is named ${shorten(node.name)}, which the platform keeps for itself.`);
    },
  }),
};
