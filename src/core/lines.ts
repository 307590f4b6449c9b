import type { Position } from './document.js';

/**
 * Tells line and column of an offset in `text`. The lines are looked for once, and as far as they are asked for.
 * A line ends with a line feed, as editors and compilers count.
 */
export function lines(text: string): (offset: number) => Position {
  const starts: number[] = [];
  let next = 0;
  return (offset) => {
    for (; next <= offset; next = lineBehind(text, next)) starts.push(next);
    const line = lineAt(starts, offset);
    return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
  };
}

/** Gives each line of `text` by its number, from 1, without what ends it. Lines are looked for as far as they are asked for. */
export function lineTexts(text: string): (line: number) => string | undefined {
  const starts: number[] = [];
  let next = 0;
  return (line) => {
    for (; starts.length <= line && next <= text.length; next = lineBehind(text, next)) starts.push(next);
    const start = starts[line - 1];
    return start === undefined ? undefined : text.slice(start, (starts[line] ?? text.length + 1) - 1);
  };
}

/** Where the line behind the one that starts at `start` does; behind all of the text where there is none. */
function lineBehind(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? Number.POSITIVE_INFINITY : end + 1;
}

/** How many lines start at or before `offset`. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
