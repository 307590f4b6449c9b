import { isArray, type Json } from '../../core/json.js';
import { shorten } from '../../core/shorten.js';
import { checkValue } from '../../openapi/check-value.js';
import type { Schema } from '../../openapi/types.js';
import type { LintRule } from '../rule.js';
import { eachTyped, type Typed } from '../typed.js';
import { fits } from '../typed-value.js';

export const defaultRefused: LintRule = {
  code: 'default-refused',
  severity: 'warning',
  summary: 'A default is within its bounds, matches its pattern, and what it holds is what is declared.',
  why: 'The designer fills the field with it and sends it, and the service refuses it.',
  source: 'OpenAPI 2.0, https://spec.openapis.org/oas/v2.0.html#schema-object (default)',
  published: { files: 2, of: 161 },
  codes: [],
  examples: {
    bad: [
      {
        definition: {
          '/definitions/Ticket/properties/id/default': 0,
          '/definitions/Ticket/properties/id/minimum': 1,
        },
        at: ['/definitions/Ticket/properties/id/default'],
      },
    ],
    good: [
      {
        definition: {
          '/definitions/Ticket/properties/id/default': 1,
          '/definitions/Ticket/properties/id/minimum': 1,
        },
        at: [],
      },
    ],
  },
  check: ({ definition }, report) =>
    eachTyped(['default'], (node, pointer) => {
      const { default: value } = node;
      if (value === undefined || value === null || !fits(value, node) || isFree(node, value)) return;
      let isSaid = false;
      checkValue(value, {
        document: definition,
        schema: withoutEnum(node),
        pointer,
        mismatch({ kind, message, declared }) {
          if (isSaid || kind === 'unreadable-schema') return;
          isSaid = true;
          report(`${pointer}/default`, `The default ${shorten(value)} does not fit: ${message}`, { declared });
        },
      });
    }),
};

/** What more than its type is said of a text, a number or a flag. */
const limits = ['maximum', 'minimum', 'multipleOf', 'maxLength', 'minLength', 'pattern', 'allOf'];

/** Whether the type is all that a value has to meet, as nearly all defaults. */
function isFree(node: Typed, value: Json): boolean {
  return typeof value !== 'object' && !limits.some((keyword) => Object.hasOwn(node, keyword));
}

/** A schema or a parameter without its enum, which has a rule of its own. The `required` of a parameter is no list, and says nothing of its value. */
function withoutEnum({ enum: _enum, ...schema }: Schema & { readonly required?: unknown }): Schema {
  const { required, ...rest } = schema;
  return isArray(required) ? schema : rest;
}
