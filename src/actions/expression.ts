import type { Json } from '../core/json.js';
import { literal } from '../designer/expression.js';

declare const valueType: unique symbol;

/**
 * A value that only a run has: an expression of the workflow language, with the TypeScript type of what it gives.
 * Made by triggers, steps, variables, parameters, `fn` and `text`; never by hand, so that it always reads.
 */
export interface Expr<out T> {
  readonly kind: 'expression';
  /** As an argument of a function has it: `body('Ask')?['id']`. */
  readonly source: string;
  /** As a value of an action has it: `@body('Ask')?['id']`, or a text with `@{...}` in it. */
  readonly written: string;
  /** Known to the compiler only. */
  readonly [valueType]?: T;
  /**
   * A property or an item: `?['key']`, `?[0]`. Null where there is none, because an answer may lack anything; `fn.coalesce` says what is used then.
   * Fails in a run where the value is a text or a number.
   */
  at<Key extends KeyOf<T>>(key: Key): Expr<ValueAt<T, Key>>;
}

/** What `at` takes: a property's name, an item's index. */
export type KeyOf<T> = T extends readonly unknown[]
  ? number
  : T extends string | number | bigint | boolean | null | undefined
    ? never
    : keyof T & (string | number);

/** What `at` gives; null where there is nothing. */
export type ValueAt<T, Key> =
  | (T extends readonly (infer Item)[] ? Item : Key extends keyof T ? Exclude<T[Key], undefined> : never)
  | null;

/** What may be given where a run needs a `T`: the value itself, an expression, or a list or object of both. */
export type Input<T> = Expr<T> | Written<T>;

type Written<T> = T extends string | number | bigint | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Input<Item>[]
    : { readonly [Key in keyof T]: Input<T[Key]> };

/** What an input is once it is evaluated. */
export type ValueOf<I> =
  I extends Expr<infer T>
    ? T
    : I extends readonly (infer Item)[]
      ? readonly ValueOf<Item>[]
      : I extends object
        ? { readonly [Key in keyof I]: ValueOf<I[Key]> }
        : I;

/** An expression of this source. */
export function expr<T>(source: string, written = `@${source}`): Expr<T> {
  const at = <Key extends KeyOf<T>>(key: Key) =>
    expr<ValueAt<T, Key>>(`${source}?[${typeof key === 'string' ? literal(key) : String(key)}]`);
  return { kind: 'expression', source, written, at };
}

/** Whether it is an expression, and no value of JSON. */
export function isExpr(value: unknown): value is Expr<Json> {
  // JSON holds no functions; a list has an `at` of its own
  return (
    typeof value === 'object' && value !== null && 'kind' in value && 'at' in value && typeof value.at === 'function'
  );
}
