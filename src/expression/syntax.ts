/** Where a node stands in the string that was read: UTF-16 offsets, the end excluded. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** An expression of the workflow definition language, as it was written. Nested at most `MAX_EXPRESSION_DEPTH` deep. */
export type Expression = Constant | Text | Integer | Float | Call | Access;

/** `null`, `true` or `false`, in any case. */
export interface Constant extends Span {
  readonly kind: 'constant';
  readonly value: null | boolean;
}

/** A string in single quotes; a doubled quote in it stands for one. */
export interface Text extends Span {
  readonly kind: 'text';
  readonly value: string;
}

/** A whole number of 64 bits; a `bigint` exactly where a `number` would lose digits. Its division drops the rest. */
export interface Integer extends Span {
  readonly kind: 'integer';
  readonly value: number | bigint;
}

/** A number that is written with a point or an exponent. */
export interface Float extends Span {
  readonly kind: 'float';
  readonly value: number;
}

/** A function and what it is called with. Names are compared without case. */
export interface Call extends Span {
  readonly kind: 'call';
  readonly name: string;
  readonly arguments: readonly Expression[];
}

/** A value and the properties or items that are selected from it, one after the other. */
export interface Access extends Span {
  readonly kind: 'access';
  readonly from: Exclude<Expression, Access>;
  /** At least one. */
  readonly steps: readonly Step[];
}

/** `.name`, `?.name`, `[key]` or `?[key]`. */
export interface Step extends Span {
  /** A text for a name after a dot. */
  readonly key: Expression;
  /** With a question mark: what is null or lacks the key gives null and no error. */
  readonly optional: boolean;
}

/** Calls `visit` for `expression` and everything in it, a node before what it holds, from left to right. */
export function walkExpression(expression: Expression, visit: (node: Expression) => void): void {
  visit(expression);
  if (expression.kind === 'call') for (const argument of expression.arguments) walkExpression(argument, visit);
  if (expression.kind !== 'access') return;
  walkExpression(expression.from, visit);
  for (const { key } of expression.steps) walkExpression(key, visit);
}
