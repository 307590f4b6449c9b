import type { Rule } from '../core/rule.js';
import type { Shape } from './surface.js';

const swagger2 = 'OpenAPI Specification 2.0, Schema Object, https://spec.openapis.org/oas/v2.0.html#schema-object';

/** A value that is one of several: OpenAPI 2.0 has no `oneOf` and no `anyOf`. */
export const unionResolved: Rule<Shape> = {
  code: 'upstream-union-resolved',
  severity: 'note',
  summary: 'An upstream value has one form, which OpenAPI 2.0 and the designer can say.',
  why: 'The connector offers one form of the value: another may be missing, or what belongs together is not said.',
  source: swagger2,
  examples: {
    bad: [{ variants: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] }],
    good: [{ type: 'string', nullable: true }],
  },
};

/** A value that contains itself: schemas are written out, so that each place can have words of its own. */
export const recursionCut: Rule<Shape> = {
  code: 'upstream-recursion-cut',
  severity: 'note',
  summary: 'An upstream value does not contain itself.',
  why: 'The designer shows no form without an end: the inner value is one box, and what it may hold is not said.',
  source: 'Plain cycles are allowed, and degrade the designer: 31 of 1,018 published connectors have one',
  examples: { bad: [{ type: 'array', items: { ref: 'Tree' } }], good: [{ type: 'array', items: { type: 'object' } }] },
};

/** A format that no definition may have. */
export const formatDropped: Rule<Shape> = {
  code: 'upstream-format-dropped',
  severity: 'note',
  summary: 'An upstream format is one that a definition may have.',
  why: 'The definition says less: a value in another format is sent, and refused by the service.',
  source: 'The 14 formats of the published apiDefinition schema; UnrecognizedTypeFormat of the Swagger validator',
  examples: { bad: [{ type: 'string', format: 'ipv4' }], good: [{ type: 'string', format: 'date-time' }] },
};

/** A value of which only null is allowed. */
export const onlyNullDropped: Rule<Shape> = {
  code: 'upstream-only-null',
  severity: 'note',
  summary: 'An upstream value may be something else than null.',
  why: 'OpenAPI 2.0 has no type for null: the definition says that the value may be anything, or null.',
  source: swagger2,
  examples: { bad: [{ nullable: true, enum: [] }], good: [{ type: 'string', nullable: true }] },
};

/** A file among the values of a body, which only a form has. */
export const fileAsText: Rule<Shape> = {
  code: 'upstream-file-as-text',
  severity: 'note',
  summary: 'An upstream file is a field of a form, described by hand.',
  why: 'A body of a definition has no files: the value is binary text, which the service may not read as a file.',
  source: `${swagger2}; the type file is one of parameters in a form only`,
  examples: { bad: [{ type: 'file' }], good: [{ type: 'string', format: 'binary' }] },
};

/** Every way in which a definition says less than the surface: what OpenAPI 2.0 cannot say. */
export const choiceRules: readonly Rule<Shape>[] = [
  unionResolved,
  recursionCut,
  formatDropped,
  onlyNullDropped,
  fileAsText,
];
