/**
 * Things by their id in Azure, in lower case. Never changed: what is put in or taken out gives another shelf, which shares nearly all with
 * the one before, so that it takes no longer the more subscriptions there are.
 */
export interface Shelf<Of> {
  /** By the subscription. What stands below one id is on one shard. */
  readonly shards: readonly ReadonlyMap<string, Of>[];
}

/** A power of two: of some ten thousand resources a shard has some ten. */
const SHARDS = 256;

/** A shelf with nothing on it. */
export function emptyShelf<Of>(): Shelf<Of> {
  return shelfOf([]);
}

/** A shelf with things by their ids. */
export function shelfOf<Of>(entries: Iterable<readonly [id: string, one: Of]>): Shelf<Of> {
  const shards = Array.from({ length: SHARDS }, () => new Map<string, Of>());
  for (const [id, one] of entries) shards[shardAt(id)]?.set(id, one);
  return { shards };
}

/** What stands under an id. */
export function onShelf<Of>({ shards }: Shelf<Of>, id: string): Of | undefined {
  return shards[shardAt(id)]?.get(id);
}

/** A shelf with one thing more, in place of what stood under its id. */
export function put<Of>(shelf: Shelf<Of>, id: string, one: Of): Shelf<Of> {
  return { shards: shelf.shards.with(shardAt(id), new Map([...shardOf(shelf, id), [id, one]])) };
}

/** A shelf without what stands under an id, and below it. */
export function taken<Of>(shelf: Shelf<Of>, id: string): Shelf<Of> {
  const left = [...shardOf(shelf, id)].filter(([one]) => one !== id && !one.startsWith(`${id}/`));
  return { shards: shelf.shards.with(shardAt(id), new Map(left)) };
}

/** What stands below an id, by id. */
export function belowOnShelf<Of>(shelf: Shelf<Of>, id: string): readonly (readonly [id: string, one: Of])[] {
  const from = `${id}/`;
  const found = [...shardOf(shelf, id)].filter(([one]) => one.startsWith(from));
  return found.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** All that is on a shelf, shard by shard. */
export function* allOf<Of>({ shards }: Shelf<Of>): Generator<readonly [id: string, one: Of]> {
  for (const shard of shards) yield* shard;
}

/** The ids under which something else stands on the second shelf than on the first, or nothing any more. */
export function changedIds<Of>(before: Shelf<Of>, after: Shelf<Of>): readonly string[] {
  const ids: string[] = [];
  for (let at = 0; at < SHARDS; at += 1) {
    const [old, shard] = [before.shards[at], after.shards[at]];
    if (old === shard || old === undefined || shard === undefined) continue;
    for (const [id, one] of shard) if (old.get(id) !== one) ids.push(id);
    for (const id of old.keys()) if (!shard.has(id)) ids.push(id);
  }
  return ids;
}

function shardOf<Of>({ shards }: Shelf<Of>, id: string): ReadonlyMap<string, Of> {
  return shards[shardAt(id)] ?? new Map();
}

/** Where the subscription of an id ends: behind `/subscriptions/` and a GUID. */
const SUBSCRIPTION_ENDS = 51;

/** A number for the subscription of an id (FNV-1a). */
function shardAt(id: string): number {
  let hash = 0x811c9dc5;
  const end = Math.min(id.length, SUBSCRIPTION_ENDS);
  for (let at = 0; at < end; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % SHARDS;
}
