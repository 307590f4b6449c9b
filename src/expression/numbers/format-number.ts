import { asFloat, type Numeric } from '../arguments.js';
import { numberText } from '../text.js';
import { float, type Value } from '../value.js';
import { digitsOf, rounded, split, type Digits } from './digits.js';
import { formatCustom } from './format-custom.js';
import { numberSigns, type NumberSigns } from './number-signs.js';

/** The most digits that a standard format may ask for. .NET takes a billion. */
const MOST_PLACES = 999;

/** A number in a format of .NET, for a culture; undefined where the format is none. */
export function formatNumber(number: Numeric, format: string, locale = 'en-US'): string | undefined {
  const signs = numberSigns(locale);
  const [, letter, digits = ''] = /^([A-Za-z])(\d{0,3})$/.exec(format) ?? [];
  if (format === '') return general(number, undefined, signs);
  if (letter === undefined) return formatCustom(number, format, signs);
  const places = digits === '' ? undefined : Math.min(Number(digits), MOST_PLACES);
  return standard(number, letter, { places, signs });
}

interface Style {
  readonly places: number | undefined;
  readonly signs: NumberSigns;
}

function standard(number: Numeric, letter: string, { places, signs }: Style): string | undefined {
  const minus = isNegative(number) ? '-' : '';
  const grouped = (more = 0) => fixed(number, { places: places ?? 2, signs, group: true, more });
  switch (letter.toUpperCase()) {
    case 'C':
      return signed(minus, grouped(), (text) => patterned(signs.currencyPattern, text, signs));
    case 'D':
      return number.type === 'integer' ? minus + digitsText(number, places ?? 1) : undefined;
    case 'E':
      return scientific(number, letter, { places, signs });
    case 'F':
      return signed(minus, fixed(number, { places: places ?? 2, signs, group: false, more: 0 }));
    case 'G':
    case 'R':
      return general(number, places, signs);
    case 'N':
      return signed(minus, grouped());
    case 'P':
      return signed(minus, grouped(2), (text) => patterned(signs.percentPattern, text, signs));
    case 'X':
      return number.type === 'integer'
        ? hexadecimal(number.value, letter === 'X').padStart(places ?? 1, '0')
        : undefined;
    default:
      return undefined;
  }
}

/** Whether the number is below zero. */
function isNegative(number: Numeric): boolean {
  return number.type === 'integer' ? number.value < 0n : asFloat(number) < 0;
}

/** With its sign, which a number that was rounded to zero has not. */
function signed(minus: string, text: string, pattern = (text: string) => text): string {
  return (/[1-9]/.test(text) ? minus : '') + pattern(text);
}

function patterned(pattern: string, text: string, { currency }: NumberSigns): string {
  return pattern.replace(/[n$]/g, (mark) => (mark === 'n' ? text : currency)).replace(' ', '\u00a0');
}

interface Fixed {
  readonly places: number;
  readonly signs: NumberSigns;
  readonly group: boolean;
  /** By how many powers of ten it is multiplied. */
  readonly more: number;
}

function fixed(number: Numeric, { places, signs, group, more }: Fixed): string {
  const { digits, point } = digitsOf(number, false);
  const { whole, fraction } = split(rounded({ digits, point: point + more }, places, 'even'), 1, places);
  return (group ? inThousands(whole, signs.group) : whole) + (places === 0 ? '' : signs.point + fraction);
}

/** The digits with a separator between thousands. */
function inThousands(whole: string, separator: string): string {
  const first = whole.length % 3;
  const groups = whole.slice(first).match(/.../g) ?? [];
  return (first === 0 ? groups : [whole.slice(0, first), ...groups]).join(separator);
}

function digitsText(number: Numeric, least: number): string {
  return split(digitsOf(number, false), least, 0).whole;
}

function scientific(number: Numeric, letter: string, { places = 6, signs }: Style): string {
  const all = digitsOf(number, false);
  const at: Digits = rounded({ ...all, point: 1 }, places, 'even');
  const { whole, fraction } = split(at, 1, places);
  // Rounding may have made one digit more.
  const exponent = all.digits === '' ? 0 : all.point - 1 + (whole.length - 1);
  const mantissa = whole.length > 1 ? { whole: '1', fraction: '0'.repeat(places) } : { whole, fraction };
  const sign = exponent < 0 ? '-' : '+';
  const power = String(Math.abs(exponent)).padStart(3, '0');
  const minus = isNegative(number) ? '-' : '';
  return `${minus}${mantissa.whole}${places === 0 ? '' : signs.point + mantissa.fraction}${letter}${sign}${power}`;
}

/** The shortest of fixed and scientific. */
function general(number: Numeric, places: number | undefined, { point }: NumberSigns): string {
  const limited = places === undefined || places === 0 ? number : asPrecise(number, places);
  const value: Value = limited.type === 'float' ? float(limited.value) : limited.value;
  return (numberText(value) ?? '').replace('.', point);
}

function asPrecise(number: Numeric, places: number): Numeric {
  const value = Number(asFloat(number).toPrecision(Math.min(places, 100)));
  return { type: 'float', value };
}

function hexadecimal(value: bigint, upper: boolean): string {
  const text = BigInt.asUintN(64, value).toString(16);
  return upper ? text.toUpperCase() : text;
}
