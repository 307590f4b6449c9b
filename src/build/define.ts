import type { Infer, Named } from '../openapi/infer.js';
import type { Schema } from '../openapi/types.js';

/** Where a reference keeps what it refers to. Not enumerable: neither JSON nor a comparison sees it. */
const target = Symbol('definition');

/** What `define` was given. */
export interface Definition {
  readonly name: string;
  readonly schema: () => Schema;
}

/**
 * A schema with a name: where it is used stands a `$ref`, and `connector` puts the schema under `definitions`.
 * Give a function for a schema that contains itself, and the type of its values, which TypeScript cannot infer then.
 *
 * @throws Error for a name that is not made of letters, digits, `.`, `_` and `-`.
 * @example
 * const Ticket = define('Ticket', object({ id: integer(), subject: string() }));
 * type Ticket = Infer<typeof Ticket>;
 *
 * interface Folder { readonly name?: string; readonly folders?: readonly Folder[] }
 * const Folder: Named<'Folder', Folder> = define('Folder', () => object({ name: string(), folders: array(Folder) }));
 */
export function define<const Name extends string, S extends Schema>(
  name: Name,
  schema: S | (() => S),
): Named<Name, Infer<S>> {
  if (!/^[\w.-]+$/.test(name)) {
    throw new Error(`"${name}" cannot name a definition: use letters, digits, ".", "_" and "-".`);
  }
  let made: Schema | undefined;
  const definition: Definition = { name, schema: () => (made ??= typeof schema === 'function' ? schema() : schema) };
  const reference = Object.defineProperty({ $ref: `#/definitions/${name}` }, target, { value: definition });
  return reference as unknown as Named<Name, Infer<S>>; // the type of the values is known to the compiler only
}

/** What a reference made by {@link define} refers to; of anything else undefined. */
export function definitionOf(value: object): Definition | undefined {
  return (value as { readonly [target]?: Definition })[target]; // only define sets it
}
