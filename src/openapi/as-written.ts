import type { Finding } from '../core/finding.js';
import { isArray, isObject, own, type Json, type JsonArray, type JsonObject } from '../core/json.js';
import { child, tokens } from '../core/pointer.js';

/*
 * Reading leaves out of lists what it cannot use, and puts something in for required keys that are missing: what was read then differs
 * from what is written. Both are noted beside the values, because these are plain data that whoever reads them needs no more of.
 */

/** Of lists that items were left out of: where those that are left stand in the document. */
const places = new WeakMap<object, readonly number[]>();
/** Of objects: the keys that stand in for missing ones. */
const standIns = new WeakMap<object, readonly string[]>();

/** What was read by a table and is not all that was written: the values at the top. */
const changed = new WeakSet<object>();

/** Notes that what was read at the top differs somewhere from what is written. */
export function noteChanged(read: object): void {
  changed.add(read);
}

/** Whether what was read at the top differs somewhere from what is written. */
export function isChanged(read: object): boolean {
  return changed.has(read);
}

/** The items of a list that are not left out; undefined is. */
export function withoutLeftOut(items: readonly (Json | undefined)[]): JsonArray {
  const entries = [...items.entries()].filter((entry): entry is [number, Json] => entry[1] !== undefined);
  const list = entries.map(([, item]) => item);
  if (list.length < items.length) {
    places.set(
      list,
      entries.map(([place]) => place),
    );
  }
  return list;
}

/** An object with what stands in for keys that it lacks. */
export function withStandIns(object: JsonObject, fills: JsonObject): JsonObject {
  const filled = { ...object, ...fills };
  standIns.set(filled, Object.keys(fills));
  return filled;
}

/**
 * Where in the document as it is written a place of what was read stands; undefined for what reading has put in, and what is below it.
 * `read` is the value at the top.
 */
export function asWritten(read: object, pointer: string): string | undefined {
  if (!changed.has(read)) return pointer;
  let here: unknown = read;
  let written = '';
  for (const token of tokens(pointer)) {
    if (isArray(here)) {
      written = child(written, places.get(here)?.[Number(token)] ?? token);
      here = here[Number(token)];
    } else {
      if (isObject(here) && standIns.get(here)?.includes(token)) return undefined;
      written = child(written, token);
      here = isObject(here) ? own(here, token) : undefined;
    }
  }
  return written;
}

/** Findings about what was read, at their places in the document as it is written; those about what reading has put in are left out. */
export function findingsAsWritten(read: object, findings: readonly Finding[]): readonly Finding[] {
  if (!changed.has(read)) return findings;
  return findings.flatMap((found) => {
    const pointer = asWritten(read, found.pointer);
    return pointer === undefined ? [] : [{ ...found, pointer }];
  });
}
