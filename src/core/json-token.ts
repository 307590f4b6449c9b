import { didYouMean } from './nearest.js';
import { shorten } from './shorten.js';

/** What is wrong with a token, and where. */
export interface TokenTrouble {
  readonly offset: number;
  readonly message: string;
}

const QUOTE = 34;
const BACKSLASH = 92;
const SPACE = 32;
const escapePattern = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/** Where the string that begins at `start` ends (behind its quote), or what is wrong with it. */
export function stringEnd(text: string, start: number): number | TokenTrouble {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    if (code < SPACE) return rawControl(text, at);
    if (code !== BACKSLASH) continue;
    escapePattern.lastIndex = at;
    if (!escapePattern.test(text)) return badEscape(text, at);
    at = escapePattern.lastIndex - 1;
  }
  return { offset: start, message: 'The string that begins here has no closing quote.' };
}

function rawControl(text: string, offset: number): TokenTrouble {
  const character = text.charAt(offset);
  const expected = character === '\n' || character === '\r' ? 'the closing quote or the escape' : 'the escape';
  const message = `Found the control character ${name(character)} in a string where ${expected} ${JSON.stringify(character).slice(1, -1)} was expected.`;
  return { offset, message };
}

function badEscape(text: string, offset: number): TokenTrouble {
  const escaped = text.charAt(offset + 1);
  const message =
    escaped === 'u'
      ? 'Found the escape \\u without the four hexadecimal digits that were expected behind it.'
      : `Found a backslash before ${escaped === '' ? 'the end of the text' : name(escaped)} where one of " \\ / b f n r t u was expected.`;
  return { offset, message };
}

/** A run of the characters that numbers, literals and unquoted names are made of. */
const word = /[\w.+$-]+/y;
const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const literals = ['true', 'false', 'null'];

/** Where the number or literal that begins at `start` ends, or what is wrong with it. */
export function wordEnd(text: string, start: number): number | TokenTrouble {
  const found = wordAt(text, start);
  if (literals.includes(found) || number.test(found)) return start + found.length;
  return { offset: start, message: `Found ${describe(text, start)} where a value was expected${why(found)}` };
}

function wordAt(text: string, start: number): string {
  word.lastIndex = start;
  return word.exec(text)?.[0] ?? '';
}

/** Words that are often taken for JSON, and what stands against them. */
const mistakes: readonly (readonly [RegExp, string])[] = [
  [/^[+-]?(?:NaN|Infinity)$/i, 'JSON has only finite numbers'],
  [/^\+[\d.]/, 'a number has no plus sign'],
  [/^-?0[xXoObB]/, 'a number is written in decimal digits'],
  [/^-?0\d/, 'a number has no leading zero'],
  [/^-?\./, 'a number has a digit before its point'],
  [/^-?\d+\.(?!\d)/, 'a number has a digit after its point'],
  [/^-?[\d.]+[eE][+-]?$/, 'an exponent has a digit'],
  [/^-?\d[\d_]*$/, 'a number has no separators'],
];

function why(found: string): string {
  const mistake = mistakes.find(([pattern]) => pattern.test(found));
  if (mistake) return `: ${mistake[1]}.`;
  return `.${didYouMean(found, literals)}`;
}

/** What stands at `offset`, for a message. */
export function describe(text: string, offset: number): string {
  const here = text.codePointAt(offset);
  if (here === undefined) return 'the end of the text';
  const found = wordAt(text, offset);
  if (found !== '') return shorten(found);
  if (here === QUOTE) {
    const end = stringEnd(text, offset);
    return typeof end === 'number' ? `the string ${shorten(text.slice(offset + 1, end - 1))}` : 'a quote';
  }
  return name(String.fromCodePoint(here));
}

/** A character between quotes; one that prints badly by its number. */
function name(character: string): string {
  if (/^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character)) return character === "'" ? 'a single quote' : `"${character}"`;
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
