import { isArray, isObject, typeOf, type Json, type JsonObject } from '../core/json.js';
import { child } from '../core/pointer.js';

const NONE: Readonly<Record<string, string>> = {};

/**
 * Reads headers as recorders write them: values that are texts, numbers or lists of them; names in any case.
 * Gives the same object where every name is in lower case and every value a text already. `report` gets what cannot be read.
 */
export function readHeaders(
  value: Json | undefined,
  pointer: string,
  report: (pointer: string, message: string) => void,
): Readonly<Record<string, string>> {
  if (value === undefined || value === null) return NONE;
  if (!isObject(value)) {
    report(pointer, `The headers are of type ${typeOf(value)}, expected an object.`);
    return NONE;
  }
  if (isPlain(value)) return value;
  const headers = new Map<string, string>();
  for (const [name, recorded] of Object.entries(value)) {
    const text = headerText(recorded);
    const known = headers.get(name.toLowerCase());
    if (text !== undefined) headers.set(name.toLowerCase(), known === undefined ? text : `${known}, ${text}`);
    else
      report(
        child(pointer, name),
        `The header is of type ${typeOf(recorded)}, expected a text, a number or a list of them.`,
      );
  }
  return Object.fromEntries(headers);
}

function isPlain(headers: JsonObject): headers is Readonly<Record<string, string>> {
  for (const name in headers) {
    if (typeof headers[name] !== 'string' || name !== name.toLowerCase()) return false;
  }
  return true;
}

/** Several values of one header are one, joined as RFC 9110 section 5.3 has it. */
function headerText(value: Json): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (!isArray(value)) return undefined;
  const texts = value.map((item) => (isArray(item) ? undefined : headerText(item)));
  return texts.includes(undefined) ? undefined : texts.join(', ');
}
