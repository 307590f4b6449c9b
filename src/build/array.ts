import type { Schema } from '../openapi/types.js';
import { keywords, type SchemaOptions } from './keywords.js';

/** What {@link array} takes. */
export interface ArrayOptions extends SchemaOptions {
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
}

/** A list, with what the compiler remembers of its items. */
export interface ArraySchema<Items extends Schema = Schema> extends Schema {
  readonly type: 'array';
  readonly items: Items;
}

/**
 * A list of values of one schema.
 *
 * @example
 * array(string(), { title: 'Labels', description: 'What the ticket is about.', maxItems: 10 })
 */
export function array<Items extends Schema>(items: Items, options: ArrayOptions = {}): ArraySchema<Items> {
  return { ...keywords(options), type: 'array', items };
}
