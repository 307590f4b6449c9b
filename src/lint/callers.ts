import type { Operation, Schema } from '../openapi/types.js';
import { notificationSchema, type OperationAt, type ParameterAt } from '../openapi/walk.js';
import type { Bodies } from './bodies.js';
import type { DynamicCall } from './dynamic-calls.js';
import { reach, type Below } from './schemas-below.js';

/** What the operations of a connector take and answer. */
interface Known {
  readonly operations: readonly OperationAt[];
  readonly parameters: ReadonlyMap<Operation, readonly ParameterAt[]>;
  readonly bodies: ReadonlyMap<Operation, Bodies>;
  readonly below: Below;
}

/** For how many of the operations that share a schema its calls are looked at. */
const maxCallers = 32;

/** The operations that use each node with a dynamic call, the first {@link maxCallers} of them: what the call refers to is theirs. */
export function callersOf(known: Known, calls: readonly DynamicCall[]): ReadonlyMap<object, readonly OperationAt[]> {
  const callers = new Map<object, OperationAt[]>();
  if (calls.length === 0) return callers;
  const roots = new Map(known.operations.map((at) => [at, schemasOf(known, at)]));
  const leading = leadingTo(new Set(calls.map(({ node }) => node)), [...roots.values()].flat(), known.below);
  const use = (node: object, at: OperationAt): boolean => {
    if (!leading.has(node)) return false;
    let users = callers.get(node);
    if (users === undefined) callers.set(node, (users = []));
    if (users.at(-1) === at || users.length === maxCallers) return false;
    users.push(at);
    return true;
  };
  for (const [at, left] of roots) {
    for (const { parameter } of known.parameters.get(at.operation) ?? []) use(parameter, at);
    for (const schema of left) {
      if (!use(schema, at)) continue;
      for (const inner of known.below(schema)) left.push(inner); // a list that grows is gone through to its end
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
function leadingTo(ends: ReadonlySet<object>, roots: readonly Schema[], below: Below): ReadonlySet<object> {
  const above = new Map<object, object[]>();
  for (const schema of reach(roots, below)) {
    for (const inner of below(schema)) {
      const list = above.get(inner);
      if (list) list.push(schema);
      else above.set(inner, [schema]);
    }
  }
  const leading = new Set(ends);
  for (const node of leading) for (const upper of above.get(node) ?? []) leading.add(upper);
  return leading;
}
