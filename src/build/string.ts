import type { Visibility } from '../definition/extensions-shapes.js';
import { enumKeywords, type EnumOptions, type ScalarSchema } from './scalar.js';

/** The formats of a string that the platform knows, by Microsoft's schema of connector definitions. */
export type StringFormat =
  | 'byte'
  | 'binary'
  | 'date'
  | 'date-time'
  | 'date-no-tz'
  | 'password'
  | 'email'
  | 'html'
  | 'uri'
  | 'uuid';

/** What {@link string} takes. */
export interface StringOptions<
  Value extends string,
  Shown extends Visibility,
  Default extends Value,
> extends EnumOptions<Value, Shown, Default> {
  readonly format?: StringFormat;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** A regular expression, not anchored. */
  readonly pattern?: string;
}

/** A text, with what the compiler remembers of it. */
export interface StringSchema<
  Value extends string = string,
  Shown extends Visibility = Visibility,
  Default extends Value = Value,
> extends ScalarSchema<Value, Shown, Default> {
  readonly type: 'string';
}

/**
 * A text, or one of a list of texts.
 *
 * @example
 * string({ title: 'Role', description: 'Who speaks.', enum: ['user', 'system'], default: 'user' })
 */
export function string<
  const Value extends string = string,
  const Shown extends Visibility = Visibility,
  const Default extends Value = never,
>(options: StringOptions<Value, Shown, Default> = {}): StringSchema<Value, Shown, NoInfer<Default>> {
  // The type says of the keywords what the options said.
  return { type: 'string', ...enumKeywords(options) } as StringSchema<Value, Shown, Default>;
}
