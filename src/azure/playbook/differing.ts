import { isArray, isObject, type Json } from '../../core/json.js';
import { child } from '../../core/pointer.js';
import { sameJson } from '../../core/same-json.js';

/** This many places of one value are told apart. */
const MOST = 200;

/** The JSON Pointers of the places in which two values differ: of what one of them lacks, that of the whole. */
export function differing(one: Json | undefined, other: Json | undefined): readonly string[] {
  const found: string[] = [];
  walk(one, other, { pointer: '', found });
  return found;
}

function walk(
  one: Json | undefined,
  other: Json | undefined,
  at: { readonly pointer: string; readonly found: string[] },
): void {
  const { pointer, found } = at;
  if (found.length >= MOST) return;
  const keys = keysOf(one, other);
  if (keys === undefined && !sameJson(one, other)) found.push(pointer);
  for (const key of keys ?? []) walk(memberOf(one, key), memberOf(other, key), { pointer: child(pointer, key), found });
}

/** The keys of two objects or two lists of one length; undefined for anything else. */
function keysOf(one: Json | undefined, other: Json | undefined): readonly string[] | undefined {
  if (isObject(one) && isObject(other)) return [...new Set([...Object.keys(one), ...Object.keys(other)])];
  if (one === undefined || other === undefined || !isArray(one) || !isArray(other)) return undefined;
  return one.length === other.length ? one.map((_, at) => String(at)) : undefined;
}

function memberOf(value: Json | undefined, key: string): Json | undefined {
  if (value !== undefined && isArray(value)) return value[Number(key)];
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
