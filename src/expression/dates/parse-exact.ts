import { cultureOf, type Culture } from './culture.js';
import type { Moment } from './moment.js';
import { momentOf, monthOf } from './parse.js';
import { formatTokens } from './tokens.js';

/** The longest text that is read as a time, in UTF-16 code units. */
const MAX_TIME_LENGTH = 200;

/** Where the reading of a text is, and what was read. */
interface Reading {
  readonly text: string;
  readonly culture: Culture;
  at: number;
  readonly found: Map<string, string>;
}

/** The moment that a text names in a custom format; undefined where it does not fit the format. */
export function parseExact(text: string, format: string, locale?: string): Moment | undefined {
  const tokens = formatTokens(format);
  if (!tokens || text.length > MAX_TIME_LENGTH || format.length > MAX_TIME_LENGTH) return undefined;
  const reading: Reading = { text, culture: cultureOf(locale), at: 0, found: new Map() };
  for (const token of tokens) {
    const isRead = 'text' in token ? literal(reading, token.text) : part(reading, token.letter, token.count);
    if (!isRead) return undefined;
  }
  return reading.at === text.length ? momentIn(reading.found) : undefined;
}

function momentIn(found: ReadonlyMap<string, string>): Moment | undefined {
  const half = found.get('t');
  const twelve = found.get('h');
  return momentOf({
    year: found.get('y') ?? '1',
    month: found.get('M') ?? '1',
    day: found.get('d') ?? '1',
    hour: found.get('H') ?? twelve,
    minute: found.get('m'),
    second: found.get('s'),
    fraction: found.get('f'),
    zone: found.get('zone'),
    afternoon: twelve === undefined ? undefined : half === 'pm',
  });
}

function literal(reading: Reading, wanted: string): boolean {
  if (!reading.text.startsWith(wanted, reading.at)) return false;
  reading.at += wanted.length;
  return true;
}

/** Takes what a pattern finds where the reading is. */
function take(reading: Reading, key: string, pattern: RegExp): boolean {
  const [found] = pattern.exec(reading.text.slice(reading.at)) ?? [];
  if (found === undefined) return false;
  reading.found.set(key, found);
  reading.at += found.length;
  return true;
}

/** Takes the longest of the names that stands there. */
function takeName(reading: Reading, names: readonly string[]): string | undefined {
  const rest = reading.text.slice(reading.at).toLowerCase();
  const fitting = names.filter((name) => name !== '' && rest.startsWith(name.toLowerCase()));
  const longest = fitting.toSorted((a, b) => b.length - a.length)[0];
  if (longest !== undefined) reading.at += longest.length;
  return longest;
}

const digits = (count: number, most = 2) => new RegExp(`^\\d{${count === 1 ? 1 : most},${most}}`);

function part(reading: Reading, letter: string, count: number): boolean {
  const { culture } = reading;
  switch (letter) {
    case 'd':
      if (count < 3) return take(reading, 'd', digits(count));
      return takeName(reading, count === 3 ? culture.shortDays : culture.days) !== undefined;
    case 'M':
      if (count < 3) return take(reading, 'M', digits(count));
      return month(reading, count === 3 ? culture.shortMonths : [...culture.months, ...culture.genitive]);
    case 'y':
      return year(reading, count);
    case 'f':
      return take(reading, 'f', new RegExp(`^\\d{${count}}`));
    case 'F':
      return take(reading, 'f', new RegExp(`^\\d{0,${count}}`));
    case 't':
      return halfOfDay(reading, count);
    case 'K':
      return take(reading, 'zone', /^(?:Z|[+-]\d{2}:\d{2})?/);
    case 'z':
      return take(reading, 'zone', count < 3 ? /^[+-]\d{1,2}/ : /^[+-]\d{2}:\d{2}/);
    case ':':
      return literal(reading, culture.timeSeparator);
    case '/':
      return literal(reading, culture.dateSeparator);
    case 'g':
      return takeName(reading, ['A.D.']) !== undefined;
    default:
      return take(reading, letter, digits(count));
  }
}

function month(reading: Reading, names: readonly string[]): boolean {
  const name = takeName(reading, names);
  if (name === undefined) return false;
  reading.found.set('M', String(monthOf(name, reading.culture)));
  return true;
}

function year(reading: Reading, count: number): boolean {
  const pattern = count < 3 ? /^\d{1,2}/ : count === 3 ? /^\d{3,4}/ : new RegExp(`^\\d{${count}}`);
  if (!take(reading, 'y', pattern)) return false;
  const given = Number(reading.found.get('y'));
  if (count < 3) reading.found.set('y', String(given + (given < 50 ? 2000 : 1900)));
  return true;
}

function halfOfDay(reading: Reading, count: number): boolean {
  const { am, pm } = reading.culture;
  const short = (name: string) => (count === 1 ? name.slice(0, 1) : name);
  const name = takeName(reading, [short(am), short(pm)]);
  if (name !== undefined) reading.found.set('t', name === short(pm) ? 'pm' : 'am');
  return name !== undefined;
}
