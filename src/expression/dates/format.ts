import { cultureOf, english, type Culture } from './culture.js';
import { fieldsOf, type Fields, type Moment } from './moment.js';
import { formatTokens } from './tokens.js';

/** What the service writes where no format is asked for. */
const ROUND_TRIP = "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffK";

/** Standard formats that no culture changes. */
const invariant: ReadonlyMap<string, string> = new Map([
  ['o', ROUND_TRIP],
  ['O', ROUND_TRIP],
  ['r', "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'"],
  ['R', "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'"],
  ['s', "yyyy'-'MM'-'dd'T'HH':'mm':'ss"],
  ['u', "yyyy'-'MM'-'dd HH':'mm':'ss'Z'"],
]);

/** A moment in a format of .NET, standard or custom, for a culture; undefined where the format is none. */
export function formatMoment(moment: Moment, format = 'o', locale?: string): string | undefined {
  const culture = cultureOf(locale);
  const fixed = invariant.get(format);
  if (fixed !== undefined) return custom(moment, fixed, english);
  const pattern = format.length === 1 ? standardPattern(format, culture) : format;
  return pattern === undefined || pattern === '' ? undefined : custom(moment, pattern, culture);
}

function standardPattern(letter: string, { patterns }: Culture): string | undefined {
  switch (letter) {
    case 'd':
    case 'D':
    case 't':
    case 'T':
    case 'M':
    case 'Y':
      return patterns[letter];
    case 'm':
      return patterns.M;
    case 'y':
      return patterns.Y;
    case 'f':
      return `${patterns.D} ${patterns.t}`;
    case 'F':
    case 'U':
      return `${patterns.D} ${patterns.T}`;
    case 'g':
      return `${patterns.d} ${patterns.t}`;
    case 'G':
      return `${patterns.d} ${patterns.T}`;
    default:
      return undefined;
  }
}

function custom(moment: Moment, format: string, culture: Culture): string | undefined {
  const tokens = formatTokens(format);
  if (!tokens) return undefined;
  const fields = fieldsOf(moment);
  const hasDay = tokens.some((token) => 'letter' in token && token.letter === 'd' && token.count < 3);
  let text = '';
  for (const token of tokens) {
    if ('text' in token) text += token.text;
    else {
      const part = written(token.letter, token.count, { fields, culture, hasDay, kind: moment.kind });
      // A fraction that is left out takes its point along.
      if (token.letter === 'F' && part === '' && text.endsWith('.')) text = text.slice(0, -1);
      text += part;
    }
  }
  return text;
}

interface Shown {
  readonly fields: Fields;
  readonly culture: Culture;
  readonly hasDay: boolean;
  readonly kind: Moment['kind'];
}

const padded = (value: number, count: number) => String(value).padStart(Math.min(count, 2), '0');

function written(letter: string, count: number, { fields, culture, hasDay, kind }: Shown): string {
  const { year, month, day, hour, minute, second, weekday } = fields;
  switch (letter) {
    case 'd':
      if (count > 2) return (count === 3 ? culture.shortDays : culture.days)[weekday] ?? '';
      return padded(day, count);
    case 'M':
      if (count > 2)
        return (count === 3 ? culture.shortMonths : hasDay ? culture.genitive : culture.months)[month - 1] ?? '';
      return padded(month, count);
    case 'y':
      return count < 3 ? padded(year % 100, count) : String(year).padStart(count, '0');
    case 'h':
      return padded(hour % 12 === 0 ? 12 : hour % 12, count);
    case 'H':
      return padded(hour, count);
    case 'm':
      return padded(minute, count);
    case 's':
      return padded(second, count);
    case 'f':
    case 'F':
      return fraction(fields.fraction, letter, count);
    case 't':
      return (hour < 12 ? culture.am : culture.pm).slice(0, count === 1 ? 1 : undefined);
    case 'g':
      return 'A.D.';
    case 'K':
      return kind === 'utc' ? 'Z' : kind === 'offset' ? '+00:00' : '';
    case 'z':
      return ['+0', '+00'][count - 1] ?? '+00:00';
    case '/':
      return culture.dateSeparator;
    default:
      return culture.timeSeparator;
  }
}

function fraction(ticks: number, letter: 'f' | 'F', count: number): string {
  const digits = String(ticks).padStart(7, '0').slice(0, count);
  return letter === 'f' ? digits : digits.replace(/0+$/, '');
}
