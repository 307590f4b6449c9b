import { isArray, isObject, type JsonObject } from '../core/json.js';
import { child } from '../core/pointer.js';
import { redactText } from '../http/redact.js';
import { isSecretField, kindOfName } from '../http/secret-names.js';
import { isSuspicious } from '../http/secret-suspicion.js';
import { hidden } from '../http/secret-values.js';

/** In characters: no key that is known by its look is shorter. */
const shortest = 12;

/** Whether a text holds what looks like a key, a token or a password, whatever it is called. */
export function looksSecret(text: string): boolean {
  // expressions of policies name the parameter that holds the key
  const isPlain = text.length < shortest || !isSuspicious(text) || text.includes('@connectionParameters(');
  return !isPlain && redactText(text) !== text;
}

/** Whether a value can be a secret because of the name that it has: of nearly all names none is. */
export function mayNameSecret(name: string): boolean {
  return kindOfName(name) !== 'other';
}

/** Whether a value is a secret because of the name that it has. What is empty or a placeholder is none. */
export function isNamedSecret(name: string, value: unknown): boolean {
  return typeof value === 'string' && isSecretField(name, value) && hidden(name, value) !== value;
}

/** Whether any text in an object or a list looks like a secret. Texts of a definition repeat often, and nearly none has one. */
export function holdsSecret(values: object, seen = new Set<string>()): boolean {
  if (isArray(values)) {
    for (let index = 0; index < values.length; index += 1) if (isOrHoldsSecret(values[index], seen)) return true;
    return false;
  }
  for (const key in values) {
    const value = (values as JsonObject)[key]; // it is one of its keys
    const isShort = typeof value === 'string' && value.length < shortest; // as most are
    if (!isShort && isOrHoldsSecret(value, seen)) return true;
  }
  return false;
}

function isOrHoldsSecret(value: unknown, seen: Set<string>): boolean {
  if (typeof value !== 'string') return typeof value === 'object' && value !== null && holdsSecret(value, seen);
  if (value.length < shortest || seen.has(value)) return false;
  seen.add(value);
  return looksSecret(value);
}

/** Calls `found` for each text in a value, with its place and the name of the member that it is, or is in a list of. */
export function eachText(
  value: unknown,
  { pointer, name = '' }: { readonly pointer: string; readonly name?: string },
  found: (text: string, pointer: string, name: string) => void,
): void {
  if (typeof value === 'string') found(value, pointer, name);
  else if (isArray(value)) {
    value.forEach((item, index) => eachText(item, { pointer: child(pointer, index), name }, found));
  } else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) eachText(item, { pointer: child(pointer, key), name: key }, found);
  }
}
