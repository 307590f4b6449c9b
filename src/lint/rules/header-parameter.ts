import { shorten } from '../../core/shorten.js';
import { isReference } from '../../openapi/refs.js';
import { isInternal } from '../internal.js';
import type { LintRule } from '../rule.js';

const parameter = '/paths/~1tickets~1{id}/get/parameters/2';
const accept = {
  name: 'Accept',
  in: 'header',
  type: 'string',
  required: true,
  default: 'application/json',
  description: 'What to answer with.',
  'x-ms-summary': 'Answer Type',
};

export const headerParameter: LintRule = {
  code: 'header-parameter',
  severity: 'note',
  summary: 'No field of the designer is a Content-Type or Accept header.',
  why: 'The connector sends them by itself, from what an operation consumes and produces; a user who is asked can only spoil it.',
  source:
    'OpenAPI 3.0.3, https://spec.openapis.org/oas/v3.0.3.html#parameter-object (name); 137 of 1,018 published connectors have a Content-Type parameter, 82 one for Accept, many of them internal',
  published: { files: 12, of: 161 },
  codes: [],
  examples: {
    bad: [{ definition: { [parameter]: accept }, at: [parameter] }],
    good: [{ definition: { [parameter]: { ...accept, 'x-ms-visibility': 'internal' } }, at: [] }],
  },
  check: (_subject, report) => ({
    parameter(node, { pointer, operation }) {
      if (isReference(node) || node.in !== 'header' || isInternal(node) || isInternal(operation)) return;
      if (!/^(?:content-type|accept)$/i.test(node.name)) return;
      const message = `The header ${shorten(node.name)} is a field of the designer, expected it in "consumes" or "produces", or internal with a default.`;
      report(pointer, message);
    },
  }),
};
