import { isArray, isObject, type Json } from '../../../core/json.js';
import { canonical } from '../../../expression/equal.js';
import { ITEM_WORK } from '../../../expression/limits.js';
import type { Spend } from '../guarded.js';
import { checkCombined } from './combined.js';
import type { CompiledSchema } from './compile.js';
import { checkItems, checkMembers, checkWholeArray, checkWholeObject } from './containers.js';
import { isWithin, jsonShown, plainValue, raise, type Here } from './errors.js';
import { checkNumber, checkText, isInteger } from './scalars.js';
import type { Schema, TypeName } from './schema.js';

/**
 * What is wrong with a value, as Newtonsoft.Json.Schema finds it, in its order: the type, then what is in an array or an object, then `enum` and
 * `const`, what schemas are combined of, and what concerns an array or an object as a whole. Of a text or a number of a wrong type nothing else is
 * said. Throws a `Failure` where it would take too long.
 */
export function schemaErrors(value: Json, { root, references }: CompiledSchema, spend: Spend): readonly Json[] {
  const errors: Json[] = [];
  check(value, root, {
    checking: { references, spend },
    errors,
    place: undefined,
    within: undefined,
    depth: 0,
  });
  return errors;
}

/** The most references that lead to one another; those beyond lead in a circle, and say nothing. */
const MAX_REFERENCES = 100;

function check(value: Json, given: Schema, here: Here): void {
  const { spend, references } = here.checking;
  spend(2 * ITEM_WORK);
  let schema: Schema | undefined = given;
  for (let hops = 0; schema?.reference !== undefined; hops++) {
    schema = hops < MAX_REFERENCES ? references.get(schema.reference) : undefined;
  }
  if (!schema || isWithin(here, schema)) return;
  if (schema.takesNothing) {
    raise(here, schema, { type: 'valid', message: 'Schema always fails validation.', value: plainValue(value) });
  }
  const isOfType = checkType(value, schema, here);
  if (isArray(value)) {
    checkItems(check, value, { schema, here });
    checkSame(value, schema, here);
    if (schema.isCombined) checkCombined(check, value, { schema, here });
    checkWholeArray(check, value, { schema, here });
  } else if (isObject(value)) {
    checkMembers(check, value, { schema, here });
    checkSame(value, schema, here);
    if (schema.isCombined) checkCombined(check, value, { schema, here });
    checkWholeObject(value, { schema, here });
  } else if (isOfType) {
    if (typeof value === 'string') checkText(value, schema, here);
    else if (typeof value === 'number' || typeof value === 'bigint') checkNumber(value, schema, here);
    checkSame(value, schema, here);
    if (schema.isCombined) checkCombined(check, value, { schema, here });
  }
}

function checkType(value: Json, schema: Schema, here: Here): boolean {
  const { types } = schema;
  const type = typeOfValue(value);
  if (!types || types.some((wanted) => takes(wanted, type, value))) return true;
  const message = `Invalid type. Expected ${types.map(labelOf).join(', ')} but got ${labelOf(type)}.`;
  raise(here, schema, { type: 'type', message, value: plainValue(value) });
  return false;
}

/** An integer is a number, and a number without a fraction an integer. */
function takes(wanted: TypeName, type: TypeName, value: Json): boolean {
  if (wanted === type) return true;
  return wanted === 'number' ? type === 'integer' : wanted === 'integer' && Number.isInteger(value);
}

function typeOfValue(value: Json): TypeName {
  if (value === null) return 'null';
  if (isArray(value)) return 'array';
  if (isInteger(value)) return 'integer';
  return typeof value as 'string' | 'number' | 'boolean' | 'object'; // the four that are left
}

function labelOf(type: TypeName): string {
  return type.charAt(0).toUpperCase() + type.slice(1);
}

function checkSame(value: Json, schema: Schema, here: Here): void {
  const { values, onlyValue } = schema;
  if (!values && onlyValue === undefined) return;
  const { spend } = here.checking;
  const text = canonical(value, spend);
  const fail = (type: string, what: string) =>
    raise(here, schema, { type, message: `Value ${jsonShown(value, spend)} ${what}.`, value: plainValue(value) });
  if (values && !values.has(text)) fail('enum', 'is not defined in enum');
  if (onlyValue !== undefined && onlyValue !== text) fail('const', 'does not match const');
}
