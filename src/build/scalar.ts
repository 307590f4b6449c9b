import type { Visibility } from '../definition/extensions-shapes.js';
import type { Schema } from '../openapi/types.js';
import { keywords, type SchemaOptions } from './keywords.js';

/** A value that a default or an enum can hold. */
type Scalar = string | number | boolean;

/** What a schema of a single value takes: a default that is none of the enum does not compile. */
export interface ScalarOptions<
  Value extends Scalar,
  Shown extends Visibility,
  Default extends Value,
> extends SchemaOptions<Shown> {
  /** Sent when the user leaves the value alone, and shown as if the user had typed it. */
  readonly default?: Default;
}

/** As {@link ScalarOptions}, of a type that can be narrowed to a list of values. */
export interface EnumOptions<
  Value extends string | number,
  Shown extends Visibility,
  Default extends Value,
> extends ScalarOptions<Value, Shown, Default> {
  readonly enum?: readonly Value[];
  /** What the designer shows for each value of the enum (`x-ms-enum-values`). */
  readonly enumTitles?: Readonly<Record<`${NoInfer<Value>}`, string>>;
}

/**
 * What the compiler remembers of a schema of a single value: `Default` is `never` where it has none.
 * The builders say `NoInfer<Default>`, else what a schema is put into would decide whether it has a default.
 */
export interface ScalarSchema<Value extends Scalar, Shown extends Visibility, Default extends Value> extends Schema {
  readonly enum?: readonly Value[];
  readonly default?: Default;
  readonly 'x-ms-visibility'?: Shown;
}

/** The keywords of `options` with the titles of its enum as `x-ms-enum-values`. */
export function enumKeywords(options: EnumOptions<string | number, Visibility, string | number>): Schema {
  const { enumTitles, ...rest } = options;
  if (enumTitles === undefined) return keywords(rest);
  if (rest.enum === undefined) throw new Error('enumTitles gives titles to the values of an enum: give the enum too.');
  // The type of the option has a title for every value.
  const titled = rest.enum.map((value) => ({ value, displayName: enumTitles[`${value}`] ?? String(value) }));
  return { ...keywords(rest), 'x-ms-enum-values': titled };
}
