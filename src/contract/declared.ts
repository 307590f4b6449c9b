import type { Json } from '../core/json.js';
import { child } from '../core/pointer.js';
import { resolve } from '../openapi/refs.js';
import type { Document, Schema } from '../openapi/types.js';

/** A property (its schema, as it stands) or an enum value that a body's schema declares. `name` is a path such as `items[].state`. */
export type Declared =
  | { readonly name: string; readonly pointer: string; readonly property: Schema }
  | { readonly name: string; readonly pointer: string; readonly schema: Schema; readonly value: Json };

/** Everything that a body's schema declares, in order, each schema once however often it is referred to. */
export function* declaredIn(document: Document, root: Schema, pointer: string): Generator<Declared> {
  const met = new Set<Schema>();
  yield* below(root, pointer, '');

  function* below(node: Schema, at: string, name: string): Generator<Declared> {
    const resolved = resolve<Schema>(document, node, at);
    if (resolved === undefined || met.has(resolved.node)) return;
    met.add(resolved.node);
    const { node: schema, pointer: place } = resolved;
    for (const [index, value] of (schema.enum ?? []).entries()) {
      yield { name, pointer: child(`${place}/enum`, index), schema, value };
    }
    for (const [property, inner] of Object.entries(schema.properties ?? {})) {
      const here = {
        name: name === '' ? property : `${name}.${property}`,
        pointer: child(`${place}/properties`, property),
      };
      yield { ...here, property: inner };
      yield* below(inner, here.pointer, here.name);
    }
    if (schema.items) yield* below(schema.items, `${place}/items`, `${name}[]`);
    for (const [index, part] of (schema.allOf ?? []).entries())
      yield* below(part, child(`${place}/allOf`, index), name);
    if (typeof schema.additionalProperties === 'object') {
      yield* below(schema.additionalProperties, `${place}/additionalProperties`, `${name}.*`);
    }
  }
}
