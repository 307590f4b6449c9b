import { child } from '../../core/pointer.js';
import { own } from '../../core/json.js';
import { shorten } from '../../core/shorten.js';
import { isReference } from '../../openapi/refs.js';
import { having } from '../having.js';
import type { LintRule } from '../rule.js';
import { designerSource, validatorPage } from '../sources.js';

export const requiredReadOnly: LintRule = {
  code: 'required-read-only',
  severity: 'warning',
  summary: 'What a request requires is not read-only.',
  why: 'The designer leaves read-only properties out of what a user fills in, so the request lacks what it requires.',
  source: `${validatorPage} (RequiredReadOnlyPropertyNotAllowedAsInput); ${designerSource}`,
  published: { files: 0, of: 161 },
  codes: ['RequiredReadOnlyPropertyNotAllowedAsInput'],
  examples: {
    bad: [
      {
        definition: { '/paths/~1tickets/post/parameters/1/schema/properties/subject/readOnly': true },
        at: ['/paths/~1tickets/post/parameters/1/schema/properties/subject'],
      },
    ],
    good: [
      {
        definition: {
          '/definitions/Ticket/properties/id/readOnly': true,
          '/definitions/Ticket/required': ['id'],
        },
        at: [],
      },
    ],
  },
  check: ({ isInput }, report) => ({
    schema: having(['required'], (node, { pointer }) => {
      if (isReference(node) || !isInput(node)) return;
      for (const name of new Set(node.required)) {
        if (own(node.properties ?? {}, name)?.readOnly !== true) continue;
        const message = `The property ${shorten(name)} is required in a request and read-only, expected one or the other.`;
        report(child(`${pointer}/properties`, name), message);
      }
    }),
  }),
};
