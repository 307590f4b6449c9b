/** For each definition of a run the number of the thread that checks it, 0 as long as none does. In memory that all threads see. */
export type TakenBy = Int32Array<SharedArrayBuffer>;

/** Of so many definitions none of which is checked yet. */
export function untaken(count: number): TakenBy {
  return new Int32Array(new SharedArrayBuffer(count * Int32Array.BYTES_PER_ELEMENT));
}

/**
 * Those that a thread checks, each with its number in the run: whenever it asks for one, the next that no other thread has taken.
 * So all threads end at about the same time, however long each definition takes. The numbers of threads begin at 1.
 */
export function* inTurn<Item>(all: readonly Item[], takenBy: TakenBy, thread: number): Generator<[number, Item]> {
  for (const [at, item] of all.entries()) {
    if (Atomics.compareExchange(takenBy, at, 0, thread) === 0) yield [at, item];
  }
}

/** Those that a thread has taken. */
export function takenUp<Item>(all: readonly Item[], takenBy: TakenBy, thread: number): readonly [number, Item][] {
  return [...all.entries()].filter(([at]) => Atomics.load(takenBy, at) === thread);
}
