import { asFloat, type Numeric } from '../arguments.js';
import { digitsOf, rounded, split, type Digits } from './digits.js';
import type { NumberSigns } from './number-signs.js';

/** A part of a custom format: a place for a digit, a mark with a meaning, or text. */
interface Part {
  readonly text: string;
  readonly literal: boolean;
}

/** A number in a custom format of .NET: `0` and `#` for digits, `.`, `,`, `%`, `‰`, `E+0`, texts in quotes, up to three sections. */
export function formatCustom(number: Numeric, format: string, signs: NumberSigns): string {
  const sections = sectionsOf(format);
  const isNegative = number.type === 'integer' ? number.value < 0n : asFloat(number) < 0;
  const [positive = [], negative = [], zero] = sections;
  const digits = digitsOf(number, true);
  const own = isNegative && negative.length > 0 ? negative : positive;
  const made = written(own, digits, signs);
  if (made.isZero)
    return sections.length > 2 && zero ? written(zero, digits, signs).text : written(positive, digits, signs).text;
  return `${isNegative && own === positive ? '-' : ''}${made.text}`;
}

/** The sections between semicolons, each in its parts. */
function sectionsOf(format: string): Part[][] {
  const sections: Part[][] = [[]];
  for (let at = 0; at < format.length; at++) {
    const text = format.charAt(at);
    if (text === ';') sections.push([]);
    else if (text === '\\') sections.at(-1)?.push({ text: format.charAt(++at), literal: true });
    else if (text === "'" || text === '"') {
      const end = format.indexOf(text, at + 1);
      const until = end < 0 ? format.length : end;
      sections.at(-1)?.push({ text: format.slice(at + 1, until), literal: true });
      at = until;
    } else sections.at(-1)?.push({ text, literal: !'0#.,%‰'.includes(text) });
  }
  return sections.slice(0, 3);
}

interface Places {
  /** How many digits stand before and behind the point at least, and behind it at most. */
  readonly least: number;
  readonly leastBehind: number;
  readonly most: number;
  readonly group: boolean;
  /** By how many powers of ten the number is multiplied. */
  readonly more: number;
}

function placesOf(parts: readonly Part[]): Places {
  const marks = parts.map(({ text, literal }) => (literal ? ' ' : text)).join('');
  const used = marks.replaceAll(/[^0#.,]/g, '');
  const [before = '', ...rest] = used.split('.');
  const behind = rest.join('').replaceAll(',', '');
  const whole = before.replaceAll(',', '');
  const scaled = /,+$/.exec(before)?.[0].length ?? 0;
  const first = whole.indexOf('0');
  return {
    least: first < 0 ? 0 : whole.length - first,
    leastBehind: behind.lastIndexOf('0') + 1,
    most: behind.length,
    group: /[0#],+[0#]/.test(before),
    more: 2 * (marks.split('%').length - 1) + 3 * (marks.split('‰').length - 1) - 3 * scaled,
  };
}

function written(
  parts: readonly Part[],
  { digits, point }: Digits,
  signs: NumberSigns,
): { text: string; isZero: boolean } {
  const { least, leastBehind, most, group, more } = placesOf(parts);
  const value = rounded({ digits, point: digits === '' ? 0 : point + more }, most, 'away');
  const { whole, fraction } = split(value, least, most);
  const shown = leastBehind + fraction.slice(leastBehind).replace(/0+$/, '').length;
  const behind = fraction.slice(0, shown);
  const places = parts.filter(({ text, literal }) => !literal && (text === '0' || text === '#')).length - most;
  return { text: laidOut(parts, { whole, behind, places, group, signs }), isZero: value.digits === '' };
}

interface Layout {
  readonly whole: string;
  readonly behind: string;
  /** How many places for digits stand before the point. */
  readonly places: number;
  readonly group: boolean;
  readonly signs: NumberSigns;
}

/** Puts the digits into their places: those for which there is none before the first. */
function laidOut(parts: readonly Part[], { whole, behind, places, group, signs }: Layout): string {
  let left = places;
  let given = 0;
  let isBehind = false;
  let text = '';
  const next = (count: number): string => {
    let digits = '';
    for (let one = 0; one < count; one++) {
      const remaining = whole.length - given;
      digits += whole.charAt(given++);
      if (group && remaining > 1 && (remaining - 1) % 3 === 0) digits += signs.group;
    }
    return digits;
  };
  let placed = 0;
  for (const { text: mark, literal } of parts) {
    if (literal) text += mark;
    else if (mark === '%' || mark === '‰') text += mark;
    else if (mark === '.') {
      if (!isBehind && behind !== '') text += signs.point;
      isBehind = true;
    } else if (mark !== ',' && isBehind) text += behind.charAt(placed++);
    else if (mark !== ',') {
      const excess = Math.max(0, whole.length - given - left);
      if (whole.length - given >= left) text += next(excess + 1);
      left -= 1;
    }
  }
  return text;
}
