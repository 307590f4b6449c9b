/**
 * A JSON value as this project holds it: plain, readonly data.
 * An integer beyond 2^53 is a `bigint`, so that its digits survive (int64 bounds, ids); every other number is a `number`.
 */
export type Json = null | boolean | number | bigint | string | JsonArray | JsonObject;
/** A JSON array, never to be changed. */
export type JsonArray = readonly Json[];
/** A JSON object, never to be changed. Read a key that comes from input with {@link own}. */
export type JsonObject = { readonly [key: string]: Json };

/** Whether `value` is a JSON object: not null, not an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether `value` is a JSON array. `Array.isArray` alone does not narrow a readonly array. */
export function isArray(value: unknown): value is JsonArray {
  return Array.isArray(value);
}

/** The object's own property, or undefined: never one that every object inherits (`constructor`, `__proto__`). */
export function own<Value>(object: { readonly [key: string]: Value }, key: string): Value | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The name of a value's JSON type, as OpenAPI spells it. An integral number is an `integer`. */
export function typeOf(value: Json): 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object' {
  if (value === null) return 'null';
  if (isArray(value)) return 'array';
  switch (typeof value) {
    case 'boolean':
    case 'string':
    case 'object':
      return typeof value as 'boolean' | 'string' | 'object'; // the switch has just said so
    case 'bigint':
      return 'integer';
    default:
      return Number.isInteger(value) ? 'integer' : 'number';
  }
}
