import { isReference } from '../openapi/refs.js';
import type { Schema } from '../openapi/types.js';
import { components } from './components.js';
import type { Below } from './schemas-below.js';

/** How large a schema is with its references expanded. */
export interface SchemaSize {
  /** Schemas: itself and all in it. */
  readonly count: number;
  /** Levels: 1 for a schema that holds none. */
  readonly depth: number;
}

/**
 * The sizes of `roots`, and of what is below them and holds schemas itself, in linear time.
 * Schemas that hold each other are counted once, and are one level: of a loop this is the least that any way of counting gives.
 */
export function schemaSizes(roots: readonly Schema[], below: Below): ReadonlyMap<Schema, SchemaSize> {
  const sizes = new Map<Schema, SchemaSize>();
  const holds = (schema: Schema) => below(schema).length > 0;
  for (const root of roots) if (!holds(root)) sizes.set(root, sizeOfOne(root));
  // most schemas hold none: they need not be told apart by a search
  for (const component of components(roots.filter(holds), (schema) => below(schema).filter(holds))) {
    let count = 0;
    let deepest = 0;
    for (const schema of component) {
      if (!isReference(schema)) count += 1;
      for (const inner of below(schema)) {
        const size = holds(inner) ? sizes.get(inner) : sizeOfOne(inner);
        if (size === undefined) continue; // it is of the same component
        count += size.count;
        deepest = Math.max(deepest, size.depth);
      }
    }
    const size = { count, depth: component.every(isReference) ? deepest : deepest + 1 };
    for (const schema of component) sizes.set(schema, size);
  }
  return sizes;
}

/** Of a schema that holds none. What leads nowhere is nothing. */
function sizeOfOne(schema: Schema): SchemaSize {
  return isReference(schema) ? nothing : value;
}
const nothing: SchemaSize = { count: 0, depth: 0 };
const value: SchemaSize = { count: 1, depth: 1 };
