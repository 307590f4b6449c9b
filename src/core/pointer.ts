import { isArray, isObject, own, type Json } from './json.js';

/**
 * Extends a JSON Pointer by one reference token.
 * @see RFC 6901 section 3
 */
export function child(pointer: string, token: string | number): string {
  return `${pointer}/${typeof token === 'number' ? token : escaped(token)}`;
}

/** A token as it stands in a pointer. Nearly none has anything to escape. */
export function escaped(token: string): string {
  return token.includes('/') || token.includes('~') ? token.replaceAll('~', '~0').replaceAll('/', '~1') : token;
}

const unescaped = (token: string): string =>
  token.includes('~') ? token.replaceAll('~1', '/').replaceAll('~0', '~') : token;

/** The reference tokens of a JSON Pointer, unescaped; `''` has none. Throws nothing: a text that is no pointer gives one token. */
export function tokens(pointer: string): string[] {
  if (pointer === '') return [];
  const found = pointer.split('/');
  if (pointer.startsWith('/')) found.shift();
  return pointer.includes('~') ? found.map(unescaped) : found;
}

/** The value at `pointer` in `value`, or undefined where there is none. */
export function valueAt(value: Json | undefined, pointer: string): Json | undefined {
  let here = value;
  for (const token of tokens(pointer)) {
    if (isArray(here)) here = /^(0|[1-9]\d*)$/.test(token) ? here[Number(token)] : undefined;
    else if (isObject(here)) here = own(here, token);
    else return undefined;
  }
  return here;
}
