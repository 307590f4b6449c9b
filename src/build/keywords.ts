import type { ExtensionsAt } from '../definition/extensions.js';
import type { Visibility } from '../definition/extensions-shapes.js';
import type { Json } from '../core/json.js';
import type { Schema } from '../openapi/types.js';
import { present } from './present.js';

/** What a drop-down or a schema that is fetched while the user edits is made of: what the builders of `dynamic.ts` give. */
export type Dynamic = Pick<
  ExtensionsAt<'schema'>,
  'x-ms-dynamic-values' | 'x-ms-dynamic-list' | 'x-ms-dynamic-schema' | 'x-ms-dynamic-properties' | 'x-ms-dynamic-tree'
>;

/** What every schema takes, whatever its type. */
export interface SchemaOptions<Shown extends Visibility = Visibility> {
  /** What the designer calls it, in Title Case, at most 80 characters. */
  readonly title?: string;
  /** The `title` of JSON Schema, which is another: what many definitions have of a property in place of ours, or beside it. */
  readonly schemaTitle?: string;
  /** What the designer shows as its placeholder: a sentence. */
  readonly description?: string;
  readonly visibility?: Shown;
  /** Where its values or its schema come from while the user edits: `dynamicValues(...)` and its kin. */
  readonly dynamic?: Dynamic;
  /** Dropped from what the user fills in. */
  readonly readOnly?: boolean;
  readonly example?: Json;
  /** Further extensions, by their own names. */
  readonly extensions?: ExtensionsAt<'schema'>;
}

/** The options of a builder as the keywords of a schema: `title` and `visibility` under their `x-ms-` names. */
export function keywords(options: SchemaOptions & Omit<Schema, keyof SchemaOptions | `x-${string}`>): Schema {
  const { title, schemaTitle, visibility, dynamic, extensions, ...plain } = options;
  const named = present({ title: schemaTitle, 'x-ms-summary': title, 'x-ms-visibility': visibility });
  // The known extensions are JSON, one by one (a test says so); a mapped type of them has no index signature.
  return { ...plain, ...named, ...dynamic, ...extensions } as Schema;
}
