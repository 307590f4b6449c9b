/** Events in the order of their time. */
export interface Queue {
  /** Now, behind or among what is also to be done now. */
  soon(event: RunEvent): void;
  later(time: number, event: RunEvent): void;
  /** The next one and its time, which is never before that of the last; undefined where there is none. */
  next(now: number): { readonly time: number; readonly event: RunEvent } | undefined;
}

/** Something that happens in a run. */
export type RunEvent = () => void | Promise<void>;

/** Something that happens later. */
interface Timed {
  readonly time: number;
  /** Counts up: what was put in first comes first at the same time. */
  readonly turn: number;
  readonly event: RunEvent;
}

/** A queue of events; `pick`, where it is given, shuffles what happens at the same time. */
export function eventQueue(pick: (() => number) | undefined): Queue {
  const soon: RunEvent[] = [];
  const later: Timed[] = [];
  let head = 0;
  let turns = 0;
  const takeSoon = (): RunEvent | undefined => {
    if (pick !== undefined && soon.length > head) swap(soon, head, head + Math.floor(pick() * (soon.length - head)));
    const event = soon[head];
    head += 1;
    if (head * 2 < soon.length) return event;
    soon.splice(0, head);
    head = 0;
    return event;
  };
  return {
    soon: (event) => void soon.push(event),
    later: (time, event) => {
      turns += 1;
      putIn(later, { time, turn: turns, event });
    },
    next: (now) => {
      const event = takeSoon();
      return event === undefined ? takeFirst(later) : { time: now, event };
    },
  };
}

function swap<Item>(items: Item[], one: number, other: number): void {
  const [first, second] = [items[one], items[other]];
  if (first === undefined || second === undefined) return;
  items[one] = second;
  items[other] = first;
}

function isBefore(one: Timed | undefined, other: Timed | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return one.time < other.time || (one.time === other.time && one.turn < other.turn);
}

/** Puts an event into a binary heap. */
function putIn(heap: Timed[], event: Timed): void {
  let at = heap.push(event) - 1;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (!isBefore(event, heap[above])) return;
    swap(heap, at, above);
    at = above;
  }
}

/** Takes the first event out of a binary heap. */
function takeFirst(heap: Timed[]): Timed | undefined {
  const [first] = heap;
  const last = heap.pop();
  if (last === undefined || last === first) return first;
  heap[0] = last;
  for (let at = 0; ;) {
    const [left, right] = [at * 2 + 1, at * 2 + 2];
    const smaller = isBefore(heap[right], heap[left]) ? right : left;
    if (!isBefore(heap[smaller], heap[at])) return first;
    swap(heap, at, smaller);
    at = smaller;
  }
}
