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
  for (let node = way.at(-1); node !== undefined; node = way.at(-1)) {
    const inner = below(node);
    if (!node.isOpen && node.size === undefined) {
      node.isOpen = true;
      if (!enter(inner, way, below)) return false;
      if (way.at(-1) !== node) continue;
    }
    node.size ??= sizeOf(node.isReference ? 0 : 1, inner);
    node.isOpen = false;
    way.pop();
  }
  return true;
}

/** Puts those that are to be measured first on the way; false where one of them is being measured already. Most hold none, and are measured at once. */
function enter(inner: readonly SchemaNode[], way: SchemaNode[], below: Below): boolean {
  for (let index = 0; index < inner.length; index += 1) {
    const node = inner[index] as SchemaNode; // it is one of them
    if (node.size !== undefined) continue;
    if (node.isOpen) return false;
    if (!node.isReference && below(node).length === 0) node.size = single;
    else way.push(node);
  }
  return true;
}

/** The size of a schema that holds none. */
const single: SchemaSize = { count: 1, depth: 1 };

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
