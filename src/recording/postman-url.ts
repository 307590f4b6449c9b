import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import type { Report } from './format.js';
import { named } from './http-message-parts.js';
import { fieldsOf } from './postman-fields.js';
import type { Filler } from './postman-variables.js';

/** What an address begins with; before any other Postman puts `http://`. */
const BEGIN = /^(?:[a-z][a-z0-9+.-]*:\/\/|\{\{|<|\/)/i;

/** The address of a request: a text, or an object with that text (`raw`) or only its parts. Undefined, and reported, where there is none. */
export function urlOf(
  value: Json | undefined,
  pointer: string,
  { filler, report }: { readonly filler: Filler; readonly report: Report },
): string | undefined {
  const parts = isObject(value) ? value : {};
  const raw = own(parts, 'raw');
  const text = isObject(value) ? (typeof raw === 'string' && raw !== '' ? raw : joined(parts, filler)) : value;
  if (typeof text !== 'string' || text.trim() === '') {
    report(
      pointer,
      `The request's URL is ${isObject(value) ? 'empty' : named(value)}, expected a text, or an object with one.`,
    );
    return undefined;
  }
  return addressOf(text, fieldsOf(own(parts, 'variable'), filler), filler);
}

/** An address with its variables, those of the path (`:id`) too, replaced. */
export function addressOf(
  text: string,
  pathVariables: readonly (readonly [name: string, value: string])[],
  { fill, fillPath }: Filler,
): string {
  const address = fill(fillPath(text, new Map(pathVariables))).trim();
  return BEGIN.test(address) ? address : `http://${address}`;
}

function joined(parts: JsonObject, filler: Filler): string {
  const protocol = own(parts, 'protocol');
  const scheme = typeof protocol === 'string' ? /^[\w+.-]+/.exec(protocol)?.[0] : undefined;
  const port = own(parts, 'port') ?? '';
  const host = textsOf(own(parts, 'host')).join('.');
  const path = textsOf(own(parts, 'path'))
    .join('/')
    .replace(/^(?=[^/])/, '/');
  const query = fieldsOf(own(parts, 'query'), filler).map(([name, value]) => `${name}=${value}`);
  return [
    scheme === undefined ? '' : `${scheme}://`,
    host,
    typeof port === 'object' || port === '' ? '' : `:${port}`,
    path,
    query.length === 0 ? '' : `?${query.join('&')}`,
  ].join('');
}

/** A text, or a list of texts and of `{ value }`. */
function textsOf(value: Json | undefined): readonly string[] {
  const list = isArray(value) ? value : [value ?? ''];
  return list.map((item) => {
    const text = isObject(item) ? own(item, 'value') : item;
    return typeof text === 'string' ? text : '';
  });
}
