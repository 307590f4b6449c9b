/** Lines around a change, as `diff -u` shows them. */
const CONTEXT = 3;
/** How far, in lines, the two texts are searched for where they meet again. A fix adds a few. */
const LOOKAHEAD = 40;

/** Lines that differ: `removed` of the old text from `from`, and what stands in their place from `to` in the new one. */
interface Difference {
  readonly from: number;
  readonly removed: number;
  readonly to: number;
  readonly added: number;
}

/**
 * What differs between two texts of a file, in the unified format that `patch` and `git apply` read. Ends with a newline.
 * It is as short as it can be where few lines next to each other differ, which is what fixes do.
 */
export function unifiedDifference(file: string, before: string, after: string): string {
  const old = linesOf(before);
  const now = linesOf(after);
  const hunks = hunksOf(differencesOf(old, now));
  return [`--- ${file}\n`, `+++ ${file}\n`, ...hunks.map((hunk) => hunkText(hunk, old, now))].join('');
}

/** Each with its line end. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

function differencesOf(old: readonly string[], now: readonly string[]): readonly Difference[] {
  const found: Difference[] = [];
  let from = 0;
  let to = 0;
  while (from < old.length || to < now.length) {
    if (old[from] === now[to]) {
      from += 1;
      to += 1;
      continue;
    }
    const { removed, added } = untilTheyMeet(old, now, { from, to });
    found.push({ from, removed, to, added });
    from += removed;
    to += added;
  }
  return found;
}

/** The fewest lines to skip on both sides so that the next line is the same. */
function untilTheyMeet(
  old: readonly string[],
  now: readonly string[],
  { from, to }: Pick<Difference, 'from' | 'to'>,
): Pick<Difference, 'removed' | 'added'> {
  for (let both = 1; both <= LOOKAHEAD; both += 1) {
    for (let removed = both; removed >= 0; removed -= 1) {
      const added = both - removed;
      const isEnd = from + removed === old.length && to + added === now.length;
      if (isEnd || (from + removed < old.length && old[from + removed] === now[to + added])) return { removed, added };
    }
  }
  return { removed: old.length - from, added: now.length - to };
}

/** Differences that are so near that their context meets stand in one hunk. */
function hunksOf(differences: readonly Difference[]): readonly (readonly Difference[])[] {
  const hunks: Difference[][] = [];
  for (const one of differences) {
    const hunk = hunks.at(-1);
    const last = hunk?.at(-1);
    if (hunk && last && one.from - (last.from + last.removed) <= 2 * CONTEXT) hunk.push(one);
    else hunks.push([one]);
  }
  return hunks;
}

function hunkText(hunk: readonly Difference[], old: readonly string[], now: readonly string[]): string {
  const [first] = hunk;
  const last = hunk.at(-1);
  if (!first || !last) return '';
  const start = Math.max(0, first.from - CONTEXT);
  const end = Math.min(old.length, last.from + last.removed + CONTEXT);
  const lines: string[] = [];
  let at = start;
  for (const { from, removed, to, added } of hunk) {
    lines.push(...old.slice(at, from).map((line) => marked(' ', line)));
    lines.push(...old.slice(from, from + removed).map((line) => marked('-', line)));
    lines.push(...now.slice(to, to + added).map((line) => marked('+', line)));
    at = from + removed;
  }
  lines.push(...old.slice(at, end).map((line) => marked(' ', line)));
  const newStart = first.to - (first.from - start);
  const newEnd = last.to + last.added + (end - last.from - last.removed);
  return [`@@ -${span(start, end)} +${span(newStart, newEnd)} @@\n`, ...lines].join('');
}

const span = (start: number, end: number): string => `${end === start ? start : start + 1},${end - start}`;

function marked(mark: string, line: string): string {
  return line.endsWith('\n') ? `${mark}${line}` : `${mark}${line}\n\\ No newline at end of file\n`;
}
