import { lineBreakAt, takeRun, type Cursor, type Unclosed, type WordSink } from './curl-quotes.js';

/**
 * Reads a quoted or escaped part of a word by the rules of a POSIX shell, and of bash for `$'...'`. Variables stay as they are written.
 * Gives false where nothing of the kind begins at the cursor.
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02
 */
export function posixPart(cursor: Cursor, sink: WordSink): boolean | Unclosed {
  const { text, at } = cursor;
  switch (text[at]) {
    case "'":
      return singleQuoted(cursor, sink);
    case '"':
      return doubleQuoted(cursor, sink);
    case '\\':
      return escaped(cursor, sink);
    case '`':
    case '$':
      return dollar(cursor, sink);
    default:
      return false;
  }
}

function singleQuoted(cursor: Cursor, { out }: WordSink): boolean | Unclosed {
  const { text, at } = cursor;
  const end = text.indexOf("'", at + 1);
  if (end < 0) return { unclosed: at };
  out.add(text.slice(at + 1, end), at + 1);
  cursor.at = end + 1;
  return true;
}

const PLAIN_IN_QUOTES = /[^"\\$`]+/y;

function doubleQuoted(cursor: Cursor, sink: WordSink): boolean | Unclosed {
  const { text, at: start } = cursor;
  sink.out.add('', start);
  cursor.at += 1;
  while (cursor.at < text.length) {
    if (takeRun(cursor, sink.out, PLAIN_IN_QUOTES)) continue;
    const { at } = cursor;
    if (text[at] === '"') {
      cursor.at += 1;
      return true;
    }
    if (text[at] !== '\\') substitution(cursor, sink);
    else if (lineBreakAt(text, at + 1) > 0) cursor.at += 1 + lineBreakAt(text, at + 1);
    else {
      const isEscape = '$`"\\'.includes(text[at + 1] ?? ' ');
      sink.out.add(text.slice(isEscape ? at + 1 : at, at + 2), isEscape ? at + 1 : at);
      cursor.at += 2;
    }
  }
  return { unclosed: start };
}

function escaped(cursor: Cursor, { out }: WordSink): boolean {
  const { text, at } = cursor;
  const lineBreak = lineBreakAt(text, at + 1);
  if (lineBreak === 0) out.add(text.slice(at + 1, at + 2), at + 1);
  cursor.at += 1 + (lineBreak || 1);
  return true;
}

function dollar(cursor: Cursor, sink: WordSink): boolean | Unclosed {
  const next = cursor.text[cursor.at + 1];
  if (cursor.text[cursor.at] === '$' && (next === "'" || next === '"')) {
    cursor.at += 1;
    return next === '"' ? doubleQuoted(cursor, sink) : ansiQuoted(cursor, sink);
  }
  substitution(cursor, sink);
  return true;
}

/** The longest command in a word that is looked for, in UTF-16 code units. One without an end would be looked for to the end of the file. */
const LONGEST_COMMAND = 2000;

/** What the shell fills in stays as it is written. A command in `$(...)` or between backticks is told to the sink. */
function substitution(cursor: Cursor, sink: WordSink): void {
  const { text, at } = cursor;
  const near = cursor.substitutions > 0 ? text.slice(at, at + LONGEST_COMMAND) : '';
  if (near[0] === '`' || near[1] === '(') cursor.substitutions -= 1;
  const end = near[0] === '`' ? near.indexOf('`', 1) + 1 : near[1] === '(' ? closingParenthesis(near) : 0;
  if (end > 0) sink.computed();
  sink.out.add(text.slice(at, at + Math.max(end, 1)), at);
  cursor.at += Math.max(end, 1);
}

/** One behind the parenthesis that closes the first one; 0 where there is none. */
function closingParenthesis(text: string): number {
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') open += 1;
    if (text[at] === ')' && --open === 0) return at + 1;
  }
  return 0;
}

const PLAIN_IN_ANSI = /[^'\\]+/y;
/** Bash's reference, ANSI-C quoting: octal, hexadecimal, Unicode, control; any other escape is of one character. */
const ANSI_ESCAPE = /\\(?:([0-7]{1,3})|x([\da-fA-F]{1,2})|u([\da-fA-F]{1,4})|U([\da-fA-F]{1,8})|c([^])|([^]))/y;
const ANSI_CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['a', '\x07'],
  ['b', '\b'],
  ['e', '\x1b'],
  ['E', '\x1b'],
  ['f', '\f'],
  ['v', '\v'],
]);

function ansiQuoted(cursor: Cursor, { out }: WordSink): boolean | Unclosed {
  const { text, at: start } = cursor;
  out.add('', start);
  cursor.at += 1;
  while (cursor.at < text.length) {
    if (takeRun(cursor, out, PLAIN_IN_ANSI)) continue;
    if (text[cursor.at] === "'") {
      cursor.at += 1;
      return true;
    }
    ANSI_ESCAPE.lastIndex = cursor.at;
    const escape = ANSI_ESCAPE.exec(text);
    if (escape === null) break;
    out.add(ansiCharacter(escape), cursor.at);
    cursor.at += escape[0].length;
  }
  return { unclosed: start };
}

function ansiCharacter([whole, octal, hex, four, eight, control, other]: RegExpExecArray): string {
  if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
  if (control !== undefined) return String.fromCharCode(control.charCodeAt(0) & 0x1f);
  const digits = hex ?? four ?? eight;
  if (digits !== undefined) {
    const code = Number.parseInt(digits, 16);
    return code > 0x10ffff ? whole : String.fromCodePoint(code);
  }
  const character = other ?? '';
  return ANSI_CHARACTERS.get(character) ?? ('\\\'"?'.includes(character) ? character : whole);
}
