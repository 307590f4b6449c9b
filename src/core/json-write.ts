import { invariant } from './fault.js';
import { isArray, isObject, type Json } from './json.js';

/** How a value is written. */
interface WriteOptions {
  /** Spaces for each level; 0 writes one line. Default 2. */
  readonly indent?: number;
}

/**
 * `value` as JSON, the only form in which this project writes it: keys in their own order, undefined properties left out, a line feed at the end.
 * Reading it gives the same value: a bigint has all its digits, a number beyond 2^53 has an exponent, so that it stays a number.
 * Deeper than some thousand levels it throws a RangeError; no document that was read is.
 */
export function writeJson(value: Json, { indent = 2 }: WriteOptions = {}): string {
  return `${written(value, '\n', ' '.repeat(indent))}\n`;
}

/** `line` begins a line at the level of the value, `step` is one level more. */
function written(value: Json, line: string, step: string): string {
  if (typeof value === 'string') return writtenString(value);
  if (isArray(value))
    return block(
      '[]',
      value.map((item) => written(item, line + step, step)),
      { line, step },
    );
  if (isObject(value)) {
    const colon = step === '' ? ':' : ': ';
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    const parts = members.map(([key, member]) => `${writtenString(key)}${colon}${written(member, line + step, step)}`);
    return block('{}', parts, { line, step });
  }
  if (typeof value === 'number') return writtenNumber(value);
  invariant(value === null || ['boolean', 'bigint'].includes(typeof value), `a ${typeof value} is written as JSON`);
  return String(value);
}

function block(brackets: string, parts: readonly string[], { line, step }: { line: string; step: string }): string {
  if (parts.length === 0) return brackets;
  const inner = step === '' ? '' : line + step;
  return `${brackets.charAt(0)}${inner}${parts.join(`,${inner}`)}${step === '' ? '' : line}${brackets.charAt(1)}`;
}

/**
 * What JSON allows in a string and no reader should meet raw: DEL and the control characters behind it, which terminals obey,
 * U+2028 and U+2029, which end a line in older JavaScript and in some editors, and what turns the direction of the text around it.
 */
const unprintable = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** JSON.stringify escapes the other control characters and lone surrogates. */
function writtenString(text: string): string {
  return JSON.stringify(text).replaceAll(
    unprintable,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function writtenNumber(value: number): string {
  invariant(Number.isFinite(value), `${value} is written as JSON`);
  const readsAsBigint = Number.isInteger(value) && !Number.isSafeInteger(value);
  return readsAsBigint ? value.toExponential() : String(value);
}
