import { MAX_EXPRESSION_DEPTH, MAX_EXPRESSION_LENGTH } from './limits.js';
import { scan, scanNumber, type Token, type TokenType } from './scan.js';
import { notExpected, notValid, wrongToken, type SyntaxProblem } from './problem.js';
import type { Expression, Step } from './syntax.js';

/** An expression that was read, and where it ends. */
export interface Parsed {
  readonly expression: Expression;
  /** The offset behind the expression, and behind the brace that closes it. */
  readonly end: number;
  /**
   * What the service says of the first `@` within the expression, as in `@not(@empty(x))`. It is read as if it were not there,
   * as other tools do; the service refuses it when the workflow is saved.
   */
  readonly refused?: SyntaxProblem;
}

/** A reading: one token is looked at ahead, as the service does, so that of two problems the same one is told. */
interface Reading {
  readonly text: string;
  readonly start: number;
  readonly closed: boolean;
  token: Token;
  problem?: SyntaxProblem;
  refused?: SyntaxProblem;
}

/**
 * Reads the expression that stands in `text` at `start`: to the end of the text or, where it is `closed`, to the brace that closes it.
 * Takes time in proportion to its length.
 */
export function parseExpression(
  text: string,
  start: number,
  closed: boolean,
): Parsed | { readonly problem: SyntaxProblem } {
  const reading: Reading = { text, start, closed, token: { type: 'EndOfData', start, end: start } };
  advance(reading);
  const expression = operand(reading, 0);
  const { type, end } = reading.token;
  if (!closed) expect(reading, 'EndOfData');
  else if (type === 'EndOfData') refuse(reading, start, (part) => notValid(part, 'it is not closed by a "}"'));
  else if (type !== 'RightBrace') expect(reading, 'EndOfData');
  if (reading.problem) return { problem: reading.problem };
  return { expression, end, ...(reading.refused && { refused: reading.refused }) };
}

function operand(reading: Reading, depth: number): Expression {
  const from = primary(reading, depth);
  const steps: Step[] = [];
  for (let step = nextStep(reading, depth); step !== undefined; step = nextStep(reading, depth)) steps.push(step);
  const last = steps.at(-1);
  return last === undefined ? from : { kind: 'access', from, steps, start: from.start, end: last.end };
}

function primary(reading: Reading, depth: number): Exclude<Expression, { kind: 'access' }> {
  const { text } = reading;
  if (depth > MAX_EXPRESSION_DEPTH) {
    const why = `it is nested deeper than ${MAX_EXPRESSION_DEPTH} levels`;
    refuse(reading, reading.token.start, (part) => notValid(part, why));
  }
  if (reading.token.type === 'At') passAt(reading);
  if (reading.token.type === 'Dot') setToken(reading, scanNumber(text, reading.token.start));
  const { type, start, end } = reading.token;
  const written = text.slice(start, end);
  if (type !== 'StringLiteral' && type !== 'IntegerLiteral' && type !== 'FloatLiteral') {
    expect(reading, 'Identifier');
    if (reading.problem) return { kind: 'constant', value: null, start, end };
    return named(reading, { name: written, start, depth });
  }
  advance(reading);
  if (type === 'StringLiteral') return { kind: 'text', value: written.slice(1, -1).replaceAll("''", "'"), start, end };
  if (type === 'FloatLiteral') return { kind: 'float', value: Number(written), start, end };
  return { kind: 'integer', value: integer(reading, written, start), start, end };
}

const constants: ReadonlyMap<string, null | boolean> = new Map([
  ['null', null],
  ['true', true],
  ['false', false],
]);

function named(reading: Reading, { name, start, depth }: { name: string; start: number; depth: number }) {
  const end = start + name.length;
  const constant = constants.get(name.toLowerCase());
  if (constant !== undefined && reading.token.type !== 'LeftParenthesis') {
    return { kind: 'constant', value: constant, start, end } as const;
  }
  expect(reading, 'LeftParenthesis');
  const given: Expression[] = [];
  if (reading.token.type !== 'RightParenthesis') given.push(operand(reading, depth + 1));
  while (reading.token.type === 'Comma') {
    advance(reading);
    given.push(operand(reading, depth + 1));
  }
  return { kind: 'call', name, arguments: given, start, end: expect(reading, 'RightParenthesis') } as const;
}

