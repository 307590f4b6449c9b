import { shorten } from '../../core/shorten.js';
import { isReference } from '../../openapi/refs.js';
import { isInternal } from '../internal.js';
import type { LintRule } from '../rule.js';

const parameter = '/paths/~1tickets~1{id}/get/parameters/2';
const asked = { in: 'header', type: 'string', required: true, description: 'Which one.', 'x-ms-summary': 'Which' };

export const credentialParameter: LintRule = {
  code: 'credential-parameter',
  severity: 'warning',
  summary: 'A key or a token is asked for by the connection, not by a parameter.',
  why: 'What stands in a parameter can be read by everybody who may open the playbook or its run history. A security definition hides it.',
  source: 'https://learn.microsoft.com/connectors/custom-connectors/connection-parameters',
  published: { files: 9, of: 161 },
  codes: [],
  examples: {
    bad: [
      { definition: { [parameter]: { ...asked, name: 'X-Auth-Token' } }, at: [parameter] },
      { definition: { [parameter]: { ...asked, name: 'api_key', in: 'query' } }, at: [parameter] },
    ],
    good: [{ definition: { [parameter]: { ...asked, name: 'X-Request-Id' } }, at: [] }],
  },
  check: (_subject, report) => ({
    parameter(node, { pointer, operation }) {
      if (isReference(node) || (node.in !== 'header' && node.in !== 'query')) return;
      if (!credential.test(node.name) || isInternal(node) || isInternal(operation)) return;
      const message = `The ${node.in} parameter ${shorten(node.name)} asks for a credential, expected a security definition that does.`;
      report(pointer, message);
    },
  }),
};

/** Names of headers and query parameters with which a caller proves who it is; not those of passwords, which can be of the data (of a file, say). */
const credential =
  /^(?:x[-_]?)?(?:authorization|auth(?:[-_]?(?:token|key))?|(?:api|app|access|functions|licen[sc]e|(?:ocp[-_]apim[-_])?subscription)[-_]?key|(?:api|access|bearer)[-_]?token|(?:api|client)[-_]?secret)$/i;
