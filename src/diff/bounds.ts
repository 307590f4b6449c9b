import type { Json } from '../core/json.js';
import { boundRules } from './bound-rules.js';
import type { DiffRule } from './rule.js';
import { keyword, type View } from './view.js';

/** Compares what two views say with one keyword: the edit, or undefined where they say the same. */
type Compare = (was: View, is: View) => DiffRule | undefined;

const { boundTightened, boundLoosened, boundChanged } = boundRules;

/** The keywords that bound a value, each with its comparison. */
export const bounds: ReadonlyMap<string, Compare> = new Map<string, Compare>([
  ['maximum', upper],
  ['exclusiveMaximum', (was, is) => (same(was, is, 'maximum') ? upper(was, is) : undefined)],
  ['minimum', lower],
  ['exclusiveMinimum', (was, is) => (same(was, is, 'minimum') ? lower(was, is) : undefined)],
  ...['maxLength', 'maxItems', 'maxProperties'].map((key) => [key, limit(key, Number.POSITIVE_INFINITY, 1)] as const),
  ...['minLength', 'minItems', 'minProperties'].map((key) => [key, limit(key, 0, -1)] as const),
  [
    'uniqueItems',
    (was, is) =>
      changeOf(Number(keyword(was, 'uniqueItems') === true), Number(keyword(is, 'uniqueItems') === true), -1),
  ],
  ['pattern', (was, is) => given(keyword(was, 'pattern'), keyword(is, 'pattern')) ?? boundChanged],
  ['multipleOf', multiple],
]);

type Bound = number | bigint;

function upper(was: View, is: View): DiffRule | undefined {
  return edge(was, is, { key: 'maximum', exclusive: 'exclusiveMaximum', sign: 1 });
}

function lower(was: View, is: View): DiffRule | undefined {
  return edge(was, is, { key: 'minimum', exclusive: 'exclusiveMinimum', sign: -1 });
}

interface Edge {
  readonly key: string;
  readonly exclusive: string;
  /** 1 where a greater bound is the looser one. */
  readonly sign: 1 | -1;
}

function edge(was: View, is: View, { key, exclusive, sign }: Edge): DiffRule | undefined {
  const [from, to] = [keyword(was, key), keyword(is, key)];
  if (!isBound(from) || !isBound(to)) return given(from, to);
  const outer = changeOf(from, to, sign);
  if (outer) return outer;
  const open = (view: View) => Number(keyword(view, exclusive) === true);
  return changeOf(open(was), open(is), -1);
}

function limit(key: string, absent: number, sign: 1 | -1): Compare {
  const read = (view: View): Bound => {
    const value = keyword(view, key);
    return isBound(value) ? value : absent;
  };
  return (was, is) => changeOf(read(was), read(is), sign);
}

function multiple(was: View, is: View): DiffRule | undefined {
  const [from, to] = [keyword(was, 'multipleOf'), keyword(is, 'multipleOf')];
  if (!isBound(from) || !isBound(to)) return given(from, to);
  const isWhole = (quotient: number) => Math.abs(quotient - Math.round(quotient)) < 1e-9;
  if (isWhole(Number(to) / Number(from))) return boundTightened;
  return isWhole(Number(from) / Number(to)) ? boundLoosened : boundChanged;
}

/** Of a bound that only one of them has. */
function given(from: Json | undefined, to: Json | undefined): DiffRule | undefined {
  if ((from === undefined) === (to === undefined)) return undefined;
  return from === undefined ? boundTightened : boundLoosened;
}

function changeOf(from: Bound, to: Bound, sign: 1 | -1): DiffRule | undefined {
  if (from < to) return sign === 1 ? boundLoosened : boundTightened;
  if (from > to) return sign === 1 ? boundTightened : boundLoosened;
  return undefined;
}

const isBound = (value: Json | undefined): value is Bound => typeof value === 'number' || typeof value === 'bigint';

function same(was: View, is: View, key: string): boolean {
  const [from, to] = [keyword(was, key), keyword(is, key)];
  return isBound(from) && isBound(to) ? changeOf(from, to, 1) === undefined : from === to;
}
