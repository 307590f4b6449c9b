import { invariant } from './fault.js';
import { isArray, isObject, type Json, type JsonObject } from './json.js';
import { child, tokens } from './pointer.js';

/** Values by JSON Pointer; undefined takes the key or the item away, `-` at the end adds to a list. */
export type ValueChanges = Readonly<Record<string, Json | undefined>>;

/** A value with the changes made, one after the other: what examples of rules are made of. Each must lead to a place that exists, or to a new key of one. */
export function changed(value: Json, changes: ValueChanges): Json {
  let result = value;
  for (const [pointer, change] of Object.entries(changes)) result = withChange(result, tokens(pointer), change);
  return result;
}

function withChange(value: Json, [token, ...rest]: readonly string[], change: Json | undefined): Json {
  if (token === undefined) return change ?? null;
  if (isArray(value)) {
    const at = token === '-' ? value.length : Number(token);
    const item = rest.length === 0 ? change : withChange(value[at] ?? {}, rest, change);
    return [...value.slice(0, at), ...(item === undefined ? [] : [item]), ...value.slice(at + 1)];
  }
  invariant(isObject(value), `the change leads somewhere: ${child('', token)}`);
  const others = Object.entries(value);
  const below = rest.length === 0 ? change : withChange(value[token] ?? {}, rest, change);
  if (below === undefined) return Object.fromEntries(others.filter(([key]) => key !== token));
  const known = others.some(([key]) => key === token);
  const entries = known
    ? others.map(([key, old]) => [key, key === token ? below : old] as const)
    : [...others, [token, below] as const];
  return Object.fromEntries(entries) as JsonObject; // entries of JSON values
}
