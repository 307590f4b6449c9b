import { isReference } from '../openapi/refs.js';
import type { Constraints, Extensible, Items, SchemaType } from '../openapi/types.js';
import { having, type LintVisitor } from './having.js';

/** What a parameter outside the body, an item of its lists, a header and a schema have in common. */
export interface Typed extends Constraints, Extensible {
  readonly type?: SchemaType;
  readonly items?: Typed;
}

/** Calls `check` for everything that has a type and may have one of `keys`, where it stands; for a reference it does not. */
export function eachTyped(keys: readonly string[], check: (node: Typed, pointer: string) => void): LintVisitor {
  const withItems = (node: Items, pointer: string) => {
    check(node, pointer);
    if (node.items) withItems(node.items, `${pointer}/items`);
  };
  const inItemsToo = [...keys, 'items'];
  return {
    parameter: having(inItemsToo, (node, { pointer }) => {
      if (!isReference(node) && node.in !== 'body') withItems(node, pointer);
    }),
    header: having(inItemsToo, (node, { pointer }) => withItems(node, pointer)),
    schema: having(keys, (node, { pointer }) => {
      if (!isReference(node)) check(node, pointer);
    }),
  };
}
