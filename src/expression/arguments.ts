import { Failure, notValid, ofFunction, usage } from './failure.js';
import { arity, type Call } from './function.js';
import { compareDecimals, decimalText, parseDecimal } from './numbers/decimal.js';
import {
  decimal,
  isDecimal,
  isFloat,
  isList,
  isRecord,
  typeName,
  type Decimal,
  type Value,
  type ValueArray,
  type ValueObject,
} from './value.js';
import { wrongType } from './wrong-type.js';

const ordinals = ['first', 'second', 'third', 'fourth'];

/** Whether the function takes one argument only. */
const isSingle = ({ of }: Call) => arity(of).most === 1;

/** `its parameter`, or `its second parameter` of several. */
function whichOf(call: Call, index: number): string {
  return isSingle(call) ? 'its parameter' : `its ${ordinals[index] ?? 'last'} parameter`;
}

function at({ values }: Call, index: number): Value {
  return values[index] ?? null;
}

/** The argument, which must be a text. */
export function textAt(call: Call, index: number): string {
  const value = at(call, index);
  if (typeof value === 'string') return value;
  const type = isSingle(call) ? 'a string' : 'of type string';
  throw wrongType(call.name, `${whichOf(call, index)} to be ${type}`, value);
}

/** The argument as a text where it was given: neither left out nor null. */
export function optionalTextAt(call: Call, index: number): string | undefined {
  return at(call, index) === null ? undefined : textAt(call, index);
}

/** The argument, which must be an array. */
export function listAt(call: Call, index: number): ValueArray {
  const value = at(call, index);
  if (isList(value)) return value;
  throw wrongType(call.name, 'its first parameter to be of type array', value);
}

/** The argument, which must be an object. */
export function recordAt(call: Call, index: number): ValueObject {
  const value = at(call, index);
  if (isRecord(value)) return value;
  throw wrongType(call.name, `${whichOf(call, index)} to be an object`, value);
}

/** The argument, which must be a whole number. */
export function integerAt(call: Call, index: number): bigint {
  const number = numberOf(at(call, index));
  if (number?.type === 'integer') return number.value;
  throw wrongType(call.name, `${whichOf(call, index)} to be an integer`, at(call, index));
}

/** The argument, a whole number that is no larger than a text or an array can be long. */
export function smallIntegerAt(call: Call, index: number): number {
  const value = integerAt(call, index);
  return Number(BigInt.asIntN(32, value)) === Number(value) ? Number(value) : value < 0n ? -(2 ** 31) : 2 ** 31 - 1;
}

/** A number of the service, by what it is calculated with. */
export type Numeric =
  | { readonly type: 'integer'; readonly value: bigint }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'decimal'; readonly value: Decimal };

/** The number, or undefined for any other value. */
export function numberOf(value: Value): Numeric | undefined {
  if (typeof value === 'bigint') return { type: 'integer', value };
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) ? { type: 'integer', value: BigInt(value) } : { type: 'float', value };
  }
  if (isFloat(value)) return { type: 'float', value: value.value };
  return isDecimal(value) ? { type: 'decimal', value } : undefined;
}

/** The argument, which must be a number. */
export function numberAt(call: Call, index: number): Numeric {
  const number = numberOf(at(call, index));
  if (number) return number;
  const which = `its ${ordinals[index] ?? 'last'} parameter`;
  throw wrongType(call.name, `${which} to be an integer, a float or a decimal number`, at(call, index));
}

/** The number as a float. */
export function asFloat({ type, value }: Numeric): number {
  return type === 'decimal' ? Number(decimalText(value)) : Number(value);
}

/** The number as a decimal number; undefined where none is that large. */
export function asDecimal({ type, value }: Numeric): Decimal | undefined {
  if (type === 'decimal') return value;
  return type === 'integer' ? decimal(value, 0) : parseDecimal(String(value));
}

/** Below zero, zero or above zero as `a` is less than, equal to or greater than `b`. */
export function compareNumbers(a: Numeric, b: Numeric): number {
  if (a.type !== 'float' && b.type !== 'float') {
    const [x, y] = [asDecimal(a), asDecimal(b)];
    if (x && y) return compareDecimals(x, y);
  }
  return asFloat(a) - asFloat(b);
}

/** The least and the greatest integer of 64 bits. */
const LEAST_INTEGER = -(2n ** 63n);
const MOST_INTEGER = 2n ** 63n - 1n;

/** The integer as a value. Throws where it has more than 64 bits. */
export function integerValue(value: bigint): number | bigint {
  if (value < LEAST_INTEGER || value > MOST_INTEGER) throw new Failure('Arithmetic operation resulted in an overflow.');
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : value;
}

/** That numbers are out of the range that a function takes. */
export function outOfRange(name: string, why: string): Failure {
  return new Failure(`${ofFunction(name)} parameters are out of range: ${why}.${usage(name)}`);
}

/** The name of a culture that was asked for, such as `de-DE`; undefined where it was left out. Throws for a name that is none. */
export function localeAt(call: Call, index: number): string | undefined {
  const given = optionalTextAt(call, index);
  if (given === undefined || given === '') return undefined;
  if (given.length <= 35 && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(given)) {
    const [known] = Intl.DateTimeFormat.supportedLocalesOf(given);
    if (known !== undefined) return known;
  }
  throw notValid(call.name, `The culture '${given.slice(0, 40)}' is not supported.`);
}

/** The type of a value, as the service names it, for a message of one function only. */
export function typeAt(call: Call, index: number): string {
  return typeName(at(call, index));
}
