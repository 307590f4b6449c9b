import { shorten } from '../core/shorten.js';

/** An expression of a template: what stands between the brackets of `[...]`. */
export type ArmExpression =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'integer'; readonly value: number }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly ArmExpression[] }
  | { readonly kind: 'access'; readonly from: ArmExpression; readonly keys: readonly ArmExpression[] };

/** Template expressions may have 24,576 characters, "Limits for templates" on learn.microsoft.com. */
const MAX_LENGTH = 24_576;
/** How deep calls and indexes may be nested: deeper than anybody writes, and little enough for any recursion. */
const MAX_DEPTH = 100;
/** How much of an expression a message shows with its quotation marks, in UTF-16 code units. */
const MAX_SHOWN = 102;

type TokenType = 'StringLiteral' | 'Integer' | 'Identifier' | 'EndOfData' | Punctuation;
type Punctuation =
  | 'LeftParenthesis'
  | 'RightParenthesis'
  | 'LeftSquareBracket'
  | 'RightSquareBracket'
  | 'Comma'
  | 'Dot';

interface Token {
  readonly type: TokenType;
  readonly start: number;
  readonly end: number;
}

interface Reading {
  readonly text: string;
  token: Token;
  problem?: string;
}

const punctuation: ReadonlyMap<string, Punctuation> = new Map([
  ['(', 'LeftParenthesis'],
  [')', 'RightParenthesis'],
  ['[', 'LeftSquareBracket'],
  [']', 'RightSquareBracket'],
  [',', 'Comma'],
  ['.', 'Dot'],
]);

/** Reads an expression. `problem` is one sentence, in the engine's words where those are known. Takes time in proportion to the length. */
export function parseArm(text: string): { readonly expression: ArmExpression } | { readonly problem: string } {
  if (text.length > MAX_LENGTH)
    return { problem: `The expression has ${text.length} characters, at most ${MAX_LENGTH} were expected.` };
  const reading: Reading = { text, token: { type: 'EndOfData', start: 0, end: 0 } };
  advance(reading);
  const expression = operand(reading, 0);
  expect(reading, 'EndOfData');
  return reading.problem === undefined ? { expression } : { problem: reading.problem };
}

function operand(reading: Reading, depth: number): ArmExpression {
  const from = primary(reading, depth);
  const keys: ArmExpression[] = [];
  while (reading.token.type === 'Dot' || reading.token.type === 'LeftSquareBracket') {
    const isName = reading.token.type === 'Dot';
    advance(reading);
    keys.push(isName ? { kind: 'text', value: identifier(reading) } : operand(reading, depth + 1));
    if (!isName) expect(reading, 'RightSquareBracket');
  }
  return keys.length === 0 ? from : { kind: 'access', from, keys };
}

function primary(reading: Reading, depth: number): ArmExpression {
  const { text } = reading;
  if (depth > MAX_DEPTH) refuse(reading, `it is nested deeper than ${MAX_DEPTH} levels`);
  const { type, start, end } = reading.token;
  if (type === 'StringLiteral') {
    advance(reading);
    return { kind: 'text', value: text.slice(start + 1, end - 1).replaceAll("''", "'") };
  }
  if (type === 'Integer') {
    advance(reading);
    return { kind: 'integer', value: Number(text.slice(start, end)) };
  }
  const names = [identifier(reading)];
  while (reading.token.type === 'Dot') {
    advance(reading);
    names.push(identifier(reading));
  }
  return { kind: 'call', name: names.join('.'), arguments: callArguments(reading, depth) };
}

function callArguments(reading: Reading, depth: number): ArmExpression[] {
  expect(reading, 'LeftParenthesis');
  const given: ArmExpression[] = [];
  if (reading.problem === undefined && reading.token.type !== 'RightParenthesis')
    given.push(operand(reading, depth + 1));
  while (reading.token.type === 'Comma') {
    advance(reading);
    given.push(operand(reading, depth + 1));
  }
  expect(reading, 'RightParenthesis');
  return given;
}

function identifier(reading: Reading): string {
  const { start, end } = reading.token;
  expect(reading, 'Identifier');
  return reading.text.slice(start, end);
}

function expect(reading: Reading, type: TokenType): void {
  const actual = reading.token.type;
  if (actual === type) advance(reading);
  else {
    reading.problem ??= `Unable to parse language expression '${shown(reading.text)}': expected token '${type}' and actual '${actual}'.`;
    stop(reading);
  }
}

function refuse(reading: Reading, why: string): void {
  reading.problem ??= `The language expression '${shown(reading.text)}' is not valid: ${why}.`;
  stop(reading);
}

/** The text without what would not print, cut. */
function shown(text: string): string {
  return shorten(text, MAX_SHOWN).slice(1, -1);
}

function stop(reading: Reading): void {
  reading.token = { type: 'EndOfData', start: reading.text.length, end: reading.text.length };
}

const space = /\s*/y;
const word = /[+-]?\d+|[A-Za-z_][\w$]*/y;

function advance(reading: Reading): void {
  const { text, token } = reading;
  const start = matchEnd(space, text, token.end);
  const first = text.charAt(start);
  const mark = punctuation.get(first);
  if (first === '' || reading.problem !== undefined) stop(reading);
  else if (mark !== undefined) reading.token = { type: mark, start, end: start + 1 };
  else if (first === "'") reading.token = { type: 'StringLiteral', start, end: stringEnd(text, start) };
  else
    reading.token = {
      type: /[A-Za-z_]/.test(first) ? 'Identifier' : 'Integer',
      start,
      end: matchEnd(word, text, start),
    };
  const { type, end } = reading.token;
  if (type === 'StringLiteral' && end === 0) refuse(reading, `the string at position '${start}' is not terminated`);
  else if (end === start && type !== 'EndOfData') {
    const character = shorten(String.fromCodePoint(text.codePointAt(start) ?? 0)).slice(1, -1);
    refuse(reading, `the string character '${character}' at position '${start}' is not expected`);
  }
}

/** The offset behind the string that begins at `start`; 0 where it does not end. */
function stringEnd(text: string, start: number): number {
  for (let quote = text.indexOf("'", start + 1); quote >= 0; quote = text.indexOf("'", quote + 2)) {
    if (text.charAt(quote + 1) !== "'") return quote + 1;
  }
  return 0;
}

function matchEnd(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : offset;
}
