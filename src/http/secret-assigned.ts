import { isSecretField, isSecretName } from './secret-names.js';
import { isIdentifier, isPlaceholder, isValueWord, looksRandom } from './secret-values.js';

/** The source of a regular expression that finds a quote, escaped or not. */
export const QUOTE = String.raw`\\{0,7}["'${'`'}]`;

/** What tells a value from a program stands at its beginning. */
const BEGINNING = 512;

/** Where a value stands. `quote` goes around what replaces it. */
interface Found {
  readonly start: number;
  readonly end: number;
  readonly quote?: string;
}

/** What stands on the left of a value. */
export interface Assignment {
  readonly text: string;
  readonly name: string;
  /** The quote behind the name, with its backslashes; empty where there is none. */
  readonly quote: string;
  /** `:`, `=` or the like; empty in a list of names and values, and behind an option. */
  readonly mark: string;
  readonly isPair: boolean;
  /** Whether blanks stand around the mark. */
  readonly spaced: boolean;
  /** Where the name begins, and where the value. */
  readonly from: number;
  readonly start: number;
  /** How long the value may be: not at all, behind a name that says nothing. */
  readonly limit: number;
}

/** The value that is assigned, if it is a secret and neither a placeholder nor a part of a program or a sentence. */
export function valueOf(at: Assignment): Found | undefined {
  if (at.limit === 0) return undefined;
  const { text, name, start } = at;
  const opening = stickyExec(OPENING, text, start);
  const bare = () => (at.quote === '' ? (line(at) ?? field(at) ?? word(at)) : number(at));
  const found = opening === undefined ? bare() : quoted(at, opening);
  if (found === undefined) return undefined;
  const value = text.slice(found.start, found.end);
  return value === '' || value.startsWith('REDACTED') || !isSecretField(name, value) ? undefined : found;
}

const OPENING = new RegExp(QUOTE, 'y');

function stickyExec(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** A value in quotes, escaped as often as they are. */
function quoted(at: Assignment, opening: string): Found | undefined {
  const { text, name, quote, mark, isPair, spaced, start, limit } = at;
  const from = start + opening.length;
  const value = text.slice(from, from + lengthInQuotes(text.slice(from, from + limit), opening));
  if (isPlaceholder(value)) return undefined;
  const end = from + value.length;
  const isField = quote !== '' || isPair || (mark === '=' && !spaced);
  const isAlone = () => /^\s{0,9}(?:$|[\r\n])/.test(text.slice(end + opening.length, end + opening.length + 10));
  return isField || !/\s/.test(value) || isAlone() || !isSecretName(name) ? { start: from, end } : undefined;
}

/** How much of `text` stands before a quote that is escaped as often as the opening one; all of it where it was cut off. */
function lengthInQuotes(text: string, opening: string): number {
  const escapes = opening.length - 1;
  const character = opening.slice(-1);
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) {
    let slashes = 0;
    while (text[at - slashes - 1] === '\\') slashes++;
    if (slashes % (2 * (escapes + 1)) === escapes) return at - escapes;
  }
  return text.length;
}

/** A number behind a name in quotes. */
function number({ text, quote, start }: Assignment): Found | undefined {
  const digits = stickyExec(NUMBER, text, start);
  return digits === undefined ? undefined : { start, end: start + digits.length, quote };
}

const NUMBER = /-?\d[\d.eE+-]{0,400}(?=\s{0,9}(?:[,}\]\\]|$))/y;

/** A header, or a field of YAML: a line of its own, or in quotes (the header of a curl command). */
function line({ text, name, mark, from, start, limit }: Assignment): Found | undefined {
  if (mark !== ':') return undefined;
  const before = text[from - 1] ?? '';
  const isQuoted = /["'`]/.test(before);
  if (!isQuoted && !beginsLine(text, from)) return undefined;
  const rest = text.slice(start, start + limit);
  const value =
    rest
      .slice(0, isQuoted ? lengthInQuotes(rest, before) : undefined)
      .split(LINE_END, 1)[0]
      ?.trimEnd() ?? '';
  return isLineValue(name, value) ? { start, end: start + value.length } : undefined;
}

/** Plain, or escaped in a string. */
const LINE_END = /[\r\n]|\\(?:[rn]|(?=["'`]))/;

function beginsLine(text: string, at: number): boolean {
  return /(?:^|[\r\n]|\\[rn])[ \t>*<|-]{0,12}$/.test(text.slice(Math.max(0, at - 14), at));
}

/** Schemes of the IANA registry, whose credentials have several words. */
const SCHEMED = /^(?:Digest|AWS4-HMAC-SHA256|OAuth|SharedKey|SharedKeyLite|SharedAccessSignature|HOBA|DPoP)\s.*=/i;

function isLineValue(name: string, value: string): boolean {
  if (/cookie/i.test(name)) return value.includes('=');
  if (/auth/i.test(name) && (SCHEMED.test(value) || /^[\w-]+ [^\s,]{3,}$/.test(value))) {
    return !isPlaceholder(value.slice(value.indexOf(' ') + 1));
  }
  return !/\s/.test(value) && isValueWord(value);
}

/** A field of a form, a query, a connection string, or a variable of a shell: `=` without blanks, at the beginning of something. */
function field({ text, mark, spaced, from, start, limit }: Assignment): Found | undefined {
  if (mark !== '=' || spaced) return undefined;
  const isField = FIELD_START.test(text.slice(Math.max(0, from - 30), from));
  if (!isField && !beginsLine(text, from)) return undefined;
  const beginning = stickyExec(FIELD_VALUE, text.slice(start, start + BEGINNING), 0) ?? '';
  const isCode = !isField && (handsOn(beginning) || /[([{,)]/.test(beginning));
  if (isCode || isPlaceholder(beginning)) return undefined;
  const value = stickyExec(FIELD_VALUE, text, start) ?? '';
  return { start, end: start + Math.min(value.length, limit) };
}

const FIELD_START = /(?:[?&;"'`]|(?:-d|--data[\w-]{0,20}|-F|--form|export|set|env)\s)$/;
const FIELD_VALUE = /[^\s&;"'`<>\\]+/y;

/** A program that hands on what has a name: `api_key=settings.api_key`. */
function handsOn(value: string): boolean {
  return (
    isIdentifier(value) &&
    (isSecretName(value) || /^(?:args|config|env|options|os|process|self|settings|this)[.]/.test(value))
  );
}

/** A word in a sentence, a command or a program. */
function word({ text, start }: Assignment): Found | undefined {
  const value = stickyExec(WORD, text, start) ?? '';
  const end = start + value.replace(/[.:!?]{1,9}$/, '').length;
  if (/[([]/.test(text[end] ?? '')) return undefined;
  return looksRandom(text.slice(start, end)) ? { start, end } : undefined;
}

const WORD = /[^\s"'`<>&;,\\(){}[\]|]{1,512}/y;
