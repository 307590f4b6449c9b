import type { Json } from '../../../core/json.js';
import { shown } from '../../../expression/failure.js';
import { numberText } from '../../../expression/text.js';
import { raise, type Here } from './errors.js';
import { isOfFormat } from './formats.js';
import type { NumericKeyword, Schema } from './schema.js';

/** Holds a text against what a schema says of texts. */
export function checkText(text: string, schema: Schema, here: Here): void {
  const { numbers, format } = schema;
  if (numbers.size === 0 && format === undefined) return;
  const fail = (type: string, what: string) =>
    raise(here, schema, { type, message: `String '${shown(text)}' ${what}.`, value: text });
  const most = numbers.get('maxLength');
  const least = numbers.get('minLength');
  if (most !== undefined || least !== undefined) {
    here.checking.spend(text.length);
    const length = elementsIn(text);
    if (most !== undefined && length > most) fail('maxLength', `exceeds maximum length of ${most}`);
    if (least !== undefined && length < least) fail('minLength', `is less than minimum length of ${least}`);
  }
  if (format === undefined) return;
  here.checking.spend(text.length);
  if (!isOfFormat(text, format)) fail('format', `does not validate against format '${shown(format)}'`);
}

/** How many text elements .NET counts: a surrogate pair is one, and combining marks belong to what they stand behind. */
function elementsIn(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let count = 0;
  for (const character of text) if (count === 0 || !/\p{M}/u.test(character)) count += 1;
  return count;
}

/** How the two limits of numbers are worded. */
const limits = [
  { keyword: 'maximum', passes: 'exceeds', exclusive: 'exclusiveMaximum' },
  { keyword: 'minimum', passes: 'is less than', exclusive: 'exclusiveMinimum' },
] as const;

/** Holds a number against what a schema says of numbers. */
export function checkNumber(number: number | bigint, schema: Schema, here: Here): void {
  if (schema.numbers.size === 0) return;
  const kind = isInteger(number) ? 'Integer' : 'Float';
  const fail = (type: NumericKeyword, what: string) =>
    raise(here, schema, { type, message: `${kind} ${numberShown(number)} ${what}.`, value: number });
  for (const { keyword, passes, exclusive } of limits) {
    const limit = schema.numbers.get(keyword);
    if (limit === undefined) continue;
    const value = `${keyword} value of ${numberShown(limit)}`;
    if (keyword === 'maximum' ? number > limit : number < limit) fail(keyword, `${passes} ${value}`);
    // oxlint-disable-next-line eqeqeq -- a number and a bigint may be the same
    else if (schema[exclusive] && number == limit) {
      fail(keyword, `equals ${value} and exclusive ${keyword} is true`);
    }
  }
  const factor = schema.numbers.get('multipleOf');
  if (factor !== undefined && !isMultiple(number, factor)) {
    fail('multipleOf', `is not a multiple of ${numberShown(factor)}`);
  }
}

/** Whether the service reads the number as an integer. */
export function isInteger(value: Json): value is number | bigint {
  return typeof value === 'bigint' || Number.isSafeInteger(value);
}

function numberShown(number: number | bigint): string {
  return Number.isFinite(Number(number)) ? shown(numberText(number) ?? '') : String(number);
}

/** How far the quotient may be from a whole number: 0.3 is a multiple of 0.1. */
const TOLERANCE = 1e-9;

function isMultiple(number: number | bigint, factor: number | bigint): boolean {
  if (Number(factor) === 0) return true;
  if (typeof number === 'bigint' && Number.isInteger(Number(factor))) return number % BigInt(factor) === 0n;
  const quotient = Number(number) / Number(factor);
  return Math.abs(quotient - Math.round(quotient)) < TOLERANCE;
}
