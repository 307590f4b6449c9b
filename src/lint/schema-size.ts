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
 * The sizes of `roots` and of all schemas below them, in linear time.
 * Schemas that hold each other are counted once, and are one level: of a loop this is the least that any way of counting gives.
 */
export function schemaSizes(roots: Iterable<Schema>, below: Below): ReadonlyMap<Schema, SchemaSize> {
  const sizes = new Map<Schema, SchemaSize>();
  for (const component of components(roots, below)) {
    let count = 0;
    let deepest = 0;
    for (const schema of component) {
      if (!isReference(schema)) count += 1;
      for (const inner of below(schema)) {
        const size = sizes.get(inner); // none yet: it is of the same component
        if (size === undefined) continue;
        count += size.count;
        deepest = Math.max(deepest, size.depth);
      }
    }
    const size = { count, depth: component.every(isReference) ? deepest : deepest + 1 };
    for (const schema of component) sizes.set(schema, size);
  }
  return sizes;
}