function nextStep(reading: Reading, depth: number): Step | undefined {
  const { start } = reading.token;
  const optional = reading.token.type === 'QuestionMark';
  if (optional) advance(reading);
  if (reading.token.type === 'Dot') {
    advance(reading);
    const { start: from } = reading.token;
    const end = expect(reading, 'Identifier');
    return { key: { kind: 'text', value: reading.text.slice(from, end), start: from, end }, optional, start, end };
  }
  if (!optional && reading.token.type !== 'LeftSquareBracket') return undefined;
  expect(reading, 'LeftSquareBracket');
  const key = operand(reading, depth + 1);
  return { key, optional, start, end: expect(reading, 'RightSquareBracket') };
}

/** The number; a `bigint` where a `number` would lose digits. */
function integer(reading: Reading, digits: string, start: number): number | bigint {
  const value = Number(digits);
  if (Number.isSafeInteger(value)) return value;
  const exact = Math.abs(value) < 2 ** 65 ? BigInt(digits) : 0n;
  if (exact !== 0n && BigInt.asIntN(64, exact) === exact) return exact;
  refuse(reading, start, (part) =>
    notValid(part, `the number at position '${start - reading.start}' has more than 64 bits`),
  );
  return 0;
}

/** Passes an `@` that stands before an operand, but not one that would begin an interpolation. */
function passAt(reading: Reading): void {
  const { start, end } = reading.token;
  const problem = { message: notExpected(written(reading), '@', start - reading.start), offset: start };
  if (reading.text.charAt(end) === '{') reading.problem ??= problem;
  reading.refused ??= problem;
  advance(reading);
}

/** Goes on behind a token of this type and gives the offset where it ended; tells of any other. */
function expect(reading: Reading, type: TokenType): number {
  const { token } = reading;
  if (token.type === 'At') refuse(reading, token.start, (part) => notExpected(part, '@', token.start - reading.start));
  if (token.type !== type) {
    const actual = token.type === 'RightBrace' ? 'EndOfData' : token.type;
    refuse(reading, token.start, (part) => wrongToken(part, type, actual));
  }
  if (type !== 'EndOfData') advance(reading);
  return token.end;
}

/** Goes to the next token. Behind a problem there is none, so that every loop ends. */
function advance(reading: Reading): void {
  const { text, token } = reading;
  const over = reading.problem !== undefined;
  setToken(reading, over ? { type: 'EndOfData', start: token.end, end: token.end } : scan(text, token.end));
}

function setToken(reading: Reading, token: Token): void {
  const { text, closed } = reading;
  const at = token.start - reading.start;
  reading.token = token;
  if (token.end - reading.start > MAX_EXPRESSION_LENGTH) {
    const why = `it is longer than ${MAX_EXPRESSION_LENGTH} characters`;
    refuse(reading, reading.start, (part) => notValid(part, why));
  } else if (token.type === 'Other' || (token.type === 'RightBrace' && !closed)) {
    const character = String.fromCodePoint(text.codePointAt(token.start) ?? 0);
    refuse(reading, token.start, (part) => notExpected(part, character, at));
  } else if (token.type === 'OpenString') {
    refuse(reading, token.start, (part) => notValid(part, `the string at position '${at}' is not terminated`));
  } else if (token.type === 'BadNumber') {
    refuse(reading, token.start, (part) => notValid(part, `there is no number at position '${at}'`));
  }
}

/** Keeps the first problem, and ends the reading. `say` gives its sentence for the expression's text. */
function refuse(reading: Reading, offset: number, say: (part: string) => string): void {
  reading.problem ??= { message: say(written(reading)), offset };
  reading.token = { type: 'EndOfData', start: offset, end: reading.text.length };
}

/** The expression as it was written. Of one that a brace closes: as far as the first brace outside of a string. */
function written({ text, start, closed }: Reading): string {
  const part = text.slice(start);
  return closed ? (/^(?:[^'}]|'[^']*')*/.exec(part.slice(0, MAX_EXPRESSION_LENGTH))?.[0] ?? part) : part;
}
