import { isArray, type Json } from './json.js';
import { closingQuote, isEscaped } from './json-quotes.js';
import { MAX_DEPTH } from './limits.js';

const SPACE = 32;
const QUOTE = 34;
const COLON = 58;

/**
 * The value of `text` where JSON.parse tells everything about it; undefined where a closer look is needed: the text is no JSON, nested too deep,
 * has a key twice, or a number that JSON.parse rounds or cannot hold. Two counts show it: the keys in the text and those in the value.
 */
export function parsePlain(text: string): Json | undefined {
  if (isDense(text) && keysInText(text) === undefined) return undefined;
  try {
    const value = JSON.parse(text) as Json; // what JSON.parse gives is JSON
    const keys = keysInValue(value, 0);
    const found = keysAtColons(text) ?? Number.NaN;
    const isPlain = keys === found || keys === found - escapedAtColons(text) || keys === keysInText(text);
    return isPlain ? value : undefined;
  } catch {
    return undefined;
  }
}

/** In UTF-16 code units. JSON.parse takes no time to speak of for one that is nested as deep as it is long. */
const SMALL_TEXT = 262_144;
/** In UTF-16 code units for each opening bracket: fewer have few texts, and a text of 32 MiB with more is nested 2 million levels deep at most, which takes JSON.parse a second. */
const DENSE = 16;

/** Whether a text could be nested so deep that JSON.parse would take long. */
function isDense(text: string): boolean {
  if (text.length <= SMALL_TEXT) return false;
  let left = text.length / DENSE;
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) if (--left < 0) return true;
  }
  return false;
}

/**
 * As {@link keysInText}, of a text written as most are: no white space between a key and its colon, no string with a colon behind a quote.
 * Of others it gives a larger number, or none. It costs a quarter, and over the first recordings, when nothing has been compiled yet, far less.
 */
function keysAtColons(text: string): number | undefined {
  let keys = 0;
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    const before = text.charCodeAt(colon - 1);
    if (before === QUOTE) keys++;
    else if (before <= SPACE && isBehindQuote(text, colon - 1)) return undefined;
  }
  return keys;
}

/** How many of these are none: an escaped quote is within a string. */
function escapedAtColons(text: string): number {
  let escaped = 0;
  for (let at = text.indexOf('\\":'); at >= 0; at = text.indexOf('\\":', at + 1))
    if (isEscaped(text, at + 1)) escaped++;
  return escaped;
}

/** Whether a blank stands behind a quote. */
function isBehindQuote(text: string, blank: number): boolean {
  let at = blank;
  while (text.charCodeAt(at) <= SPACE) at--;
  return text.charCodeAt(at) === QUOTE;
}

/** How many keys a JSON text has; undefined where it is nested too deep. Of a text that is no JSON the number means nothing. */
function keysInText(text: string): number | undefined {
  let keys = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = closingQuote(text, at);
    else if (code === COLON) keys++;
    else if (code === 91 || code === 123) {
      if (++depth > MAX_DEPTH) return undefined;
    } else if (code === 93 || code === 125) depth--;
  }
  return keys;
}

/** How many keys a value holds that is `depth` deep; NaN where a number in it is not safe, or it is nested too deep. */
function keysInValue(value: Json, depth: number): number {
  if (typeof value !== 'object')
    return typeof value === 'number' && !(Math.abs(value) <= Number.MAX_SAFE_INTEGER) ? Number.NaN : 0;
  if (value === null) return 0;
  if (depth === MAX_DEPTH) return Number.NaN;
  let keys = 0;
  if (isArray(value)) {
    // by index: where V8 has not optimized it yet, `for of` makes an object for each step
    for (let at = 0; at < value.length; at++) keys += keysInValue(value[at] as Json, depth + 1); // it is one of them
    return keys;
  }
  for (const key in value) {
    const item = value[key] as Json; // the key is there
    keys += typeof item === 'string' ? 1 : 1 + keysInValue(item, depth + 1); // as most are
  }
  return keys;
}
