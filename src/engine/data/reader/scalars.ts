import { shown, type Failure } from '../../../expression/failure.js';
import { characterAt, countItem, isBlank, misread, passLineEnd, type Cursor } from './cursor.js';

/** The longest integer that is read, in digits: Newtonsoft.Json, `MaximumJavascriptIntegerCharacterLength`. */
const MAX_INTEGER_LENGTH = 380;

/** Reads a word such as `true`; `kind` is what messages call it. What follows must end a value. */
export function passWord(cursor: Cursor, word: string, kind: string): void {
  const { text, at } = cursor;
  if (at + word.length > text.length) {
    cursor.at = text.length;
    throw misread(cursor, 'Unexpected end when reading JSON.');
  }
  let same = 0;
  while (same < word.length && text.charAt(at + same) === word.charAt(same)) same += 1;
  cursor.at = at + same;
  if (same < word.length || !endsValue(cursor)) throw misread(cursor, `Error parsing ${kind} value.`);
  countItem(cursor);
}

function endsValue({ text, at }: Cursor): boolean {
  const character = text.charAt(at);
  if (character === '/') return text.charAt(at + 1) === '/' || text.charAt(at + 1) === '*';
  return character === '' || ',}]'.includes(character) || isBlank(character);
}

/** Reads a number: decimal, `0x` hexadecimal or `0` octal. One that is too large for a float is infinite. */
export function readNumber(cursor: Cursor): number | bigint {
  const digits = /[-+a-fA-FxX.0-9]*/y;
  digits.lastIndex = cursor.at;
  const written = digits.exec(cursor.text)?.[0] ?? '';
  cursor.at += written.length;
  const next = cursor.text.charAt(cursor.at);
  if (next !== '' && !',}])/'.includes(next) && !isBlank(next)) {
    throw misread(cursor, `Unexpected character encountered while parsing number: ${characterAt(cursor)}.`);
  }
  countItem(cursor);
  const isWhole = /^-?\d+$/.test(written);
  if (isWhole && written.length > MAX_INTEGER_LENGTH) {
    throw misread(cursor, `JSON integer ${shown(written)} is too large to parse.`);
  }
  const number = /^0[^.eE]/.test(written) ? otherBase(written) : isWhole ? integer(BigInt(written)) : decimal(written);
  if (number !== undefined) return number;
  throw misread(cursor, `Input string '${shown(written)}' is not a valid number.`);
}

function decimal(written: string): number | undefined {
  return /^-?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(written) ? Number(written) : undefined;
}

/** What .NET reads as an integer of 64 bits, the highest bit being the sign. */
function otherBase(written: string): number | bigint | undefined {
  const digits = /^0[xX]([0-9a-fA-F]{1,400})$/.exec(written)?.[1];
  const octal = /^0([0-7]{1,400})$/.exec(written)?.[1];
  if (digits === undefined && octal === undefined) return undefined;
  const value = BigInt(digits === undefined ? `0o${octal}` : `0x${digits}`);
  return BigInt.asUintN(64, value) === value ? integer(BigInt.asIntN(64, value)) : undefined;
}

function integer(value: bigint): number | bigint {
  const plain = Number(value);
  return Number.isSafeInteger(plain) ? plain : value;
}

/** Reads a string in the quotes that it begins with. */
export function readString(cursor: Cursor): string {
  const { text } = cursor;
  const quote = text.charAt(cursor.at);
  const parts: string[] = [];
  const plain = quote === '"' ? /[^"\\\r\n]+/y : /[^'\\\r\n]+/y;
  cursor.at += 1;
  while (cursor.at < text.length) {
    plain.lastIndex = cursor.at;
    const run = plain.exec(text)?.[0] ?? '';
    if (run !== '') parts.push(run);
    cursor.at += run.length;
    const start = cursor.at;
    if (passLineEnd(cursor)) parts.push(text.slice(start, cursor.at));
    else if (text.charAt(start) === quote) {
      cursor.at += 1;
      return parts.join('');
    } else if (text.charAt(start) === '\\') parts.push(escaped(cursor, quote));
  }
  throw unterminated(cursor, quote);
}

function unterminated(cursor: Cursor, quote: string): Failure {
  return misread(cursor, `Unterminated string. Expected delimiter: ${quote}.`);
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['t', '\t'],
  ['n', '\n'],
  ['f', '\f'],
  ['r', '\r'],
  ['\\', '\\'],
  ['"', '"'],
  ["'", "'"],
  ['/', '/'],
]);

function escaped(cursor: Cursor, quote: string): string {
  const { text } = cursor;
  const letter = text.charAt(cursor.at + 1);
  cursor.at += letter === '' ? 1 : 2;
  if (letter === '') throw unterminated(cursor, quote);
  const known = escapes.get(letter);
  if (known !== undefined) return known;
  if (letter !== 'u') throw misread(cursor, `Bad JSON escape sequence: \\${letter}.`);
  const digits = text.slice(cursor.at, cursor.at + 4);
  // The reader looks for a character behind the four.
  if (cursor.at + 4 >= text.length) throw misread(cursor, 'Unexpected end while parsing Unicode escape sequence.');
  if (!/^[0-9a-fA-F]{4}$/.test(digits)) {
    throw misread(cursor, `Invalid Unicode escape sequence: \\u${shown(digits)}.`);
  }
  cursor.at += 4;
  return String.fromCharCode(Number.parseInt(digits, 16));
}
