import type { Visibility } from '../definition/extensions-shapes.js';
import { enumKeywords, type EnumOptions, type ScalarSchema } from './scalar.js';

interface NumericOptions<Value extends number, Shown extends Visibility, Default extends Value> extends EnumOptions<
  Value,
  Shown,
  Default
> {
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly exclusiveMinimum?: boolean;
  readonly exclusiveMaximum?: boolean;
  readonly multipleOf?: number;
}

/** What {@link integer} takes. */
export interface IntegerOptions<
  Value extends number,
  Shown extends Visibility,
  Default extends Value,
> extends NumericOptions<Value, Shown, Default> {
  readonly format?: 'int32' | 'int64';
}

/** What {@link number} takes. */
export interface NumberOptions<
  Value extends number,
  Shown extends Visibility,
  Default extends Value,
> extends NumericOptions<Value, Shown, Default> {
  readonly format?: 'float' | 'double';
}

/** A whole number, with what the compiler remembers of it. */
export interface IntegerSchema<
  Value extends number = number,
  Shown extends Visibility = Visibility,
  Default extends Value = Value,
> extends ScalarSchema<Value, Shown, Default> {
  readonly type: 'integer';
}
/** A number, with what the compiler remembers of it. */
export interface NumberSchema<
  Value extends number = number,
  Shown extends Visibility = Visibility,
  Default extends Value = Value,
> extends ScalarSchema<Value, Shown, Default> {
  readonly type: 'number';
}

/**
 * A whole number.
 *
 * @example
 * integer({ title: 'Days', description: 'How many days.', format: 'int32', minimum: 1, maximum: 14 })
 */
export function integer<
  const Value extends number = number,
  const Shown extends Visibility = Visibility,
  const Default extends Value = never,
>(options: IntegerOptions<Value, Shown, Default> = {}): IntegerSchema<Value, Shown, NoInfer<Default>> {
  // The type says of the keywords what the options said.
  return { type: 'integer', ...enumKeywords(options) } as IntegerSchema<Value, Shown, Default>;
}

/**
 * A number that may have a fraction.
 *
 * @example
 * number({ title: 'Temperature', description: 'In degrees Celsius.', format: 'double' })
 */
export function number<
  const Value extends number = number,
  const Shown extends Visibility = Visibility,
  const Default extends Value = never,
>(options: NumberOptions<Value, Shown, Default> = {}): NumberSchema<Value, Shown, NoInfer<Default>> {
  // The type says of the keywords what the options said.
  return { type: 'number', ...enumKeywords(options) } as NumberSchema<Value, Shown, Default>;
}
