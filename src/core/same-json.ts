import { isArray, isObject, own, type Json, type JsonObject } from './json.js';

/** Whether two values are equal as JSON: the order of keys and undefined properties do not count; 1 and 1n are one number, as are 0 and -0. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (isArray(a)) return isArray(b) && a.length === b.length && a.every((item, index) => sameJson(item, b[index]));
  if (isObject(a)) return isObject(b) && sameMembers(a, b);
  if (typeof a === 'bigint') return typeof b === 'number' && Number.isInteger(b) && BigInt(b) === a;
  return typeof b === 'bigint' && typeof a === 'number' && sameJson(b, a);
}

function sameMembers(a: JsonObject, b: JsonObject): boolean {
  const keys = presentKeys(a);
  return (
    keys.length === presentKeys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(own(a, key), own(b, key)))
  );
}

function presentKeys(object: JsonObject): string[] {
  return Object.keys(object).filter((key) => object[key] !== undefined);
}
