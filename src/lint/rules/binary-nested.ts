import { isReference } from '../../openapi/refs.js';
import { having } from '../having.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const binaryNested: LintRule = {
  code: 'binary-nested',
  severity: 'warning',
  summary: 'Binary content is a whole body or a field of a form, never a property or an item.',
  why: 'JSON has no place for bytes: what the designer puts there is no file. A property can hold them as text, with the format "byte".',
  source: `${validatorPage} (InvalidStringBinaryProperty)`,
  published: { files: 3, of: 161 },
  codes: ['InvalidStringBinaryProperty'],
  examples: {
    bad: [
      {
        definition: { '/definitions/Ticket/properties/subject/format': 'binary' },
        at: ['/definitions/Ticket/properties/subject'],
      },
    ],
    good: [{ definition: { '/definitions/Ticket/properties/subject/format': 'byte' }, at: [] }],
  },
  check: (_subject, report) => ({
    parameter: having(['format'], (node, { pointer }) => {
      if (isReference(node) || node.in === 'body' || node.in === 'formData') return;
      if (node.type === 'string' && node.format === 'binary') report(pointer, message(`A ${node.in} parameter`));
    }),
    schema: having(['format'], (node, { pointer }) => {
      if (isReference(node) || node.type !== 'string' || node.format !== 'binary') return;
      if (nested.test(pointer)) report(pointer, message('A part of a body'));
    }),
  }),
};

/** A schema that another one holds. A definition is judged where it is referred to from. */
const nested = /\/(?:properties\/[^/]+|items|additionalProperties)$/;

const message = (what: string) =>
  `${what} has the format "binary", expected it of a whole body or of a field of a form only.`;
