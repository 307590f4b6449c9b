import { Failure, shownWritten } from '../../../expression/failure.js';
import { pathTo, type Step } from './json-path.js';

/** A reading of a text, and how far it has come. */
export interface Cursor {
  readonly text: string;
  at: number;
  /** From 1. */
  line: number;
  lineStart: number;
  /** Whether a comment was read. */
  commented: boolean;
  /** Where the reading stands in each open array and object: undefined before the first name, -1 before the first item. */
  readonly path: (Step | undefined)[];
}

/** At the beginning of a text. */
export function cursorOf(text: string): Cursor {
  return { text, at: 0, line: 1, lineStart: 0, commented: false, path: [] };
}

/** What ends a reading: a sentence, and where it happened, as Newtonsoft.Json words it. The position is counted from 0. */
export function misread(cursor: Cursor, message: string): Failure {
  const position = cursor.at - cursor.lineStart;
  const isUntouched = position === 0 && cursor.path.length === 0 && !cursor.commented;
  return new Failure(`${message} ${pathOf(cursor.path)}, line ${isUntouched ? 0 : cursor.line}, position ${position}.`);
}

/** The text ends where a name or a value was expected. Names what is around the innermost array or object, and no line. */
export function endsEarly({ path }: Cursor): Failure {
  return new Failure(`Unexpected end when reading token. ${pathOf(path.slice(0, -1))}.`);
}

function pathOf(steps: Cursor['path']): string {
  let path = '';
  for (const step of steps) if (step !== undefined && step !== -1) path = pathTo(path, step);
  return `Path '${shownWritten(path)}'`;
}

/** A value is complete, or an array or object begins: in an array, the next item it is. */
export function countItem({ path }: Cursor): void {
  const last = path.at(-1);
  if (typeof last === 'number') path[path.length - 1] = last + 1;
}

/** The character that the reading stands at, for a message. */
export function characterAt({ text, at }: Cursor): string {
  const code = text.codePointAt(at);
  return code === undefined ? '\0' : String.fromCodePoint(code);
}

/** Tab to carriage return. */
const FIRST_CONTROL = 9;
const LAST_CONTROL = 13;
const SPACE = 32;
const TILDE = 126;

/** Whether .NET takes the character for white space, at which the reader also passes over NUL. */
export function isBlank(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code > SPACE && code <= TILDE) return false;
  if (code === SPACE || (code >= FIRST_CONTROL && code <= LAST_CONTROL)) return true;
  return /[\0\u0085\s]/.test(character) && character !== '\uFEFF';
}

/** Goes over a line end; tells whether there is one. */
export function passLineEnd(cursor: Cursor): boolean {
  const found = cursor.text.charAt(cursor.at);
  if (found !== '\r' && found !== '\n') return false;
  cursor.at += found === '\r' && cursor.text.charAt(cursor.at + 1) === '\n' ? 2 : 1;
  cursor.line += 1;
  cursor.lineStart = cursor.at;
  return true;
}

/** Goes over white space; gives what stands behind it, nothing at the end of the text. */
export function passSpace(cursor: Cursor): string {
  for (;;) {
    const character = cursor.text.charAt(cursor.at);
    if (passLineEnd(cursor)) continue;
    if (character === '' || !isBlank(character)) return character;
    cursor.at += 1;
  }
}

/** Goes over white space and comments; tells whether something is left. */
export function passBlank(cursor: Cursor): boolean {
  let next = passSpace(cursor);
  while (next === '/') {
    passComment(cursor);
    next = passSpace(cursor);
  }
  return next !== '';
}

function passComment(cursor: Cursor): void {
  const { text } = cursor;
  cursor.at += 1;
  const kind = text.charAt(cursor.at);
  if (kind === '') throw misread(cursor, 'Unexpected end while parsing comment.');
  if (kind !== '*' && kind !== '/') {
    throw misread(cursor, `Error parsing comment. Expected: *, got ${characterAt(cursor)}.`);
  }
  cursor.at += 1;
  cursor.commented = true;
  while (cursor.at < text.length) {
    const character = text.charAt(cursor.at);
    if (kind === '/' && (character === '\r' || character === '\n')) return;
    if (kind === '*' && text.startsWith('*/', cursor.at)) {
      cursor.at += '*/'.length;
      return;
    }
    if (!passLineEnd(cursor)) cursor.at += 1;
  }
  if (kind === '*') throw misread(cursor, 'Unexpected end while parsing comment.');
}
