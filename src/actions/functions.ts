import type { Json } from '../core/json.js';
import { expr, type Expr, type Input, type ValueOf } from './expression.js';
import { argument } from './written.js';

/** What is left of a type when it is not null. */
type Present<T> = Exclude<T, null | undefined>;

type List<T> = readonly T[];

function call<T>(name: string, ...values: readonly Input<Json>[]): Expr<T> {
  return expr(`${name}(${values.map(argument).join(', ')})`);
}

/** JSON is what every input is: what is typed more narrowly is only held to fewer values. */
const json = <T>(value: Input<T>) => value as Input<Json>;

/** A text of which no link comes, as analysts defang addresses: `https[:]//`. Entities would do no more where they are read before Markdown. */
function defanged(value: Expr<string>): Expr<string> {
  const links = { '](': '] (', ']:': '] :', '://': '[:]//', 'www.': 'www[.]' };
  return Object.entries(links).reduce((shown, [of, by]) => call<string>('replace', shown, of, by), value);
}

/**
 * The functions of the workflow language that playbooks need, typed. What takes a list or a text takes no null: `coalesce` comes first.
 * What stands behind each: Microsoft's reference of workflow expression functions.
 */
export const fn = {
  /** The first that is not null. */
  coalesce: <T, const F extends Input<Json>>(value: Expr<T>, fallback: F) =>
    call<Present<T> | ValueOf<F>>('coalesce', json(value), fallback),
  /** One or the other; only the one that is given is evaluated. */
  if: <const Then extends Input<Json>, const Else extends Input<Json>>(condition: Expr<boolean>, yes: Then, no: Else) =>
    call<ValueOf<Then> | ValueOf<Else>>('if', condition, yes, no),

  /** Whether both are the same, in type too. */
  equals: <T>(one: Expr<T>, other: Input<T>) => call<boolean>('equals', json(one), json(other)),
  not: (value: Expr<boolean>) => call<boolean>('not', value),
  and: (...values: readonly Expr<boolean>[]) => call<boolean>('and', ...values),
  or: (...values: readonly Expr<boolean>[]) => call<boolean>('or', ...values),
  greater: (one: Input<number>, other: Input<number>) => call<boolean>('greater', one, other),
  less: (one: Input<number>, other: Input<number>) => call<boolean>('less', one, other),
  /** Whether it has nothing in it; true of null. */
  empty: (value: Expr<Json>) => call<boolean>('empty', value),
  /** Whether a list has the item, or a text the text. */
  contains: <T extends Json>(where: Expr<List<T> | string>, what: Input<T>) =>
    call<boolean>('contains', json(where), json(what)),
  /** Whatever the case. */
  startsWith: (value: Expr<string>, start: Input<string>) => call<boolean>('startsWith', value, start),

  /** The first item; null of an empty list. */
  first: <T>(list: Expr<List<T>>) => call<T | null>('first', json(list)),
  last: <T>(list: Expr<List<T>>) => call<T | null>('last', json(list)),
  length: (value: Expr<List<unknown> | string>) => call<number>('length', json(value)),
  /** A member of an object by a name that only a run knows; null where there is none. */
  member: <T>(object: Expr<{ readonly [name: string]: T }>, name: Input<string>) =>
    expr<T | null>(`${object.source}?[${argument(name)}]`),
  /** The items as a text, with something between. */
  join: (list: Expr<List<unknown>>, between: Input<string>) => call<string>('join', json(list), between),
  /** Each item once, of all lists. */
  union: <T>(one: Expr<List<T>>, other: Input<List<T>>) => call<List<T>>('union', json(one), json(other)),
  createArray: <const I extends Input<Json>>(...items: readonly I[]) => call<List<ValueOf<I>>>('createArray', ...items),
  /** At most so many from the front, of a list or a text. */
  take: <T extends List<unknown> | string>(value: Expr<T>, count: Input<number>) => call<T>('take', json(value), count),
  skip: <T extends List<unknown>>(value: Expr<T>, count: Input<number>) => call<T>('skip', json(value), count),
  /** The whole numbers from one on. */
  range: (from: Input<number>, count: Input<number>) => call<List<number>>('range', from, count),

  concat: (...values: readonly Input<Json>[]) => call<string>('concat', ...values),
  replace: (value: Expr<string>, old: Input<string>, by: Input<string>) => call<string>('replace', value, old, by),
  /** A text as HTML shows it, whatever is in it. */
  html: (value: Expr<string>): Expr<string> =>
    call<string>('replace', call('replace', call('replace', value, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'),
  /** A text of others where HTML and Markdown are shown: no markup, link or picture comes of it. */
  inert: (value: Expr<string>) => defanged(fn.html(value)),
  /** A text of others where plain text is shown, without what HTML or Markdown would read if it were not. */
  plain: (value: Expr<string>) => defanged(call<string>('replace', call('replace', value, '<', ' '), '>', ' ')),
  split: (value: Expr<string>, at: Input<string>) => call<List<string>>('split', value, at),
  trim: (value: Expr<string>) => call<string>('trim', value),
  toLower: (value: Expr<string>) => call<string>('toLower', value),
  /** A list or an object as compact JSON, anything else as its text. */
  string: (value: Input<Json>) => call<string>('string', value),
  /** What a JSON text says; fails in a run where it is none. `T` is what you hold it for, which nothing checks. */
  json: <T = Json>(value: Expr<string>) => call<T>('json', value),
  int: (value: Expr<string>) => call<number>('int', value),
  encodeUriComponent: (value: Input<string>) => call<string>('encodeURIComponent', value),

  add: (one: Input<number>, other: Input<number>) => call<number>('add', one, other),
  sub: (one: Input<number>, other: Input<number>) => call<number>('sub', one, other),
  mul: (one: Input<number>, other: Input<number>) => call<number>('mul', one, other),

  utcNow: (format?: string) => (format === undefined ? call<string>('utcNow') : call<string>('utcNow', format)),
  guid: () => call<string>('guid'),
  /** The run: its id, and the workflow's name. */
  workflow: () => call<{ readonly name: string; readonly run: { readonly name: string } }>('workflow'),
  /** The records of what stands in a scope: `{ name, status, error, ... }`. */
  result: (scope: { readonly name: string }) => call<List<ActionResult>>('result', scope.name),
} as const;

/** What the record of an action says, as an expression sees it. */
export interface ActionResult {
  readonly name: string;
  readonly status: string;
  readonly code?: string;
  readonly error?: { readonly code: string; readonly message: string };
  readonly outputs?: Json;
}
