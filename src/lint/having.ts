import type { NodeOf } from '../openapi/anatomy.js';
import type { NodePlace } from '../openapi/walk.js';
import type { ShownField } from './shown.js';

/** What is called for a node. */
export type Look<Node> = (node: Node, place: NodePlace) => void;

/** What is called for those nodes only that have one of some keys, once for each. */
export interface Having<Node> {
  readonly keys: readonly string[];
  readonly look: Look<Node>;
}

/** What a rule calls for each kind of node. A rule that is about a key says so by {@link having}: there are many nodes, and few have it. */
export type LintVisitor = { readonly [K in keyof NodeOf]?: Look<NodeOf[K]> | Having<NodeOf[K]> } & {
  /** Called for each field that the designer shows: several rules ask the same of it. */
  readonly field?: (field: ShownField) => void;
};

/** Looks at the nodes only that have one of `keys`. */
export function having<Node>(keys: readonly string[], look: Look<Node>): Having<Node> {
  return { keys, look };
}
