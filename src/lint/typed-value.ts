import type { Json } from '../core/json.js';
import { hasType } from '../openapi/check-value-type.js';
import type { Typed } from './typed.js';

/** Whether a `default` or an item of an `enum` has the type that is declared beside it. Where there is none, everything has it. */
export function fits(value: Json, { type, 'x-nullable': nullable }: Typed): boolean {
  if (value === null) return nullable === true || type === undefined || !isKnown(type);
  return type === undefined || !isKnown(type) || hasType(value, type);
}

/** The reader of definitions lets `null` pass, which OpenAPI 2.0 does not have. */
function isKnown(type: string): boolean {
  return type !== 'null';
}

/** The value that was meant, where its text is right and only its type is not: 5 for "5", "5" for 5, true for "True". */
export function asType(value: Json, type: Typed['type']): Json | undefined {
  if (type === 'string') {
    const isPlain = typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';
    return isPlain ? String(value) : undefined;
  }
  if (typeof value !== 'string') return undefined;
  if (type === 'boolean') return /^true$/i.test(value) ? true : /^false$/i.test(value) ? false : undefined;
  if (type !== 'integer' && type !== 'number') return undefined;
  if (!/^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/.test(value)) return undefined;
  const number = Number(value);
  return type === 'number' || Number.isInteger(number) ? number : undefined;
}
