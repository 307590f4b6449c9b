import { decimal, type Decimal } from '../value.js';

/** The digits of a decimal number of .NET fit 96 bits, and at most 28 of them stand behind the point. */
const MOST_DIGITS = 2n ** 96n;
const MOST_SCALE = 28;

/** The longest text that is read as a number, in UTF-16 code units: no number of .NET has more digits. */
const MAX_NUMBER_LENGTH = 400;

/** What two decimal numbers give; undefined where no decimal number is that large, or for a division by zero. */
export type DecimalOperation = (a: Decimal, b: Decimal) => Decimal | undefined;

const plus: DecimalOperation = (a, b) => {
  const [x, y, scale] = aligned(a, b);
  return fitted(x + y, scale);
};

/** The four operations and the remainder, whose sign is the dividend's. */
export const decimalOperations: Readonly<Record<'add' | 'sub' | 'mul' | 'div' | 'mod', DecimalOperation>> = {
  add: plus,
  sub: (a, b) => plus(a, decimal(-b.digits, b.scale)),
  mul: (a, b) => fitted(a.digits * b.digits, a.scale + b.scale),
  div: (a, b) => {
    if (b.digits === 0n) return undefined;
    const more = MOST_SCALE + b.scale + 2;
    return trimmed(fitted((a.digits * 10n ** BigInt(more)) / b.digits, a.scale + more - b.scale));
  },
  mod: (a, b) => {
    const [x, y, scale] = aligned(a, b);
    return y === 0n ? undefined : fitted(x % y, scale);
  },
};

/** Below zero, zero or above zero as `a` is less than, equal to or greater than `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const [x, y] = aligned(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** A decimal number from its text in the invariant culture, commas between thousands left out; undefined for other texts, and too large ones. */
export function parseDecimal(text: string): Decimal | undefined {
  if (text.length > MAX_NUMBER_LENGTH) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] =
    /^\s*([+-]?)([\d,]*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?\s*$/.exec(text) ?? [];
  const digits = whole.replaceAll(',', '') + fraction;
  const power = Number(exponent);
  if (digits === '' || whole.startsWith(',') || Math.abs(power) > MAX_NUMBER_LENGTH) return undefined;
  const signed = BigInt(digits) * (sign === '-' ? -1n : 1n);
  const scale = fraction.length - power;
  return scale < 0 ? fitted(signed * 10n ** BigInt(-scale), 0) : fitted(signed, scale);
}

/** All its digits, zeros at the end too, as .NET keeps them. */
export function decimalText({ digits, scale }: Decimal): string {
  const all = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
  const whole = all.slice(0, all.length - scale);
  return `${digits < 0n ? '-' : ''}${whole}${scale === 0 ? '' : `.${all.slice(-scale)}`}`;
}

function aligned(a: Decimal, b: Decimal): [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale);
  return [a.digits * 10n ** BigInt(scale - a.scale), b.digits * 10n ** BigInt(scale - b.scale), scale];
}

/** The number rounded to what a decimal number holds, half to even. */
function fitted(digits: bigint, scale: number): Decimal | undefined {
  let excess = Math.max(0, scale - MOST_SCALE);
  for (;;) {
    const rounded = halfEven(digits, 10n ** BigInt(excess));
    if (rounded < MOST_DIGITS && -rounded < MOST_DIGITS) return decimal(rounded, scale - excess);
    excess += 1;
    if (excess > scale) return undefined;
  }
}

function halfEven(digits: bigint, by: bigint): bigint {
  const quotient = digits / by;
  const twice = (digits % by) * 2n;
  const rest = twice < 0n ? -twice : twice;
  const isUp = rest > by || (rest === by && quotient % 2n !== 0n);
  return isUp ? quotient + (digits < 0n ? -1n : 1n) : quotient;
}

function trimmed(value: Decimal | undefined): Decimal | undefined {
  if (value === undefined) return undefined;
  let { digits, scale } = value;
  while (scale > 0 && digits % 10n === 0n) {
    digits /= 10n;
    scale -= 1;
  }
  return decimal(digits, scale);
}
