import type { Json } from '../core/json.js';
import { writeJson } from '../core/json-write.js';

/** How a JSON text is laid out. */
export interface Layout {
  /** What ends a line; empty where the whole text is one line. */
  readonly lineEnd: string;
  /** What each level is indented by. */
  readonly unit: string;
}

/** The layout of a text, by its first member: two spaces where that does not tell. */
export function layoutOf(text: string): Layout {
  const lineEnd = text.includes('\r\n') ? '\r\n' : text.trim().includes('\n') ? '\n' : '';
  const [, unit = '  '] = /^\s*[{[][^\S\n]*\n([ \t]+)/.exec(text) ?? [];
  return { lineEnd, unit };
}

/** In characters: a line that is longer before a value is not looked through for its beginning. */
const LONGEST_LINE = 10_000;

/** The white space that begins the line of `offset`. */
function indentAt(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - LONGEST_LINE), offset);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return line.slice(0, line.length - line.trimStart().length);
}

/** A value as it is written at an offset of a text of that layout. */
export function writtenAt(
  { lineEnd, unit }: Layout,
  value: Json,
  at: { readonly text: string; readonly offset: number },
): string {
  if (lineEnd === '' || typeof value !== 'object') return writeJson(value, { indent: 0 }).trimEnd();
  const indent = indentAt(at.text, at.offset);
  const lines = writeJson(value, { indent: 1 }).trimEnd().split('\n');
  return lines
    .map((line, index) => {
      const text = line.trimStart();
      return index === 0 ? text : indent + unit.repeat(line.length - text.length) + text;
    })
    .join(lineEnd);
}
