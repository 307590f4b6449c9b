import { Fault } from '../../core/fault.js';
import { shorten } from '../../core/shorten.js';
import { isInShard, MOST_SHARDS, readShard, type Shard } from '../../fleet/shard.js';
import type { Entries } from './entries.js';

/** The shard that `--shard` names. Throws a `Fault` for a value that is none. */
export function givenShard(given: string | undefined): Shard | undefined {
  if (given === undefined) return undefined;
  const shard = readShard(given);
  if (shard) return shard;
  const message = `--shard is ${shorten(given)}, expected I/N, such as 2/8, with at most ${MOST_SHARDS} shards.`;
  throw new Fault('called-wrongly', message, { help: 'Give each machine another I of the same N.' });
}

/** The targets of a shard, in the order of the file; all of them where there is none. */
export function entriesIn(entries: Entries, shard: Shard | undefined): Entries {
  if (shard === undefined) return entries;
  const places: number[] = [];
  for (let index = 0; index < entries.count; index += 1) {
    if (isInShard(entries.at(index).target.subscription, shard)) places.push(index);
  }
  const at = (index: number) => ({ ...entries.at(places[index] ?? index), index });
  return { count: places.length, at };
}
