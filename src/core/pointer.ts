import { isArray, isObject, own, type Json } from './json.js';

/**
 * Extends a JSON Pointer by one reference token.
 * @see RFC 6901 section 3
 */
export function child(pointer: string, token: string | number): string {
  return `${pointer}/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The reference tokens of a JSON Pointer, unescaped; `''` has none. Throws nothing: a text that is no pointer gives one token. */
export function tokens(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer
    .replace(/^\//, '')
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
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
