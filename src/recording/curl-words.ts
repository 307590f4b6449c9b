import { excerpter, sliceOf, type Excerpt } from './curl-excerpt.js';
import { posixPart } from './curl-quotes-posix.js';
import { cmdPart, powershellPart } from './curl-quotes-windows.js';
import { lineBreakAt, passRun, takeRun, type Cursor, type Shell, type Unclosed, type WordSink } from './curl-quotes.js';

/** A word of a command: what the program gets as one argument. */
export interface Word extends Excerpt {
  /** Where it begins in the file. */
  readonly start: number;
  /** Whether a command makes a part of it, `$(cat body.json)`. */
  readonly computed: boolean;
}

/** A command line, taken apart. */
export interface CommandLine {
  readonly words: readonly Word[];
  /** What it reads from standard input, where the file has it: a here-document. */
  readonly input?: Excerpt;
  /** One behind the last character that belongs to it, or to what its output is handed to. */
  readonly end: number;
  /** Why the command cannot be read, and where. */
  readonly trouble?: { readonly offset: number; readonly message: string };
}

const parts: Readonly<Record<Shell, (cursor: Cursor, sink: WordSink) => boolean | Unclosed>> = {
  posix: posixPart,
  powershell: powershellPart,
  cmd: cmdPart,
};
/** Characters that mean themselves outside of quotes. */
const PLAIN: Readonly<Record<Shell, RegExp>> = {
  posix: /[^\s'"\\$`;|&<>()]+/y,
  powershell: /[^\s'"`;|&<>()]+/y,
  cmd: /[^\s"^\\|&<>]+/y,
};
/** A line that ends so goes on in the next one, before which a terminal may show that it waits; blanks behind it are a slip of whoever pasted it. */
const JOINT: Readonly<Record<Shell, RegExp>> = {
  posix: /\\[ \t]*\r?\n(?:> (?=[ \t]*(?:-|['"]|https?:)))?/y,
  powershell: /`[ \t]*\r?\n(?:>>)?/y,
  cmd: /\^[ \t]*\r?\n(?!\r?\n)(?:More\? )?/y,
};
const BLANKS = /[ \t]+/y;
const COMMENT = /#[^\n]*/y;
const REDIRECT = /\d?(?:<<<|<<-?|>>|[<>]&?|&>)/y;
/** A placeholder in angle brackets, which a shell would take for a redirection and a reader does not. */
const PLACEHOLDER = /<[A-Za-z][\w .-]{0,60}>/y;

const QUOTE_OPEN = 'The quote that begins here has no end, expected one.';
const DOCUMENT_OPEN = 'The here-document that begins here has no end, expected one.';
const CURL = /curl(?:\.exe)?(?=[ \t\\^`]|\r?$)/my;

/** Whether the name of the program stands at `at`, as a word of its own. */
export function isCurlAt(text: string, at: number): boolean {
  CURL.lastIndex = at;
  return CURL.test(text);
}

/** How many commands in the words of one command are looked for, such as `$(cat body.json)`. */
const MOST_SUBSTITUTIONS = 200;
/** How many words a command can have, with those that it is piped to. Nobody types more, and each takes a hundred bytes. */
const MOST_WORDS = 5000;

/** Takes the command line apart that begins at `start`: its words, up to the end of the line or what separates commands. */
export function commandLine(text: string, start: number, shell: Shell): CommandLine {
  const cursor: Cursor = { text, at: start, substitutions: MOST_SUBSTITUTIONS };
  const words: Word[] = [];
  const documents: { readonly mark: string; readonly at: number }[] = [];
  let input: Excerpt | undefined;
  let piped = false;
  for (let count = 0; ; count++) {
    passBlanks(cursor, shell);
    const { at } = cursor;
    const lineBreak = lineBreakAt(text, at);
    if (lineBreak > 0 || at >= text.length) {
      cursor.at += lineBreak;
      break;
    }
    if (piped && isCurlAt(text, at)) break;
    if (count === MOST_WORDS)
      return {
        words,
        end: text.length,
        trouble: { offset: start, message: `The command has more than ${MOST_WORDS} words, expected fewer.` },
      };
    const separator = separatorAt(text, at, shell);
    if (separator > 0) {
      cursor.at += separator;
      piped = true;
      continue;
    }
    const redirect = redirectAt(cursor);
    const word = readWord(cursor, shell);
    if (cursor.at === at) cursor.at += 1; // so that there is an end, whatever stands there
    if ('unclosed' in word) return { words, end: text.length, trouble: { offset: word.unclosed, message: QUOTE_OPEN } };
    if (redirect.startsWith('<<<')) input = word;
    else if (redirect.startsWith('<<')) documents.push({ mark: word.text, at });
    else if (redirect === '' && !piped) words.push(word);
  }
  for (const { mark, at } of documents) {
    const document = hereDocument(cursor, mark);
    if (document === undefined) return { words, end: text.length, trouble: { offset: at, message: DOCUMENT_OPEN } };
    input = document;
  }
  return { words, end: cursor.at, ...(input && { input }) };
}

function passBlanks(cursor: Cursor, shell: Shell): void {
  while (passRun(cursor, BLANKS) !== '' || passRun(cursor, JOINT[shell]) !== '');
  if (shell !== 'cmd') passRun(cursor, COMMENT);
}

/** The length of what ends a command: `;`, `|`, `&`, or a parenthesis that was opened before it. */
function separatorAt(text: string, at: number, shell: Shell): number {
  const isSeparator = shell === 'cmd' ? '|&' : ';|&()';
  if (!isSeparator.includes(text[at] ?? ' ') || text.startsWith('&>', at)) return 0;
  return 1;
}

/** The operator of a redirection at the cursor, which is passed with the blanks behind it; `''` where there is none. */
function redirectAt(cursor: Cursor): string {
  PLACEHOLDER.lastIndex = cursor.at;
  if (PLACEHOLDER.test(cursor.text)) return '';
  const operator = passRun(cursor, REDIRECT);
  if (operator !== '') passRun(cursor, BLANKS);
  return operator.replace(/^\d/, '');
}

function readWord(cursor: Cursor, shell: Shell): Word | Unclosed {
  const { text, at: start } = cursor;
  const out = excerpter();
  let computed = false;
  const sink: WordSink = { out, computed: () => (computed = true) };
  while (cursor.at < text.length) {
    if (takeRun(cursor, out, PLAIN[shell]) || takeRun(cursor, out, PLACEHOLDER)) continue;
    if (passRun(cursor, JOINT[shell]) !== '') continue;
    const part = parts[shell](cursor, sink);
    if (typeof part === 'object') return part;
    if (part) continue;
    if (!meansItself(cursor, start)) break;
    out.add(text.slice(cursor.at, cursor.at + 1), cursor.at);
    cursor.at += 1;
  }
  return { ...out.done(), start, computed };
}

/** A `&` inside of an address that nobody has quoted, and parentheses in one. */
function meansItself({ text, at }: Cursor, start: number): boolean {
  if (text[at] === '&') return /[\w%]/.test(text[at + 1] ?? ' ') && text.slice(start, at).includes('?');
  return at > start && (text[at] === '(' || (text[at] === ')' && text.slice(start, at).includes('(')));
}

/** What stands up to the line that is `mark`. */
function hereDocument(cursor: Cursor, mark: string): Excerpt | undefined {
  const { text, at: start } = cursor;
  let line = start;
  while (line < text.length) {
    const next = text.indexOf('\n', line) + 1 || text.length;
    if (text.slice(line, next).trim() === mark) {
      cursor.at = next;
      return sliceOf(text, start, Math.max(start, line - 1));
    }
    line = next;
  }
  return undefined;
}
