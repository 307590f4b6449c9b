import { isArray, isObject, type Json } from '../core/json.js';
import { writeJson } from '../core/json-write.js';
import { isExpr, type Input } from './expression.js';
import { literal } from '../designer/expression.js';

/** A value as an action stores it: expressions written, and in texts whatever would be taken for one escaped. */
export function written(value: Input<Json>): Json {
  if (isExpr(value)) return value.written;
  if (typeof value === 'string') return escaped(value);
  if (isArray(value)) return value.map((item) => written(item as Input<Json>)); // an item is an input
  if (!isObject(value)) return value as Json; // nothing else is left
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([key, member]) => [escaped(key), written(member as Input<Json>)]));
}

/** A text that stays what it is: one that begins with `@` gets another, and nothing in it is then read; else `@{` gets one. */
export function escaped(text: string): string {
  return text.startsWith('@') ? `@${text}` : text.replaceAll('@{', '@@{');
}

/**
 * A value as an argument of a function.
 *
 * @throws Error for an object with an expression in it: the language has no such literal.
 */
export function argument(value: Input<Json>): string {
  if (isExpr(value)) return value.source;
  if (typeof value === 'string') return literal(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (isConstant(value)) return `json(${literal(writeJson(value as Json, { indent: 0 }).trimEnd())})`;
  if (isArray(value)) return `createArray(${value.map((item) => argument(item as Input<Json>)).join(', ')})`;
  throw new Error(
    'An object with an expression in it cannot be an argument of a function: make it in a Compose action first.',
  );
}

function isConstant(value: Input<Json>): boolean {
  if (isExpr(value)) return false;
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every((member) => isConstant(member as Input<Json>));
}
