import { isReference } from '../openapi/refs.js';
import type { Constraints, Extensible, Items, SchemaType } from '../openapi/types.js';
import type { Visitor } from '../openapi/walk.js';

/** What a parameter outside the body, an item of its lists, a header and a schema have in common. */
export interface Typed extends Constraints, Extensible {
  readonly type?: SchemaType;
  readonly items?: Typed;
}

/** Calls `check` for everything that has a type, where it stands; for a reference it does not. */
export function eachTyped(check: (node: Typed, pointer: string) => void): Visitor {
  const withItems = (node: Items, pointer: string) => {
    check(node, pointer);
    if (node.items) withItems(node.items, `${pointer}/items`);
  };
  return {
    parameter(node, { pointer }) {
      if (!isReference(node) && node.in !== 'body') withItems(node, pointer);
    },
    header: (node, { pointer }) => withItems(node, pointer),
    schema(node, { pointer }) {
      if (!isReference(node)) check(node, pointer);
    },
  };
}
