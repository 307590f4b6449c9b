import { asFloat, type Numeric } from '../arguments.js';

/** A number without its sign: `0.digits` times ten to the power of `point`; no zero at the start or the end; empty for zero. */
export interface Digits {
  readonly digits: string;
  readonly point: number;
}

/** More digits of a float than this are not looked at. */
const EXACT = 100;
/** As many digits of a float count for a custom format, as in .NET. */
const CUSTOM = 15;

/** The digits of a number; of a float all of them, or as many as a custom format is made from. */
export function digitsOf(number: Numeric, custom: boolean): Digits {
  if (number.type === 'integer') return trimmed(String(number.value).replace('-', ''), 0);
  if (number.type === 'decimal') {
    const { digits, scale } = number.value;
    return trimmed(String(digits).replace('-', ''), scale);
  }
  const value = Math.abs(asFloat(number));
  const text = custom ? value.toExponential(CUSTOM - 1) : value.toExponential(EXACT);
  const [mantissa = '', exponent = '0'] = text.split('e');
  const digits = mantissa.replace('.', '');
  return trimmed(digits, digits.length - 1 - Number(exponent));
}

/** Whole digits, of which the last `scale` stand behind the point. */
function trimmed(all: string, scale: number): Digits {
  const digits = all.replace(/^0+/, '');
  return { digits: digits.replace(/0+$/, ''), point: digits === '' ? 0 : digits.length - scale };
}

/** The number rounded to so many digits behind the point: a half to the even digit, or away from zero. */
export function rounded({ digits, point }: Digits, places: number, half: 'even' | 'away'): Digits {
  const keep = point + places;
  if (keep >= digits.length) return { digits, point };
  if (keep < 0) return { digits: '', point: 0 };
  const next = digits.charAt(keep);
  const isHalf = next === '5' && keep + 1 === digits.length;
  const isOdd = keep > 0 && Number(digits.charAt(keep - 1)) % 2 === 1;
  const isUp = isHalf ? half === 'away' || isOdd : next >= '5';
  const kept = digits.slice(0, keep);
  if (!isUp) return trimmed(kept, keep - point);
  const more = String(BigInt(`0${kept}`) + 1n).padStart(keep, '0');
  return trimmed(more, keep - point);
}

/** The digits before the point, at least `least`, and those behind it, `places` of them. */
export function split({ digits, point }: Digits, least: number, places: number): { whole: string; fraction: string } {
  const whole = point <= 0 ? '' : digits.slice(0, point).padEnd(point, '0');
  const behind = point >= 0 ? digits.slice(point) : '0'.repeat(Math.min(-point, places)) + digits;
  return { whole: whole.padStart(least, '0'), fraction: behind.slice(0, places).padEnd(places, '0') };
}
