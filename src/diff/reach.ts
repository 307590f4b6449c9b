import { maxOperations } from '../definition/limits.js';
import { isPair } from './words.js';
import type { OperationPair, Pair } from './comparison.js';

/** The pairs that have edits, and those that lead to one. */
export function leadingToEdits(all: readonly Pair[]): ReadonlySet<Pair> {
  const left = all.filter(({ edits }) => edits.length > 0);
  const leading = new Set(left);
  for (let pair = left.pop(); pair !== undefined; pair = left.pop()) {
    for (const { from } of pair.uses) {
      if (from === undefined || !isPair(from) || leading.has(from)) continue;
      leading.add(from);
      left.push(from);
    }
  }
  return leading;
}

/**
 * The operations that reach each pair, in order; of a pair that very many reach the first {@link maxOperations}.
 * What a pair with so many leads to has as many, so nothing is gone through more often than that.
 */
export function operationsReaching(
  leading: ReadonlySet<Pair>,
  operations: readonly OperationPair[],
): ReadonlyMap<Pair, readonly OperationPair[]> {
  const below = new Map<Pair | OperationPair, Pair[]>();
  for (const pair of leading) {
    for (const { from } of pair.uses) {
      if (from === undefined) continue;
      const known = below.get(from);
      if (known) known.push(pair);
      else below.set(from, [pair]);
    }
  }
  const reaching = new Map<Pair, OperationPair[]>();
  for (const operation of operations) {
    const left = [...(below.get(operation) ?? [])];
    for (let pair = left.pop(); pair !== undefined; pair = left.pop()) {
      const known = reaching.get(pair) ?? [];
      if (known.length >= maxOperations || known.at(-1) === operation) continue;
      known.push(operation);
      reaching.set(pair, known);
      for (const next of below.get(pair) ?? []) left.push(next);
    }
  }
  return reaching;
}
