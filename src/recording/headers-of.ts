import { isArray, isObject, own, type Json } from '../core/json.js';
import { readHeaders } from '../http/recorded-headers.js';
import type { Report } from './format.js';

/**
 * Headers as recorders keep them, names in lower case, several values of one name joined: an object of texts or of lists of texts,
 * a list of `{ name, value }` (HAR) or `{ key, value }` (Postman), or a flat list of names and values in turn (nock).
 * None for undefined and null. `report` gets what cannot be read.
 */
export function headersOf(value: Json | undefined, pointer: string, report: Report): Readonly<Record<string, string>> {
  if (!isArray(value)) return readHeaders(value, pointer, report);
  const pairs = value.every((item) => typeof item === 'string') ? inTurn(value) : value.map(named);
  const headers = new Map<string, string>();
  for (const [at, pair] of pairs.entries()) {
    if (pair === undefined) {
      report(`${pointer}/${at}`, 'The header is not an object with a name and a value, expected one.');
      continue;
    }
    const [name, text] = [pair[0].toLowerCase(), pair[1]];
    const known = headers.get(name);
    headers.set(name, known === undefined ? text : `${known}, ${text}`);
  }
  return Object.fromEntries(headers);
}

type Pair = readonly [name: string, value: string];

function inTurn(list: readonly string[]): Pair[] {
  return list.flatMap((name, at) => (at % 2 === 0 ? [[name, list[at + 1] ?? ''] as const] : []));
}

function named(item: Json): Pair | undefined {
  if (!isObject(item)) return undefined;
  const name = own(item, 'name') ?? own(item, 'key');
  const value = own(item, 'value') ?? '';
  if (typeof name !== 'string' || (typeof value === 'object' && value !== null)) return undefined;
  return [name, String(value ?? '')];
}
