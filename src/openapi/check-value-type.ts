import { isArray, isObject, type Json } from '../core/json.js';
import { shorten } from '../core/shorten.js';
import { enumHas } from './check-value-scalar.js';
import { broken, unreadable, type Site } from './check-value-site.js';
import type { Part } from './schema-parts.js';
import type { SchemaType } from './types.js';

/** Each type as a message names it. */
const named: Readonly<Record<SchemaType, string>> = {
  object: 'an object',
  array: 'an array',
  string: 'a string',
  number: 'a number',
  integer: 'an integer',
  boolean: 'true or false',
  file: 'a file',
};

/** Whether a value that is not null has the type that a part declares; reports it when it has not. */
export function checkType(site: Site, part: Part, value: Json): boolean {
  const { type } = part;
  if (type === undefined || hasType(value, type)) return true;
  if (!isKnown(site, part, type)) return true;
  broken(site, part, {
    kind: 'wrong-type',
    keyword: 'type',
    says: `is ${described(value)}; ${named[type]} is declared.`,
    value,
  });
  return false;
}

/** Reports that null stands where a part has a type or an `enum` without null; gives whether it did. */
export function refusesNull(site: Site, part: Part): boolean {
  const { type, enum: values } = part.schema;
  if (type !== undefined && type !== 'file' && isKnown(site, part, type)) {
    const says = `is null; ${named[type]} is declared, not nullable.`;
    broken(site, part, { kind: 'null-not-declared', keyword: 'type', says, value: null });
    return true;
  }
  if (values === undefined || enumHas(values, null)) return false;
  const says = 'is null; the declared values do not include it.';
  broken(site, part, { kind: 'null-not-declared', keyword: 'enum', says, value: null });
  return true;
}

/** OpenAPI 2.0 has no other types; what a text of another type would be is unknown. */
function isKnown(site: Site, part: Part, type: string): boolean {
  if (Object.hasOwn(named, type)) return true;
  const message = `The type ${shorten(type)} is none of OpenAPI 2.0; values are not held against it.`;
  unreadable(site, part, { keyword: 'type', message });
  return false;
}

/** Whether a value that is not null is of a type. An integral number is an integer; anything may be a file. */
export function hasType(value: Json, type: SchemaType): boolean {
  switch (type) {
    case 'string':
    case 'boolean':
      return typeof value === type;
    case 'integer':
      return typeof value === 'bigint' || Number.isInteger(value);
    case 'number':
      return typeof value === 'number' || typeof value === 'bigint';
    case 'array':
      return isArray(value);
    case 'object':
      return isObject(value);
    case 'file':
      return true;
    default:
      return false;
  }
}

function described(value: Json): string {
  if (isArray(value)) return 'an array';
  if (isObject(value)) return 'an object';
  return typeof value === 'string' ? `the string ${shorten(value)}` : shorten(value);
}
