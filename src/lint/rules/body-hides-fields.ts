import { isReference, resolveAs } from '../../openapi/refs.js';
import type { Schema } from '../../openapi/types.js';
import { isInternal } from '../internal.js';
import type { LintRule } from '../rule.js';
import { designerSource } from '../sources.js';

const body = '/paths/~1tickets/post/parameters/1/schema';
const severity = `${body}/properties/severity`;
const plainSubject = { subject: { type: 'string', title: 'Subject', description: 'What the ticket is about.' } };

export const bodyHidesFields: LintRule = {
  code: 'body-hides-fields',
  severity: 'warning',
  summary: 'An object in a request says "type": "object" and lists its properties itself, not by "allOf".',
  why: 'The designer makes fields of what "properties" of a "type": "object" lists. Elsewhere it shows one box for raw JSON, or leaves fields out.',
  source: designerSource,
  published: { files: 6, of: 161 },
  codes: [],
  examples: {
    bad: [
      { definition: { [`${body}/type`]: undefined }, at: [body] },
      {
        definition: { [severity]: { title: 'Severity', description: 'How bad it is.', properties: plainSubject } },
        at: [severity],
      },
      {
        definition: { [`${body}/allOf`]: [{ $ref: '#/definitions/Ticket' }] },
        at: [body],
      },
    ],
    good: [
      {
        definition: {
          [severity]: {
            type: 'object',
            title: 'Severity',
            description: 'How bad it is.',
            additionalProperties: { type: 'string' },
          },
        },
        at: [],
      },
    ],
  },
  check({ definition, isInput, bodies }, report) {
    const whole = new Set<Schema | undefined>();
    for (const { request } of bodies.values()) {
      if (request) whole.add(resolveAs(definition, 'schema', { node: request.schema, pointer: request.pointer })?.node);
    }
    return {
      schema(schema, { pointer, operation }) {
        if (schema.type !== undefined && schema.allOf === undefined) return;
        if (isReference(schema) || !isInput(schema) || isInternal(schema) || isInternal(operation)) return;
        if (/\/(?:allOf\/\d+|additionalProperties)$/.test(pointer)) return;
        if (schema.type === undefined) {
          const isBox = schema.properties ?? schema.allOf ?? (whole.has(schema) && schema.enum === undefined);
          if (isBox) report(pointer, 'The value has no "type" and is one box for raw JSON, expected a type.');
        } else if (schema.type === 'object' && schema.allOf !== undefined && schema.allOf.length > 0) {
          report(
            pointer,
            'What the object includes by "allOf" has no fields, expected its properties in "properties".',
          );
        }
      },
    };
  },
};
