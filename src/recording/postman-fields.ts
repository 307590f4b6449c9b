import { isArray, isObject, own, typeOf, type Json } from '../core/json.js';
import type { Report } from './format.js';
import { headersOf } from './headers-of.js';
import { isOff, type Filler } from './postman-variables.js';

/** The names and values of a list of `{ key, value }`, without those that are not sent. */
export function fieldsOf(list: Json | undefined, { fill }: Filler): readonly (readonly [string, string])[] {
  if (!isArray(list)) return [];
  return list.flatMap((entry) => {
    if (!isObject(entry) || isOff(entry)) return [];
    const [name, value] = [own(entry, 'key'), own(entry, 'value') ?? ''];
    if (typeof name !== 'string' || typeof value === 'object') return [];
    return [[fill(name), fill(String(value))] as const];
  });
}

/** Headers: a list of `{ key, value }`, or the lines of a text, where `//` stands before one that is not sent. */
export function headersIn(value: Json | undefined, pointer: string, report: Report): Readonly<Record<string, string>> {
  return typeof value === 'string' ? headersOf(linesOf(value), pointer, report) : listed(value, pointer, report);
}

function linesOf(text: string): Json {
  return text.split(/\r?\n/).flatMap((line) => {
    const colon = line.indexOf(':');
    if (colon <= 0 || line.startsWith('//')) return [];
    return [{ name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() }];
  });
}

function listed(value: Json | undefined, pointer: string, report: Report): Readonly<Record<string, string>> {
  if (value !== undefined && value !== null && !isArray(value)) {
    report(pointer, `The headers are of type ${typeOf(value)}, expected a list or a text.`);
    return {};
  }
  const sent = [...(value ?? []).entries()].filter(([, header]) => !isObject(header) || !isOff(header));
  const list = sent.map(([, header]) => header);
  return headersOf(list, '', (at, message) => report(`${pointer}/${sent[Number(at.slice(1))]?.[0] ?? ''}`, message));
}
