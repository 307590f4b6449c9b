import type { Excerpter } from './curl-excerpt.js';

/** Whose rules a command is quoted by: a POSIX shell, PowerShell, or Windows' cmd. */
export type Shell = 'posix' | 'powershell' | 'cmd';

/** A command line that is being taken apart. */
export interface Cursor {
  readonly text: string;
  at: number;
  /** How many commands in words may still be looked for. */
  substitutions: number;
}

/** A part of a word: what it adds, or why it cannot be read. */
export interface WordSink {
  readonly out: Excerpter;
  /** Something in the word is made by a command, `$(cat body.json)`: what it is, only that command knows. */
  computed(): void;
}

/** The quote at this offset has no end. */
export interface Unclosed {
  readonly unclosed: number;
}

/** Passes what `pattern` (sticky) matches at the cursor, and gives it; `''` where it matches nothing. */
export function passRun(cursor: Cursor, pattern: RegExp): string {
  pattern.lastIndex = cursor.at;
  const run = pattern.exec(cursor.text)?.[0] ?? '';
  cursor.at += run.length;
  return run;
}

/** Adds what `pattern` (sticky) matches at the cursor: text that means itself. Gives whether there was any. */
export function takeRun(cursor: Cursor, out: Excerpter, pattern: RegExp): boolean {
  const { at } = cursor;
  const run = passRun(cursor, pattern);
  if (run !== '') out.add(run, at);
  return run !== '';
}

/** The length of the line break at `at`; 0 where there is none. */
export function lineBreakAt(text: string, at: number): number {
  if (text[at] === '\n') return 1;
  return text[at] === '\r' && text[at + 1] === '\n' ? 2 : 0;
}
