import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';

/**
 * Stands in a resolved text for what is only known when the template is deployed: any text, or any value where it is the whole.
 * A character that Unicode sets apart for such use, so no text holds it by itself.
 */
export const HOLE = '\uFDD0';

/** Whether a part of the text is not known. */
export function hasHole(text: string): boolean {
  return text.includes(HOLE);
}

/** The property that an object has under this name, whatever its case: as templates are read. The exact name comes first. */
export function ofAnyCase(object: JsonObject, name: string): Json | undefined {
  const exact = own(object, name);
  if (exact !== undefined) return exact;
  const lower = name.toLowerCase();
  const key = Object.keys(object).find((each) => each.toLowerCase() === lower);
  return key === undefined ? undefined : object[key];
}

/** What `key` selects from a resolved value; a hole where that cannot be known. */
export function selected(value: Json, key: Json): Json {
  let found: Json | undefined;
  if (typeof key === 'string' && isObject(value)) found = ofAnyCase(value, key);
  if (typeof key === 'number' && isArray(value)) found = value[key];
  return found === undefined ? HOLE : found;
}
