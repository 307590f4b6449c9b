import type { OperationAt } from '../openapi/walk.js';

/** Which operations of two versions belong together. */
export interface MatchedOperations {
  /** In the order of the old version. */
  readonly both: readonly (readonly [was: OperationAt, is: OperationAt])[];
  readonly gone: readonly OperationAt[];
  readonly fresh: readonly OperationAt[];
}

/** Ways to tell that two operations are one, the surest first: what a playbook holds, what it is called, what it looks like. */
const keys: readonly ((at: OperationAt) => string | undefined)[] = [
  ({ method, path }) => `${method} ${path}`,
  ({ operation }) => operation.operationId,
  ({ method, path }) => `${method} ${path.replaceAll(/\{[^{}]*\}/g, '{}')}`,
];

/** Matches operations, by each way those that the ways before have left; a key that two operations share tells nothing. */
export function matchOperations(was: readonly OperationAt[], is: readonly OperationAt[]): MatchedOperations {
  const matched = new Map<OperationAt, OperationAt>();
  const taken = new Set<OperationAt>();
  for (const key of keys) {
    const olds = byKey(
      was.filter((at) => !matched.has(at)),
      key,
    );
    const news = byKey(
      is.filter((at) => !taken.has(at)),
      key,
    );
    for (const [name, one] of olds) {
      const other = news.get(name);
      if (!one || !other) continue;
      matched.set(one, other);
      taken.add(other);
    }
  }
  return {
    both: was.flatMap((at) => {
      const other = matched.get(at);
      return other ? [[at, other] as const] : [];
    }),
    gone: was.filter((at) => !matched.has(at)),
    fresh: is.filter((at) => !taken.has(at)),
  };
}

/** By key; undefined where several have it. */
function byKey(
  operations: readonly OperationAt[],
  key: (at: OperationAt) => string | undefined,
): Map<string, OperationAt | undefined> {
  const found = new Map<string, OperationAt | undefined>();
  for (const at of operations) {
    const name = key(at);
    if (name !== undefined) found.set(name, found.has(name) ? undefined : at);
  }
  return found;
}

/** The names of path parameters by those of another template, place by place; empty where the templates have different numbers of them. */
export function sameByPlace(was: string, is: string): ReadonlyMap<string, string> {
  const [olds, news] = [was, is].map((path) => [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? ''));
  if (!olds || !news || olds.length !== news.length) return new Map();
  return new Map(olds.map((name, index) => [name, news[index] ?? name]));
}
