/** How work on many items is shared out. */
interface Sharing<Item> {
  /** Items in work at a time, at most. */
  readonly concurrency: number;
  /** What an item belongs to: each group gets its share, however many items the others have. */
  readonly groupOf: (item: Item) => string;
}

interface Group<Item> {
  readonly waiting: Item[];
  /** How many of its items are in work. */
  inWork: number;
}

/**
 * Works on all items, some at a time. The next one is of a group that has the fewest in work, so that a group that must wait for
 * its limits does not take the places of the others. What `work` throws ends it, after all that is in work has ended.
 */
export async function inTurns<Item>(
  items: readonly Item[],
  { concurrency, groupOf }: Sharing<Item>,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const levels = levelsOf(items, groupOf);
  let failed: { readonly error: unknown } | undefined;
  const worker = async () => {
    for (let group = levels.next(); group && !failed; group = levels.next()) {
      const [item] = group.waiting.splice(-1);
      if (item === undefined) return;
      levels.move(group, 1);
      try {
        await work(item);
      } catch (error) {
        failed ??= { error };
      }
      levels.move(group, -1);
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, worker));
  if (failed) throw failed.error;
}

/** The groups that have items waiting, by how many are in work. */
interface Levels<Item> {
  /** A group that has the fewest in work; undefined where nothing waits. */
  readonly next: () => Group<Item> | undefined;
  /** Says that a group has one more, or one less, in work. */
  readonly move: (group: Group<Item>, by: 1 | -1) => void;
}

function levelsOf<Item>(items: readonly Item[], groupOf: (item: Item) => string): Levels<Item> {
  const groups = new Map<string, Group<Item>>();
  for (const item of items.toReversed()) {
    const key = groupOf(item);
    const group = groups.get(key);
    if (group) group.waiting.push(item);
    else groups.set(key, { waiting: [item], inWork: 0 });
  }
  const levels: Set<Group<Item>>[] = [new Set([...groups.values()].toReversed())];
  return {
    next: () => {
      for (const level of levels) for (const group of level) return group;
      return undefined;
    },
    move: (group, by) => {
      levels[group.inWork]?.delete(group);
      group.inWork += by;
      if (group.waiting.length > 0) (levels[group.inWork] ??= new Set()).add(group);
    },
  };
}
