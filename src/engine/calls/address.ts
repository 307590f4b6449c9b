import type { Json, JsonObject } from '../../core/json.js';

/** An address without its queries, and these. */
export interface Address {
  readonly uri: string;
  readonly queries: JsonObject;
}

/** Takes the queries out of an address. What is given beside it replaces them: measured by github:tomdam/flowforger. */
export function addressOf(written: string, given: JsonObject): Address {
  const hash = written.indexOf('#');
  const whole = hash < 0 ? written : written.slice(0, hash);
  const mark = whole.indexOf('?');
  if (mark < 0) return { uri: whole, queries: given };
  const uri = whole.slice(0, mark);
  return { uri, queries: Object.keys(given).length > 0 ? given : queriesIn(whole.slice(mark + 1)) };
}

/** The queries of an address by name; one that is given several times is a list. */
function queriesIn(text: string): JsonObject {
  const found = new Map<string, Json[]>();
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decoded(equals < 0 ? pair : pair.slice(0, equals));
    const value = equals < 0 ? '' : decoded(pair.slice(equals + 1));
    const values = found.get(name);
    if (values) values.push(value);
    else found.set(name, [value]);
  }
  return Object.fromEntries(
    [...found].map(([name, [first = '', ...more]]) => [name, more.length > 0 ? [first, ...more] : first]),
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text; // an escape that is none
  }
}
