import type { Json, JsonArray, JsonObject } from '../../../core/json.js';
import { canonical } from '../../../expression/equal.js';
import { shown, shownWritten } from '../../../expression/failure.js';
import type { Check } from './combined.js';
import { inside, plainValue, raise, type Here } from './errors.js';
import type { Schema } from './schema.js';

/** Where an array or an object is held against a schema. */
interface Held {
  readonly schema: Schema;
  readonly here: Here;
}

/** Holds the members of an object against their schemas, one after the other. */
export function checkMembers(check: Check, object: JsonObject, { schema, here }: Held): void {
  const { properties, additionalProperties, propertyNames } = schema;
  for (const name of Object.keys(object)) {
    const value = object[name] ?? null;
    const there = inside(here, name);
    if (propertyNames) check(name, propertyNames, there);
    const own = properties.get(name);
    if (own) check(value, own, there);
    else if (additionalProperties) check(value, additionalProperties, there);
    else if (additionalProperties === false) {
      const message = `Property '${shown(name)}' has not been defined and the schema does not allow additional properties.`;
      raise(there, schema, { type: 'additionalProperties', message, value: name });
    }
  }
}

/** What is looked at behind the members of an object. */
export function checkWholeObject(object: JsonObject, { schema, here }: Held): void {
  const missing = (names: readonly string[]) => names.filter((name) => !Object.hasOwn(object, name));
  const required = missing(schema.required);
  if (required.length > 0) {
    const message = `Required properties are missing from object: ${shownWritten(required.join(', '))}.`;
    raise(here, schema, { type: 'required', message, value: required });
  }
  checkCount(Object.keys(object).length, { what: 'Object property', keyword: 'Properties' }, { schema, here });
  if (schema.dependencies.size === 0) return;
  for (const name of Object.keys(object)) {
    const dependency = schema.dependencies.get(name);
    const lacking = Array.isArray(dependency) ? missing(dependency as readonly string[]) : []; // a list is one of names
    if (lacking.length === 0) continue;
    const keys = `Missing required keys: ${shownWritten(lacking.join(', '))}.`;
    const message = `Dependencies for property '${shown(name)}' failed. ${keys}`;
    raise(here, schema, { type: 'dependencies', message, value: name });
  }
}

/** Holds the items of an array against their schemas; gives the errors of each that is not what `contains` asks for. */
export function checkItems(check: Check, array: JsonArray, { schema, here }: Held): void {
  const { items, additionalItems, uniqueItems } = schema;
  const seen = new Set<string>();
  for (const [index, item] of array.entries()) {
    const there = inside(here, index);
    const own = Array.isArray(items)
      ? ((items as readonly Schema[])[index] ?? additionalItems)
      : (items as Schema | undefined); // one or a list
    if (own) check(item, own, there);
    else if (own === false) {
      const message = `Index ${index + 1} has not been defined and the schema does not allow additional items.`;
      raise(there, schema, { type: 'additionalItems', message, value: plainValue(item) });
    }
    if (!uniqueItems) continue;
    const text = canonical(item, here.checking.spend);
    if (seen.has(text)) {
      raise(there, schema, { type: 'uniqueItems', message: `Non-unique array item at index ${index}.`, value: item });
    }
    seen.add(text);
  }
}

/** What is looked at behind the items of an array. */
export function checkWholeArray(check: Check, array: JsonArray, { schema, here }: Held): void {
  checkCount(array.length, { what: 'Array item', keyword: 'Items' }, { schema, here });
  const { contains } = schema;
  if (!contains) return;
  const children: Json[] = [];
  for (const [index, item] of array.entries()) {
    const errors: Json[] = [];
    check(item, contains, { ...inside(here, index), errors });
    if (errors.length === 0) return;
    children.push(...errors);
  }
  raise(here, schema, { type: 'contains', message: 'No items match contains.', children });
}

interface Counted {
  readonly what: string;
  readonly keyword: 'Items' | 'Properties';
}

function checkCount(count: number, { what, keyword }: Counted, { schema, here }: Held): void {
  if (schema.numbers.size === 0) return;
  const fail = (type: string, message: string) => raise(here, schema, { type, message, value: count });
  const most = schema.numbers.get(`max${keyword}`);
  const least = schema.numbers.get(`min${keyword}`);
  if (most !== undefined && count > most) {
    fail(`max${keyword}`, `${what} count ${count} exceeds maximum count of ${most}.`);
  }
  if (least !== undefined && count < least) {
    fail(`min${keyword}`, `${what} count ${count} is less than minimum count of ${least}.`);
  }
}
