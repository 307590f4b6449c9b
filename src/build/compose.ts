import type { Schema } from '../openapi/types.js';
import { keywords, type SchemaOptions } from './keywords.js';

/** A value that all of several schemas describe. */
export interface AllOfSchema<Parts extends readonly Schema[] = readonly Schema[]> extends Schema {
  readonly allOf: Parts;
}

/** The bytes of a file: in form data, or as an answer. */
export interface FileSchema extends Schema {
  readonly type: 'file';
}

/** Any JSON value: the designer shows one box for it. */
export function any(options: SchemaOptions = {}): Schema {
  return keywords(options);
}

/** The bytes of a file. Stands in `inForm` and in a response, never inside another schema. */
export function file(options: Pick<SchemaOptions, 'title' | 'description' | 'visibility'> = {}): FileSchema {
  return { ...keywords(options), type: 'file' };
}

/**
 * A value that each of `parts` describes. The designer does not see through it: it shows one box for an `allOf` in a body.
 *
 * @example
 * allOf([Event, object({ ticket: Ticket })])
 */
export function allOf<const Parts extends readonly Schema[]>(
  parts: Parts,
  options: SchemaOptions = {},
): AllOfSchema<Parts> {
  return { ...keywords(options), allOf: parts };
}

/**
 * The same schema, of a value that may also be null (`x-nullable`).
 * Not of a named definition, because nothing may stand beside a `$ref`: make what it names nullable.
 *
 * @throws Error for a `$ref`.
 * @example
 * nullable(string({ title: 'Assignee' }))
 */
export function nullable<S extends Schema>(
  schema: S extends { readonly $ref: string } ? never : S,
): S & { readonly 'x-nullable': true } {
  if (schema.$ref !== undefined)
    throw new Error(`Nothing may stand beside "${schema.$ref}": make what it names nullable.`);
  return { ...schema, 'x-nullable': true };
}
