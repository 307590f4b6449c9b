import type { Json, JsonObject } from '../core/json.js';
import type { Infer } from '../openapi/infer.js';
import type { Schema } from '../openapi/types.js';
import { expr, type Expr, type Input, type ValueOf } from './expression.js';
import { step, type Step, type StepOptions } from './step.js';
import { written } from './written.js';

/** A value that later steps can name. */
export function compose<const I extends Input<Json>>(
  title: string,
  value: I,
  options: StepOptions = {},
): Step<ValueOf<I>> {
  return step(title, { ...options, value: { type: 'Compose', inputs: written(value) }, bodyOf: 'outputs' });
}

/** A JSON text, or a value, held against a schema: what does not fit fails the step. */
export function parseJson<S extends Schema>(
  title: string,
  content: Expr<Json>,
  { schema, ...options }: StepOptions & { readonly schema: S },
): Step<Infer<S>> {
  const value = { type: 'ParseJson', inputs: { content: content.written, schema: schema as unknown as JsonObject } };
  return step(title, { ...options, value });
}

/** Something made of each item. */
export function select<T, const I extends Input<Json>>(
  title: string,
  from: Expr<readonly T[]>,
  make: (item: Expr<T>) => I,
): Step<readonly ValueOf<I>[]> {
  const made = written(make(expr('item()')));
  return step(title, { value: { type: 'Select', inputs: { from: from.written, select: made } } });
}

/** The items for which it holds. */
export function filter<T>(
  title: string,
  from: Expr<readonly T[]>,
  holds: (item: Expr<T>) => Expr<boolean>,
): Step<readonly T[]> {
  return step(title, {
    value: { type: 'Query', inputs: { from: from.written, where: holds(expr('item()')).written } },
  });
}

/** The items as one text. */
export function join(title: string, from: Expr<readonly unknown[]>, joinWith: Input<string>): Step<string> {
  return step(title, { value: { type: 'Join', inputs: { from: from.written, joinWith: written(joinWith) } } });
}

/** A table of the items: CSV, or HTML with its texts escaped. */
export function table<T>(
  title: string,
  from: Expr<readonly T[]>,
  {
    format,
    columns,
  }: { readonly format: 'CSV' | 'HTML'; readonly columns?: (item: Expr<T>) => Readonly<Record<string, Input<Json>>> },
): Step<string> {
  const made = columns && Object.entries(columns(expr('item()')));
  const listed = made?.map(([header, value]) => ({ header: written(header), value: written(value) }));
  return step(title, {
    value: { type: 'Table', inputs: { from: from.written, format, ...(listed ? { columns: listed } : {}) } },
  });
}
