import { isArray, type Json, type JsonArray, type JsonObject } from '../core/json.js';
import { ASSIGNED_HINT } from './secret-assignments.js';
import { decodedWhole, ENCODING_HINT, ENCODING_MARKS } from './secret-encodings.js';
import { FORM_HINT } from './secret-forms.js';
import { CURL_HINT, ENCLOSED_HINT } from './secret-markup.js';
import { isSecretField, isSecretName, NAME_END } from './secret-names.js';
import { PATTERN_HINT, PATTERN_MARKS } from './secret-patterns.js';
import { nameOfField, nameOfItem, namesItems, PLACE_HINT } from './secret-places.js';
import { hidden } from './secret-values.js';

/**
 * What is known by its look, or is encoded. Every hint starts with a character that is rare in prose and looks back from there. Any of these
 * is found first, as a class, and then the hints are tried from the same place: to try them in turn at each place of a text takes seven times as long.
 */
const LOOKS = new RegExp(`[${PATTERN_MARKS}${ENCODING_MARKS}](?<=(?=${PATTERN_HINT}|${ENCODING_HINT})[^])`);
/** What is known by its name, in lower case: to make ready what disregards case takes three times as long, and is most of what a short run does. */
const NAMED = new RegExp(
  `(?:${NAME_END})(?:${ASSIGNED_HINT}|${ENCLOSED_HINT})|${CURL_HINT}|${FORM_HINT}|${PLACE_HINT}`,
);
/** What stands somewhere in all that is known by its name: most texts have none of it, and need no closer look. */
const MARKS = /["'`:=>]|--|curl|grant_type/i;
/** No secret, with what announces it, is shorter: `pwd=a`. */
const SHORTEST = 5;

/** Whether a text may hold a secret: a quick pass, which holds wherever the careful one replaces something. */
export function isSuspicious(text: string): boolean {
  if (text.length < SHORTEST) return false;
  if (LOOKS.test(text) || (MARKS.test(text) && NAMED.test(text.toLowerCase()))) return true;
  const decoded = decodedWhole(text);
  return decoded !== undefined && isSuspicious(decoded);
}

/** Names of fields that hold no secret. Recordings repeat few names often. */
const plainNames = new Set<string>();
/** More names than thousands of recordings of one API have; fewer than would fill the memory. */
const MAX_NAMES = 2000;

function isSuspiciousName(name: string): boolean {
  if (plainNames.has(name)) return false;
  if (isSuspicious(name)) return true;
  if (plainNames.size < MAX_NAMES && name.length < 100) plainNames.add(name);
  return false;
}

/** The same for the value of a field or header of this name; without copies or counts. */
export function mayHoldSecret(name: string, value: Json | undefined): boolean {
  switch (typeof value) {
    case 'string':
      return isSecretField(name, value) ? hidden(name, value) !== value : isSuspicious(value);
    case 'number':
    case 'bigint':
      return isSecretName(name);
    case 'object':
      if (value === null) return false;
      return isArray(value) ? mayItemsHold(name, value) : mayFieldsHold(name, value);
    default:
      return false;
  }
}

function mayItemsHold(name: string, items: JsonArray): boolean {
  if (namesItems(name)) return items.some((item, index) => mayHoldSecret(nameOfItem(name, items, index), item));
  for (const item of items) if (mayHoldSecret(name, item)) return true;
  return false;
}

function mayFieldsHold(name: string, object: JsonObject): boolean {
  for (const key in object) {
    if (mayHoldSecret(nameOfField(key, object, name), object[key]) || isSuspiciousName(key)) return true;
  }
  return false;
}
