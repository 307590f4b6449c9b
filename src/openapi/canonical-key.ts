import { isArray, isObject, type Json } from '../core/json.js';

/** A text that two JSON values share exactly when they are equal: `1` and `1.0` are, and the order of an object's properties does not count. */
export function canonicalKey(value: Json): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return numberKey(value);
  if (isArray(value)) return `[${value.map(canonicalKey).join(',')}]`;
  if (!isObject(value)) return String(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, inner]) => `${JSON.stringify(name)}:${canonicalKey(inner)}`).join(',')}}`;
}

/** A large integer may be a `bigint` or, when its text had an exponent, a `number`: both have the key of their digits. */
function numberKey(value: number): string {
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? String(BigInt(value)) : String(value);
}
