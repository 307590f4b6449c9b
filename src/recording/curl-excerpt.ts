/** A text put together from parts of another one, and where each of its characters stood there. */
export interface Excerpt {
  readonly text: string;
  /** The offset in the other text of the character at `index`; of the end, one behind the last. */
  offsetAt(index: number): number;
}

/** Puts an {@link Excerpt} together, part by part. */
export interface Excerpter {
  /** Adds a text that stood at `offset`, or was made from what stood there. */
  add(text: string, offset: number): void;
  /** Adds what another excerpt of the same text holds. */
  append(excerpt: Excerpt): void;
  /** How many characters there are so far. */
  length(): number;
  done(): Excerpt;
}

/** The part of a text from `start` to `end`. */
export function sliceOf(text: string, start: number, end: number): Excerpt {
  return { text: text.slice(start, end), offsetAt: (index) => start + index };
}

/** The part of an excerpt from `start` to `end`. */
export function partOf({ text, offsetAt }: Excerpt, start: number, end: number): Excerpt {
  return { text: text.slice(start, end), offsetAt: (index) => offsetAt(start + index) };
}

/** Begins an excerpt. Parts that follow each other in both texts take no memory of their own. */
export function excerpter(): Excerpter {
  const parts: string[] = [];
  /** Where a run begins in the excerpt, and its offset in the other text, in turn. */
  const runs: number[] = [];
  let length = 0;
  let delta: number | undefined;
  const add = (text: string, offset: number) => {
    if (delta !== offset - length) runs.push(length, offset);
    delta = offset - length;
    parts.push(text);
    length += text.length;
  };
  return {
    add,
    append({ text, offsetAt }) {
      let start = 0;
      for (let at = 1; at <= text.length; at++) {
        if (at < text.length && offsetAt(at) === offsetAt(at - 1) + 1) continue;
        add(text.slice(start, at), offsetAt(start));
        start = at;
      }
    },
    length: () => length,
    done: () => ({ text: parts.join(''), offsetAt: (index) => offsetIn(runs, index) }),
  };
}

function offsetIn(runs: readonly number[], index: number): number {
  let low = 0;
  let high = runs.length / 2;
  while (low + 1 < high) {
    const middle = (low + high) >>> 1;
    if ((runs[middle * 2] ?? 0) <= index) low = middle;
    else high = middle;
  }
  return (runs[low * 2 + 1] ?? 0) + index - (runs[low * 2] ?? 0);
}
