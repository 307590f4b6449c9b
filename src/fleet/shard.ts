import { createHash } from 'node:crypto';

/** One part of a fleet: the second of eight is `{ number: 2, of: 8 }`. */
export interface Shard {
  readonly number: number;
  readonly of: number;
}

/** GitHub Actions runs at most 256 jobs of one matrix. docs.github.com/actions/reference/limits. */
export const MOST_SHARDS = 256;

/** Reads `I/N`; undefined for anything else. */
export function readShard(text: string): Shard | undefined {
  const [, number, of] = /^(\d{1,3})\/(\d{1,3})$/.exec(text)?.map(Number) ?? [];
  if (number === undefined || of === undefined) return undefined;
  return number >= 1 && number <= of && of <= MOST_SHARDS ? { number, of } : undefined;
}

/**
 * Whether what is in a subscription belongs to a shard. Each subscription belongs to one, whatever else the fleet has: so no target is
 * done twice or left out, and the limits of a subscription are kept by one machine.
 */
export function isInShard(subscription: string, { number, of }: Shard): boolean {
  const hash = createHash('sha256').update(subscription.toLowerCase()).digest();
  return hash.readUInt32BE() % of === number - 1;
}
