import { parseExpression, type Parsed } from './parse.js';
import type { SyntaxProblem } from './problem.js';
import type { Expression } from './syntax.js';

/** What a string of a workflow is. */
export type Template =
  /** A text, what was escaped in it restored. */
  | { readonly kind: 'text'; readonly text: string }
  /** `@expression`: the value of any type. */
  | { readonly kind: 'expression'; readonly expression: Expression; readonly refused?: SyntaxProblem }
  /** A text with `@{expression}` in it, the expression alone too: always a text. Neighbors are never both texts. */
  | {
      readonly kind: 'interpolation';
      readonly parts: readonly (string | Expression)[];
      readonly refused?: SyntaxProblem;
    };

/**
 * Reads a string of a workflow: `@expression`, a text with `@{expression}` in it, or a text.
 * `@@` at the beginning stands for `@`, and nothing in such a text is an expression; `@@{` elsewhere stands for `@{`.
 */
export function readTemplate(text: string): Template | { readonly kind: 'broken'; readonly problem: SyntaxProblem } {
  if (text.startsWith('@@')) return { kind: 'text', text: text.slice(1) };
  if (text.startsWith('@') && text.length > 1 && text.charAt(1) !== '{') {
    const parsed = parseExpression(text, 1, false);
    if ('problem' in parsed) return { kind: 'broken', ...parsed };
    return { kind: 'expression', expression: parsed.expression, ...refusedOf([parsed]) };
  }
  return text.includes('@{') ? interpolated(text) : { kind: 'text', text };
}

function interpolated(text: string): ReturnType<typeof readTemplate> {
  const parts: (string | Expression)[] = [];
  const read: Parsed[] = [];
  let literal = '';
  let from = 0;
  for (let at = text.indexOf('@{'); at >= 0; at = text.indexOf('@{', from)) {
    if (at > from && text.charAt(at - 1) === '@') {
      literal += `${text.slice(from, at)}{`;
      from = at + '@{'.length;
      continue;
    }
    const parsed = parseExpression(text, at + '@{'.length, true);
    if ('problem' in parsed) return { kind: 'broken', ...parsed };
    literal += text.slice(from, at);
    if (literal !== '') parts.push(literal);
    parts.push(parsed.expression);
    read.push(parsed);
    literal = '';
    from = parsed.end;
  }
  literal += text.slice(from);
  if (read.length === 0) return { kind: 'text', text: literal };
  return { kind: 'interpolation', parts: literal === '' ? parts : [...parts, literal], ...refusedOf(read) };
}

function refusedOf(read: readonly Parsed[]): { readonly refused?: SyntaxProblem } {
  const refused = read.find((parsed) => parsed.refused)?.refused;
  return refused ? { refused } : {};
}
