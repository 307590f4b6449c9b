import type { JsonObject } from '../core/json.js';
import type { Connection } from './connection.js';
import type { After, Step } from './step.js';

/** Steps that run one after the other, or beside each other where {@link parallel} says so. */
export type Steps = readonly (Step | Parallel)[];

/** Steps that run beside each other. */
export interface Parallel {
  readonly kind: 'parallel';
  readonly branches: readonly Steps[];
}

/** Branches that begin together; what stands behind them waits for all. */
export function parallel(...branches: readonly Steps[]): Parallel {
  return { kind: 'parallel', branches };
}

/** The `actions` of a workflow or a container, with what each runs after. Throws for two steps of one name. */
export function actionsOf(steps: Steps): JsonObject {
  const placed: Placed[] = [];
  place(steps, [], placed);
  const names = new Set<string>();
  for (const { name } of placed) {
    if (names.has(name.toLowerCase())) throw new Error(`There are two actions called ${name}.`);
    names.add(name.toLowerCase());
  }
  return Object.fromEntries(placed.map(({ name, value, after }) => [name, { ...value, runAfter: afterOf(after) }]));
}

/** The connections that steps use, each once. */
export function connectionsIn(steps: Steps): readonly Connection[] {
  const all = steps.flatMap((one) =>
    one.kind === 'step' ? one.connections : one.branches.flatMap((branch) => connectionsIn(branch)),
  );
  return [...new Map(all.map((connection) => [connection.key, connection])).values()];
}

interface Placed extends Pick<Step, 'name' | 'value'> {
  readonly after: readonly After[];
}

/** Puts steps behind `before`, and gives what the next has to wait for. */
function place(steps: Steps, before: readonly After[], placed: Placed[]): readonly After[] {
  let last = before;
  for (const one of steps) {
    if (one.kind === 'step') {
      placed.push({ ...one, after: one.after ?? last });
      last = [{ name: one.name, ended: ['Succeeded'] }];
    } else {
      const start = last;
      last = one.branches.flatMap((branch) => place(branch, start, placed));
    }
  }
  return last;
}

function afterOf(after: readonly After[]): JsonObject {
  return Object.fromEntries(after.map(({ name, ended }) => [name, ended]));
}
