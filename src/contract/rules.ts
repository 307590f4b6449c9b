import type { Rule } from '../core/rule.js';
import type { MismatchKind } from '../openapi/mismatch.js';
import { examples, type Case } from './example.js';
import { exchangeRules } from './exchange-rules.js';

const draft4 =
  'JSON Schema draft 4 validation, https://datatracker.ietf.org/doc/html/draft-fge-json-schema-validation-00';

const count = { type: 'object', properties: { count: { type: 'integer', minimum: 0 } } } as const;
const countAndTotal = {
  type: 'object',
  properties: { count: { type: 'integer' }, total: { type: 'integer' } },
} as const;
const state = { type: 'object', properties: { state: { type: 'string', enum: ['open', 'closed'] } } } as const;
const name = { type: 'object', properties: { name: { type: 'string', maxLength: 5, pattern: '^[a-z]+$' } } } as const;
const tags = {
  type: 'object',
  properties: { tags: { type: 'array', uniqueItems: true, items: { type: 'string' } } },
} as const;

/** The rule of each way in which a value can miss its schema. */
export const mismatchRules: Readonly<Record<MismatchKind, Rule<Case>>> = {
  'wrong-type': {
    code: 'wrong-type',
    severity: 'error',
    summary: 'A recorded value has the type that the definition declares.',
    why: 'Logic Apps builds its dynamic content from the declared type: a list declared as an object cannot be looped over, a number declared as text cannot be compared.',
    source: `${draft4}, section 5.5.2`,
    examples: examples({
      bad: { schema: count, body: { count: 'three' } },
      good: { schema: count, body: { count: 3 } },
    }),
  },
  'null-not-declared': {
    code: 'null-not-declared',
    severity: 'error',
    summary: 'A recorded null is declared with x-nullable.',
    why: 'OpenAPI 2.0 has no null type; a playbook that reads the value as text or as an object fails in the runs where it is null.',
    source: 'x-nullable, used in 31 of 1,018 published connectors; OpenAPI 2.0 has no null type',
    examples: examples({
      bad: { schema: count, body: { count: null } },
      good: {
        schema: { type: 'object', properties: { count: { type: 'integer', 'x-nullable': true } } },
        body: { count: null },
      },
    }),
  },
  'not-in-enum': {
    code: 'not-in-enum',
    severity: 'error',
    summary: 'A recorded value is one of the declared values.',
    why: 'The designer offers only the declared values, in a list: a condition on a value that is not there can never be chosen.',
    source: `${draft4}, section 5.5.1`,
    examples: examples({
      bad: { schema: state, body: { state: 'opened' } },
      good: { schema: state, body: { state: 'open' } },
    }),
  },
  'out-of-bounds': {
    code: 'out-of-bounds',
    severity: 'error',
    summary: 'A recorded number keeps its minimum, maximum and multipleOf.',
    why: 'The designer refuses what lies outside the bounds, although the API takes or gives it.',
    source: `${draft4}, section 5.1`,
    examples: examples({ bad: { schema: count, body: { count: -1 } }, good: { schema: count, body: { count: 0 } } }),
  },
  'wrong-length': {
    code: 'wrong-length',
    severity: 'error',
    summary: 'A recorded text, list or object keeps its minimum and maximum length.',
    why: 'The definition promises a length that the API does not keep.',
    source: `${draft4}, sections 5.2 to 5.4`,
    examples: examples({
      bad: { schema: name, body: { name: 'abcdefg' } },
      good: { schema: name, body: { name: 'abc' } },
    }),
  },
  'pattern-not-matched': {
    code: 'pattern-not-matched',
    severity: 'error',
    summary: 'A recorded text matches the declared pattern.',
    why: 'The definition promises a form that the API does not keep.',
    source: `${draft4}, section 5.2.3`,
    examples: examples({ bad: { schema: name, body: { name: 'A1' } }, good: { schema: name, body: { name: 'abc' } } }),
  },
  'not-unique': {
    code: 'not-unique',
    severity: 'error',
    summary: 'A recorded list that is declared with uniqueItems repeats no item.',
    why: 'A playbook that uses the items as keys meets one of them twice.',
    source: `${draft4}, section 5.3.4`,
    examples: examples({
      bad: { schema: tags, body: { tags: ['a', 'a'] } },
      good: { schema: tags, body: { tags: ['a', 'b'] } },
    }),
  },
  'missing-required': {
    code: 'missing-required',
    severity: 'error',
    summary: 'What the definition requires is there.',
    why: "For a required response property the designer writes ['x'] in place of ?['x']: the run fails when it is absent.",
    source: `${draft4}, section 5.4.3; the designer's parser in Azure/LogicAppsUX`,
    examples: examples({
      bad: { schema: { ...countAndTotal, required: ['count'] }, body: { total: 1 } },
      good: { schema: { ...count, required: ['count'] }, body: { count: 1 } },
    }),
  },
  'property-not-allowed': {
    code: 'property-not-allowed',
    severity: 'error',
    summary: 'A recorded object has no property that additionalProperties: false forbids.',
    why: 'APIs add properties all the time; a definition that forbids them is broken by the next release.',
    source: `${draft4}, section 5.4.4`,
    examples: examples({
      bad: { schema: { ...count, additionalProperties: false }, body: { count: 1, total: 2 } },
      good: { schema: { ...count, additionalProperties: false }, body: { count: 1 } },
    }),
  },
  'unreadable-schema': {
    code: 'unreadable-schema',
    severity: 'warning',
    summary: 'A schema can be held against a value.',
    why: 'A pattern that is no regular expression checks nothing, here and at the service.',
    source: `${draft4}, section 5.2.3`,
    examples: examples({
      bad: { schema: { type: 'object', properties: { id: { type: 'string', pattern: '[' } } }, body: { id: 'x' } },
      good: { schema: { type: 'object', properties: { id: { type: 'string', pattern: '[x]' } } }, body: { id: 'x' } },
    }),
  },
};

/** Every rule of the contract test, for `explain`. */
export const contractRules: readonly Rule<Case>[] = [...Object.values(mismatchRules), ...Object.values(exchangeRules)];
