import { follow, isReference, type Located } from '../openapi/refs.js';
import type { Document, Schema } from '../openapi/types.js';
import { isInternal } from './internal.js';

/** How large a schema is with its references expanded. */
export interface SchemaSize {
  /** Schemas: itself and all in it. */
  readonly count: number;
  /** Levels: 1 for a schema that holds none. */
  readonly depth: number;
}

/** A schema of a definition among the others: what is below it, and what was found out of it. Searches go from one to the next without looking any up. */
export interface SchemaNode {
  readonly schema: Schema;
  readonly isReference: boolean;
  readonly isInternal: boolean;
  /** See {@link SchemaGraph.below}. */
  below: readonly SchemaNode[] | undefined;
  /** Those of them that are its properties. */
  properties: readonly SchemaNode[];
  /** The last search that met it. */
  metBy: number;
  /** Whether it is in the body of a request. */
  isInput: boolean;
  /** Whether the designer shows it under a name of its own. */
  isField: boolean;
  /** How large it is, once it was measured. */
  size: SchemaSize | undefined;
  /** Whether it is being measured: one that is met again then is in a loop. */
  isOpen: boolean;
}

/** The schemas of a definition. */
export interface SchemaGraph {
  /** The nodes of those that were asked for so far. */
  readonly nodes: ReadonlyMap<Schema, SchemaNode>;
  /** The node of a schema of the definition. */
  nodeOf(schema: Schema): SchemaNode;
  /** The schemas right below a schema, in no order; of a reference, what it leads to at last. Each is looked at once. */
  below(node: SchemaNode): readonly SchemaNode[];
  /** All that can be met on the way down from some, themselves too, each once. Where `goesOn` says no, the way ends. */
  reach(roots: Iterable<Schema>, goesOn?: (node: SchemaNode) => boolean): readonly SchemaNode[];
}

/** The schemas of a document, each looked at when it is asked for. */
export function schemaGraph(document: Document): SchemaGraph {
  const nodes = new Map<Schema, SchemaNode>();
  let searches = 0;
  const nodeOf = (schema: Schema): SchemaNode => {
    let node = nodes.get(schema);
    if (node === undefined) nodes.set(schema, (node = newNode(schema)));
    return node;
  };
  const below = (node: SchemaNode): readonly SchemaNode[] => (node.below ??= lookBelow(document, node, nodeOf));
  const reach: SchemaGraph['reach'] = (roots, goesOn) => {
    const search = (searches += 1);
    const met: SchemaNode[] = [];
    for (const root of roots) meet(nodeOf(root), search, met);
    // a list that grows is gone through to its end
    for (let at = 0; at < met.length; at += 1) {
      const node = met[at] as SchemaNode; // it is one of them
      if (goesOn !== undefined && !goesOn(node)) continue;
      const inner = below(node);
      for (let index = 0; index < inner.length; index += 1) meet(inner[index] as SchemaNode, search, met);
    }
    return met;
  };
  return { nodes, nodeOf, below, reach };
}

function meet(node: SchemaNode, search: number, met: SchemaNode[]): void {
  if (node.metBy === search) return;
  node.metBy = search;
  met.push(node);
}

const nothing: readonly SchemaNode[] = [];

function newNode(schema: Schema): SchemaNode {
  return {
    schema,
    isReference: isReference(schema),
    isInternal: isInternal(schema),
    below: undefined,
    properties: nothing,
    metBy: 0,
    isInput: false,
    isField: false,
    size: undefined,
    isOpen: false,
  };
}

function lookBelow(document: Document, node: SchemaNode, nodeOf: SchemaGraph['nodeOf']): readonly SchemaNode[] {
  if (node.isReference) {
    const ref = node.schema.$ref as string; // what is no text leads nowhere
    const end = follow(document, 'schema', ref) as Located<Schema> | undefined; // `follow` gives the kind that it is asked for
    return end ? [nodeOf(end.node)] : nothing;
  }
  const { properties, items, additionalProperties, allOf } = node.schema;
  if (properties) node.properties = Object.values(properties).map(nodeOf);
  if (!items && !allOf && typeof additionalProperties !== 'object') return node.properties; // as nearly all
  const others = allOf ? allOf.map(nodeOf) : [];
  if (items) others.push(nodeOf(items));
  if (typeof additionalProperties === 'object') others.push(nodeOf(additionalProperties));
  return [...node.properties, ...others];
}
