import type { Json } from '../core/json.js';
import { literal } from '../designer/expression.js';
import { expr, type Expr, type Input } from './expression.js';
import { step, type Step, type StepOptions } from './step.js';
import { written } from './written.js';

/** The types that a variable can have, and what each holds. */
interface Types {
  readonly string: string;
  readonly integer: number;
  readonly float: number;
  readonly boolean: boolean;
  readonly array: readonly Json[];
  readonly object: { readonly [key: string]: Json };
}

/** A variable: its first value is a step at the top of the workflow. */
export interface Variable<T> {
  readonly initialize: Step<never>;
  readonly value: Expr<T>;
  set(title: string, value: Input<T>, options?: StepOptions): Step<never>;
  /** An item, or a piece of text. */
  append(
    title: string,
    value: Input<T extends readonly (infer Item)[] ? Item : string>,
    options?: StepOptions,
  ): Step<never>;
  increment(title: string, by?: Input<number>): Step<never>;
}

/**
 * A variable of the workflow. It is one for the whole run: rounds of a loop that run at once share it.
 *
 * @example
 * const queries = variable('queries', 'array', []);
 */
export function variable<Type extends keyof Types>(
  name: string,
  type: Type,
  first?: Input<Types[Type]>,
): Variable<Types[Type]> {
  const change = (of: string, value: Input<Json>) => ({ value: { type: of, inputs: { name, value: written(value) } } });
  const start = first === undefined ? {} : { value: written(first as Input<Json>) };
  return {
    initialize: step(`Initialize ${name}`, {
      value: { type: 'InitializeVariable', inputs: { variables: [{ name, type, ...start }] } },
    }),
    value: expr(`variables(${literal(name)})`),
    set: (title, value, options) => step(title, { ...options, ...change('SetVariable', value as Input<Json>) }),
    append: (title, value, options) => {
      const of = type === 'string' ? 'AppendToStringVariable' : 'AppendToArrayVariable';
      return step(title, { ...options, ...change(of, value as Input<Json>) });
    },
    increment: (title, by = 1) => step(title, change('IncrementVariable', by)),
  };
}
