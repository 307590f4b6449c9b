import { isArray, isObject, type Json } from '../../core/json.js';
import { typeName } from '../../expression/value.js';
import type { VariableType } from './variable.js';

/** The types of variables by what a workflow may write. */
const types: ReadonlyMap<string, VariableType> = new Map([
  ['boolean', 'Boolean'],
  ['integer', 'Integer'],
  ['float', 'Float'],
  ['string', 'String'],
  ['object', 'Object'],
  ['array', 'Array'],
]);

/** The type of a variable, whatever its case; undefined for what is none. */
export function variableType(written: Json | undefined): VariableType | undefined {
  return typeof written === 'string' ? types.get(written.toLowerCase()) : undefined;
}

/** Whether a variable of the type takes the value. Null is taken by each: not documented. */
export function takes(type: VariableType, value: Json): boolean {
  if (value === null) return true;
  const given = typeName(value);
  return given === type || (type === 'Float' && given === 'Integer');
}

/** Why a variable does not take the value: the service's words, seen in forums. */
export function notTaken(name: string, type: VariableType, value: Json): string {
  const expected = type === 'Float' ? 'Float, Integer' : type;
  return `The variable '${name}' of type '${type}' cannot be initialized or updated with value of type '${typeName(value)}'. The variable '${name}' only supports values of types '${expected}'.`;
}

/** Why a value cannot be appended: the service's words for an array seen in forums, for null in github:Azure/Azure-Network-Security issue 361. */
export function notAppended({ name, type }: { name: string; type: VariableType }, action: string, value: Json): string {
  const supported = `The action type '${action}' only supports values of types 'Float, Integer, String, Boolean, Object'.`;
  if (value === null) return `The value cannot be null. ${supported}`;
  return `The input value is of type '${typeName(value)}' which cannot be appended to the variable '${name}' of type '${type}'. ${supported}`;
}

/** The sum of two numbers, an integer where both are; undefined where one is no number or the sum is too large. */
export function sum(one: Json, other: Json, sign: 1 | -1): number | bigint | undefined {
  if (isInteger(one) && isInteger(other)) {
    const exact = BigInt.asIntN(64, BigInt(one) + BigInt(sign) * BigInt(other));
    return Number.isSafeInteger(Number(exact)) ? Number(exact) : exact;
  }
  if (isArray(one) || isObject(one) || isArray(other) || isObject(other)) return undefined;
  const [first, second] = [one, other].map((value) => (isNumber(value) ? Number(value) : Number.NaN));
  const total = (first ?? Number.NaN) + sign * (second ?? Number.NaN);
  return Number.isFinite(total) ? total : undefined;
}

function isNumber(value: Json): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** Whether it is an integer of JSON as this project holds it. */
export function isInteger(value: Json): value is number | bigint {
  return typeof value === 'bigint' || Number.isSafeInteger(value);
}
