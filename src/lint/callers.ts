import type { Operation, Schema } from '../openapi/types.js';
import { notificationSchema, type OperationAt, type ParameterAt } from '../openapi/walk.js';
import type { Bodies } from './bodies.js';
import type { DynamicCall } from './dynamic-calls.js';
import type { SchemaGraph, SchemaNode } from './schema-graph.js';

/** What the operations of a connector take and answer. */
interface Known {
  readonly operations: readonly OperationAt[];
  readonly parameters: ReadonlyMap<Operation, readonly ParameterAt[]>;
  readonly bodies: ReadonlyMap<Operation, Bodies>;
  readonly graph: SchemaGraph;
}

/** For how many of the operations that share a schema its calls are looked at. */
const maxCallers = 32;

/** The operations that use each node with a dynamic call, the first {@link maxCallers} of them: what the call refers to is theirs. */
export function callersOf(known: Known, calls: readonly DynamicCall[]): ReadonlyMap<object, readonly OperationAt[]> {
  const callers = new Map<object, OperationAt[]>();
  if (calls.length === 0) return callers;
  const { graph } = known;
  const roots = new Map(known.operations.map((at) => [at, schemasOf(known, at)]));
  const called = new Set<object>(calls.map(({ node }) => node));
  const leading = leadingTo(called, [...roots.values()].flat(), graph);
  const use = (node: object, at: OperationAt): boolean => {
    let users = callers.get(node);
    if (users === undefined) callers.set(node, (users = []));
    if (users.at(-1) === at || users.length === maxCallers) return false;
    users.push(at);
    return true;
  };
  for (const [at, schemas] of roots) {
    for (const { parameter } of known.parameters.get(at.operation) ?? []) if (called.has(parameter)) use(parameter, at);
    const left = schemas.map(graph.nodeOf);
    for (const node of left) {
      if (!leading.has(node) || !use(node.schema, at)) continue;
      for (const inner of graph.below(node)) left.push(inner); // a list that grows is gone through to its end
    }
  }
  return callers;
}

/** The schemas of an operation's bodies, and of what it notifies of. */
function schemasOf({ bodies }: Known, at: OperationAt): Schema[] {
  const { request, answers } = bodies.get(at.operation) ?? { request: undefined, answers: [] };
  const notified = notificationSchema(at.item);
  return [...[...(request ? [request] : []), ...answers].map(({ schema }) => schema), ...(notified ? [notified] : [])];
}

/** The nodes from which a way leads to one of `ends`, those themselves too. */
function leadingTo(ends: ReadonlySet<object>, roots: readonly Schema[], graph: SchemaGraph): ReadonlySet<SchemaNode> {
  const above = new Map<SchemaNode, SchemaNode[]>();
  const leading = new Set<SchemaNode>();
  for (const node of graph.reach(roots)) {
    if (ends.has(node.schema)) leading.add(node);
    for (const inner of graph.below(node)) {
      if (graph.below(inner).length === 0 && !ends.has(inner.schema)) continue; // as of nearly all
      const list = above.get(inner);
      if (list) list.push(node);
      else above.set(inner, [node]);
    }
  }
  for (const node of leading) for (const upper of above.get(node) ?? []) leading.add(upper);
  return leading;
}
