/** What a token is, by the names that the service's messages have for it; `At` and `Other` are characters that it does not expect. */
export type TokenType =
  | 'Identifier'
  | 'StringLiteral'
  | 'IntegerLiteral'
  | 'FloatLiteral'
  | 'LeftParenthesis'
  | 'RightParenthesis'
  | 'LeftSquareBracket'
  | 'RightSquareBracket'
  | 'Comma'
  | 'Dot'
  | 'QuestionMark'
  | 'EndOfData'
  | 'At'
  | 'RightBrace'
  | 'Other'
  | 'OpenString'
  | 'BadNumber';

/** One token of an expression; `start` and `end` are offsets in the scanned text. */
export interface Token {
  readonly type: TokenType;
  readonly start: number;
  readonly end: number;
}

const punctuation: ReadonlyMap<string, TokenType> = new Map([
  ['(', 'LeftParenthesis'],
  [')', 'RightParenthesis'],
  ['[', 'LeftSquareBracket'],
  [']', 'RightSquareBracket'],
  [',', 'Comma'],
  ['.', 'Dot'],
  ['?', 'QuestionMark'],
  ['@', 'At'],
  ['}', 'RightBrace'],
]);

const space = /\s*/y;
const identifier = /[\p{L}\p{Nd}_$]+/uy;
/** As the service's scanner reads it: what is too little of a number is only seen when the whole is known. */
const number = /[+-]?\d*(\.\d*)?([eE][+-]?\d*)?/y;
const wholeNumber = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** The token at or after `offset`, behind white space. */
export function scan(text: string, offset: number): Token {
  const start = matchEnd(space, text, offset);
  const first = text.charAt(start);
  if (first === '') return { type: 'EndOfData', start, end: start };
  const type = punctuation.get(first);
  if (type !== undefined) return { type, start, end: start + 1 };
  if (first === "'") return scanString(text, start);
  if (/[\d+-]/.test(first)) return scanNumber(text, start);
  const end = matchEnd(identifier, text, start);
  return end > start ? { type: 'Identifier', start, end } : { type: 'Other', start, end: start + 1 };
}

/** The number at `start`, where one may begin with a point too: `.5`. */
export function scanNumber(text: string, start: number): Token {
  const end = matchEnd(number, text, start);
  const after = matchEnd(identifier, text, end);
  if (after > end) return { type: 'Other', start: end, end: end + 1 };
  const digits = text.slice(start, end);
  if (!wholeNumber.test(digits)) return { type: 'BadNumber', start, end };
  return { type: /[.eE]/.test(digits) ? 'FloatLiteral' : 'IntegerLiteral', start, end };
}

function scanString(text: string, start: number): Token {
  for (let quote = text.indexOf("'", start + 1); quote >= 0; quote = text.indexOf("'", quote + 2)) {
    if (text.charAt(quote + 1) !== "'") return { type: 'StringLiteral', start, end: quote + 1 };
  }
  return { type: 'OpenString', start, end: text.length };
}

function matchEnd(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : offset;
}
