import type { Visibility } from '../definition/extensions-shapes.js';
import { keywords } from './keywords.js';
import type { ScalarOptions, ScalarSchema } from './scalar.js';

/** True or false, with what the compiler remembers of it. */
export interface BooleanSchema<
  Shown extends Visibility = Visibility,
  Default extends boolean = boolean,
> extends ScalarSchema<boolean, Shown, Default> {
  readonly type: 'boolean';
}

/**
 * True or false: a drop-down of Yes and No in the designer.
 *
 * @example
 * boolean({ title: 'Notify', description: 'Whether the team gets a mail.', default: true })
 */
export function boolean<const Shown extends Visibility = Visibility, const Default extends boolean = never>(
  options: ScalarOptions<boolean, Shown, Default> = {},
): BooleanSchema<Shown, NoInfer<Default>> {
  // The type says of the keywords what the options said.
  return { type: 'boolean', ...keywords(options) } as BooleanSchema<Shown, Default>;
}
