import type { Json } from '../core/json.js';
import type { Context, Source } from './context.js';
import type { Value } from './value.js';

/** The evaluation that a function is called in. */
export interface Scope {
  readonly context: Context;
  /** Counts characters or items that are read or made; ends the evaluation when they are too many. Called before the work is done. */
  spend(units: number): void;
  /** What the context holds; undefined where it has nothing of the name. */
  find(source: Source, name: string): Value | undefined;
}

/** A call with its arguments evaluated: as many as the signature asks for. */
export interface Call {
  readonly of: ExpressionFunction;
  /** As it was written. */
  readonly name: string;
  readonly values: readonly Value[];
  readonly scope: Scope;
}

/** A call whose arguments are evaluated when they are asked for. */
export interface LazyCall {
  readonly name: string;
  readonly count: number;
  at(index: number): Value;
}

/** An expression without its `@`, in the context of `example-context.ts`, and its value or the message it fails with. */
export type Example =
  | readonly [expression: string, value: Json]
  | readonly [expression: string, value: undefined, message: string];

/** A function of the workflow definition language: what is known of it. */
export interface ExpressionFunction {
  readonly name: string;
  /** `(text: string, startIndex: integer, length?: integer): string`; `...` stands before what may be repeated. */
  readonly signature: string;
  /** What it gives. One sentence, or two. */
  readonly summary: string;
  /** At least one. They are its test and its documentation. */
  readonly examples: readonly Example[];
  readonly evaluate?: (call: Call) => Value;
  /** In place of `evaluate`. */
  readonly lazily?: (call: LazyCall) => Value;
}

/** How many arguments a signature takes. */
export function arity({ signature }: ExpressionFunction): { readonly least: number; readonly most: number } {
  const list = signature.slice(1, signature.lastIndexOf(')'));
  const parameters = list === '' ? [] : list.split(', ');
  const least = parameters.filter((parameter) => !parameter.includes('?:')).length;
  return {
    least,
    most: parameters.some((parameter) => parameter.startsWith('...')) ? Number.POSITIVE_INFINITY : parameters.length,
  };
}
