import { shorten } from '../../core/shorten.js';
import { isReference } from '../../openapi/refs.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

const parameter = '/paths/~1tickets~1{id}/get/parameters/2';
const field = { in: 'header', type: 'string', description: 'Which one.', 'x-ms-summary': 'Which' };

export const headerOmitted: LintRule = {
  code: 'header-omitted',
  severity: 'warning',
  summary: 'No parameter is a header that Logic Apps takes out of a request.',
  why: 'What the user fills in is never sent, and nobody says so.',
  source: `https://learn.microsoft.com/azure/connectors/connectors-native-http#omitted-headers; ${validatorPage} (ReservedParameterIsUsed, of which the list has not been published)`,
  published: { files: 1, of: 161 },
  codes: ['ReservedParameterIsUsed'],
  examples: {
    bad: [
      { definition: { [parameter]: { ...field, name: 'Accept-Language' } }, at: [parameter] },
      { definition: { [parameter]: { ...field, name: 'host' } }, at: [parameter] },
    ],
    good: [{ definition: { [parameter]: { ...field, name: 'Accept-Version' } }, at: [] }],
  },
  check: (_subject, report) => ({
    parameter(node, { pointer }) {
      if (isReference(node) || node.in !== 'header' || !omitted.test(node.name)) return;
      report(pointer, `The header ${shorten(node.name)} is taken out of requests, expected no parameter for it.`);
    },
  }),
};

const omitted =
  /^(?:accept-(?!version$).*|allow|content-(?!(?:disposition|encoding|type)$).*|cookie|expires|host|last-modified|origin|set-cookie|transfer-encoding)$/i;
