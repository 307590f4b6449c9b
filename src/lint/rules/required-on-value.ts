import { shorten } from '../../core/shorten.js';
import { isReference } from '../../openapi/refs.js';
import { having } from '../having.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const requiredOnValue: LintRule = {
  code: 'required-on-value',
  severity: 'warning',
  summary: 'Only an object has a list of required properties.',
  why: 'It has no effect: what was meant to be required is optional. A property is made required by the object that holds it.',
  source: `${validatorPage} (RequiredPropertyNotOnObject)`,
  published: { files: 8, of: 1018 },
  codes: ['RequiredPropertyNotOnObject'],
  examples: {
    bad: [
      {
        definition: { '/definitions/Ticket/properties/subject/required': ['subject'] },
        at: ['/definitions/Ticket/properties/subject/required'],
      },
    ],
    good: [{ definition: { '/paths/~1tickets/post/parameters/1/schema/required': ['subject', 'queue'] }, at: [] }],
  },
  check: (_subject, report) => ({
    schema: having(['required'], (node, { pointer }) => {
      if (isReference(node) || node.required === undefined) return;
      if (node.type === undefined || node.type === 'object') return;
      const message = `A list of required properties stands at a schema of type ${shorten(node.type)}, expected at an object only.`;
      report(`${pointer}/required`, message);
    }),
  }),
};
