import { isArray, isObject, type Json, type JsonObject } from '../core/json.js';
import { escapeText } from './escape.js';

/** The expression as a template holds it. */
export function expression(text: string): string {
  return `[${text}]`;
}

/** `parameters('Name')`. */
export function parameter(name: string): string {
  return `parameters(${quoted(name)})`;
}

/** `variables('Name')`. */
export function variable(name: string): string {
  return `variables(${quoted(name)})`;
}

/** A text within an expression. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The value as a template has to hold it: texts that look like expressions are marked as none. Keys are never expressions. */
export function literal(value: Json): Json {
  if (typeof value === 'string') return escapeText(value);
  if (isArray(value)) return value.map(literal);
  return isObject(value) ? literals(value) : value;
}

/** The same for an object. */
export function literals(value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, literal(one)]));
}
