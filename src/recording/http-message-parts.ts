import { isObject, own, typeOf, type Json, type JsonObject } from '../core/json.js';
import { child } from '../core/pointer.js';
import { shorten } from '../core/shorten.js';
import type { Entry, Report } from './format.js';

/** Whether a key is absent or null. */
export function isMissing(object: JsonObject, key: string): boolean {
  return (own(object, key) ?? null) === null;
}

/** The first of `keys` that the object has; the first of all where it has none. */
export function firstOf(object: JsonObject, keys: readonly [string, ...string[]]): string {
  return keys.find((name) => Object.hasOwn(object, name)) ?? keys[0];
}

/** The text, not empty, under the first of `keys` that is there; undefined, and reported, where there is none. */
export function textAt(
  object: JsonObject,
  keys: readonly [string, ...string[]],
  { what, pointer, report }: { readonly what: string; readonly pointer: string; readonly report: Report },
): string | undefined {
  const key = firstOf(object, keys);
  const value = own(object, key);
  if (typeof value === 'string' && value.trim() !== '') return value;
  report(child(pointer, key), `${what} is ${named(value)}, expected a text that is not empty.`);
  return undefined;
}

/** A status as recorders keep it, a number or its three digits; undefined, and reported, where it is none. */
export function statusOf(value: Json | undefined, pointer: string, report: Report): number | undefined {
  const status = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value;
  if (typeof status === 'number' && Number.isInteger(status) && status >= 100 && status <= 599) return status;
  report(pointer, `The response's status is ${named(value)}, expected a number from 100 to 599.`);
  return undefined;
}

/** The items of a list that are objects. The others are reported once, where the first one stands: a list may have millions. */
export function objectsIn(
  list: readonly Json[],
  { pointer, what, report }: { readonly pointer: string; readonly what: string; readonly report: Report },
): readonly Entry[] {
  const entries: Entry[] = [];
  let strays = 0;
  let first = 0;
  for (const [at, value] of list.entries()) {
    if (isObject(value)) entries.push({ value, pointer: child(pointer, at) });
    else if (strays++ === 0) first = at;
  }
  const more = strays > 1 ? `, and ${strays - 1} more are no objects either` : '';
  if (strays > 0) {
    report(child(pointer, first), `The item is of type ${typeOf(list[first] ?? null)}${more}, expected ${what}.`);
  }
  return entries;
}

/** A value in a message: the value where it is short and no object, else its type. */
export function named(value: Json | undefined): string {
  if (value === undefined) return 'absent';
  return typeof value === 'object' && value !== null ? `of type ${typeOf(value)}` : shorten(value);
}
