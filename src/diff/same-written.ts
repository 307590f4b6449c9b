import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import { valueAt } from '../core/pointer.js';
import { sameJson } from '../core/same-json.js';
import type { Comparison } from './comparison.js';

/** Values that are looked at before two that are written differently are taken for different. */
const MOST_VALUES = 10_000;

/** Whether two values of extensions are the same when the references in them are followed, as far as a bounded look can tell. */
export function sameWritten({ old, new: other }: Comparison, was: Json | undefined, is: Json | undefined): boolean {
  const [before, after] = [old.definition, other.definition] as unknown as [JsonObject, JsonObject]; // a definition is JSON
  const left: (readonly [Json | undefined, Json | undefined])[] = [[was, is]];
  for (let at = 0; at < left.length; at += 1) {
    if (at > MOST_VALUES) return false;
    const [one, another] = left[at] ?? [];
    if (refOf(one) !== undefined && refOf(one) === refOf(another)) continue; // what it leads to is compared where it stands
    const [from, to] = [followed(before, one), followed(after, another)];
    if (isObject(from) && isObject(to)) {
      for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) left.push([own(from, key), own(to, key)]);
    } else if (isArray(from) && isArray(to) && from.length === to.length) {
      for (const [index, item] of from.entries()) left.push([item, to[index]]);
    } else if (!sameJson(from, to)) return false;
  }
  return true;
}

function refOf(value: Json | undefined): string | undefined {
  const ref = isObject(value) ? own(value, '$ref') : undefined;
  return typeof ref === 'string' ? ref : undefined;
}

/** One step: a chain of references is rare in what nobody reads. */
function followed(document: JsonObject, value: Json | undefined): Json | undefined {
  const ref = refOf(value);
  return ref?.startsWith('#/') ? valueAt(document, ref.slice('#'.length)) : value;
}
