import type { Schema } from '../openapi/types.js';
import { components } from './components.js';
import type { SchemaGraph, SchemaNode, SchemaSize } from './schema-graph.js';

type Below = SchemaGraph['below'];

/**
 * Gives the nodes of `roots`, and those below them, their sizes, in linear time.
 * Schemas that hold each other are counted once, and are one level: of a loop this is the least that any way of counting gives.
 */
export function measure(roots: readonly Schema[], { nodeOf, below }: Pick<SchemaGraph, 'nodeOf' | 'below'>): void {
  const nodes = roots.map(nodeOf);
  if (nodes.every((node) => measureTree(node, below))) return;
  for (const component of components(nodes, below)) measureLoop(component, below);
}

/** Measures what is below a node first, and then the node; false, and not done, where schemas hold each other. */
function measureTree(root: SchemaNode, below: Below): boolean {
  const way = [root];
  const next = [0];
  for (let node = way.pop(); node !== undefined; node = way.pop()) {
    const at = next.pop() ?? 0;
    const inner = node.size === undefined ? below(node)[at] : undefined;
    if (inner === undefined) {
      node.size ??= sizeOf(node.isReference ? 0 : 1, below(node));
      continue;
    }
    way.push(node);
    next.push(at + 1);
    node.isOpen = true;
    if (inner.size !== undefined) continue;
    if (inner.isOpen) return false;
    way.push(inner);
    next.push(0);
  }
  return true;
}

/** Schemas that hold each other, or one that does not. */
function measureLoop(component: readonly SchemaNode[], below: Below): void {
  const members = new Set(component);
  const inner = component.flatMap((node) => below(node).filter((one) => !members.has(one)));
  const schemas = component.filter(({ isReference }) => !isReference).length;
  const size = sizeOf(schemas, inner);
  for (const node of component) node.size = size;
}

/** The size of so many schemas with what is right below them. References that lead nowhere, or only to each other, are nothing. */
function sizeOf(schemas: number, inner: readonly SchemaNode[]): SchemaSize {
  let deepest = 0;
  let count = schemas;
  // by index, as in `walk`
  for (let at = 0; at < inner.length; at += 1) {
    const size = inner[at]?.size;
    if (size === undefined) continue;
    count += size.count;
    if (size.depth > deepest) deepest = size.depth;
  }
  return { count, depth: schemas === 0 ? deepest : deepest + 1 };
}
