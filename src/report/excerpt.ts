import type { Position } from '../core/document.js';
import { lineTexts } from '../core/lines.js';
import { widthOf } from '../core/text-width.js';
import { printable } from './text.js';

/** How much of a long line is shown before and behind a place, in UTF-16 code units. */
const BEFORE = 40;
const BEHIND = 80;

/**
 * Shows places of `text`: the line of each with a caret below, as two lines that end in a newline. What `hide` replaces is not shown;
 * nor is anything that could steer a terminal. A place behind the text gives nothing.
 */
export function excerptsOf(text: string, hide: (line: string) => string): (place: Position) => string {
  const lineAt = lineTexts(text.replace(/^\uFEFF/, ''));
  let last: { readonly line: number; readonly raw: string; readonly shown: string } | undefined;
  return ({ line, column }) => {
    const raw = lineAt(line)?.replace(/\r$/, '');
    if (raw === undefined) return '';
    if (last?.line !== line) last = { line, raw, shown: hide(raw) };
    const shown = last.shown;
    return excerpt(shown, line, shown === raw ? column - 1 : sameUntil(raw, shown, column - 1));
  };
}

/** How far two lines are the same, at most up to `most`. */
function sameUntil(one: string, other: string, most: number): number {
  let at = 0;
  while (at < most && one[at] === other[at]) at += 1;
  return at;
}

function excerpt(whole: string, line: number, at: number): string {
  const blank = whole.length - whole.trimStart().length;
  const start = Math.max(Math.min(blank, at), at - BEFORE);
  const end = at + BEHIND;
  const clean = (part: string) => printable(part.replaceAll('\t', ' '));
  const before = (start > blank ? '\u2026' : '') + clean(whole.slice(start, at));
  const behind = clean(whole.slice(at, end).trimEnd()) + (end < whole.trimEnd().length ? '\u2026' : '');
  const number = String(line).padStart(5);
  return `${number} | ${before}${behind}\n${' '.repeat(number.length)} | ${' '.repeat(widthOf(before))}^\n`;
}
