import { cultureOf, english, type Culture } from './culture.js';
import { isMoment, ticksOf, TICKS_PER_SECOND, type Moment } from './moment.js';

/** The longest text that is read as a time, in UTF-16 code units. */
const MAX_TIME_LENGTH = 100;

/** As texts, because a part may be missing. */
export interface TimeParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour?: string | undefined;
  readonly minute?: string | undefined;
  readonly second?: string | undefined;
  /** Behind the point. */
  readonly fraction?: string | undefined;
  /** `Z`, `GMT`, `+01:00`. */
  readonly zone?: string | undefined;
  /** Whether an hour up to 12 is one of the afternoon; undefined where it counts to 24. */
  readonly afternoon?: boolean | undefined;
}

/** The moment that the parts stand for; one with an offset is set to UTC. Undefined where there is no such moment. */
export function momentOf(of: TimeParts): Moment | undefined {
  const { fraction = '', zone, afternoon } = of;
  const given = Number(of.hour ?? 0);
  if (afternoon !== undefined && (given < 1 || given > 12)) return undefined;
  const ticks = ticksOf({
    year: Number(of.year),
    month: Number(of.month),
    day: Number(of.day),
    hour: afternoon === undefined ? given : (given % 12) + (afternoon ? 12 : 0),
    minute: Number(of.minute ?? 0),
    second: Number(of.second ?? 0),
    fraction: Number(fraction.slice(0, 7).padEnd(7, '0')),
  });
  if (ticks === undefined || zone === undefined || zone === '')
    return ticks === undefined ? undefined : { ticks, kind: 'unspecified' };
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  if (sign === undefined) return { ticks, kind: 'utc' };
  const offset = BigInt(Number(hours) * 60 + Number(minutes)) * 60n * TICKS_PER_SECOND;
  const utc = sign === '-' ? ticks + offset : ticks - offset;
  return isMoment(utc) ? { ticks: utc, kind: 'offset' } : undefined;
}

const iso =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,20}))?)?)? ?(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/** The moment that a text names: in ISO 8601, or as the culture writes dates, with numbers or with names. */
export function parseMoment(given: string, locale?: string): Moment | undefined {
  if (given.length > MAX_TIME_LENGTH) return undefined;
  const text = given.trim();
  const found = iso.exec(text);
  if (!found) return byCulture(text, cultureOf(locale));
  const [, year = '', month = '', day = '', hour, minute, second, fraction, zone] = found;
  return momentOf({ year, month, day, hour, minute, second, fraction, zone });
}

const clock = /(?:^|[\sT,])(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?/;
const zoned = /\s*(Z|GMT|UTC|[+-]\d{2}:?\d{2})$/i;

function byCulture(text: string, culture: Culture): Moment | undefined {
  const time = clock.exec(text);
  const zone = time || /GMT|UTC|Z$/i.test(text) ? zoned.exec(text)?.[1] : undefined;
  const [, hour, minute, second, fraction] = time ?? [];
  const bare = text.replace(clock, ' ').replace(zone === undefined ? /^$/ : zoned, '');
  const half = new RegExp(String.raw`\s(${escaped(culture.am)}|${escaped(culture.pm)}|AM|PM)$`, 'i').exec(
    bare.trimEnd(),
  );
  const date = dateIn(half ? bare.slice(0, half.index) : bare, culture);
  if (!date) return undefined;
  const afternoon = half ? sameName(half[1] ?? '', culture.pm) || sameName(half[1] ?? '', 'PM') : undefined;
  return momentOf({ ...date, hour, minute, second, fraction, zone, afternoon });
}

const escaped = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

/** The day, month and year in a text: numbers in the culture's order, or a name for the month. */
function dateIn(text: string, culture: Culture): Pick<TimeParts, 'year' | 'month' | 'day'> | undefined {
  const words = text.split(/[\s,./-]+/).filter((word) => word !== '');
  const numbers = words.filter((word) => /^\d{1,4}(st|nd|rd|th)?$/i.test(word)).map((word) => word.replace(/\D+$/, ''));
  const names = words.filter((word) => !/^\d/.test(word));
  const months = names.map((name) => monthOf(name, culture)).filter((month) => month > 0);
  const isKnown = names.every((name) => monthOf(name, culture) > 0 || isFiller(name, culture));
  if (!isKnown || numbers.length + names.length !== words.length || months.length > 1) return undefined;
  const [month] = months;
  if (month !== undefined) return named(numbers, String(month));
  const [first = '', second = '', third = ''] = numbers;
  if (numbers.length !== 3) return undefined;
  if (first.length === 4) return { year: first, month: second, day: third };
  const order = culture.patterns.d.replaceAll(/[^dMy]/g, '').replaceAll(/(.)\1+/g, '$1');
  const at = (letter: string) => [first, second, third][order.indexOf(letter)] ?? '';
  return { year: fullYear(at('y')), month: at('M'), day: at('d') };
}

function named(numbers: readonly string[], month: string) {
  const [first = '', second = ''] = numbers;
  if (numbers.length !== 2) return undefined;
  return first.length > 2 ? { year: first, month, day: second } : { year: fullYear(second), month, day: first };
}

/** Two digits are a year from 1950 to 2049, as in .NET. */
function fullYear(year: string): string {
  if (year.length > 2) return year;
  return String(Number(year) + (Number(year) < 50 ? 2000 : 1900));
}

const sameName = (a: string, b: string) => a.toLowerCase().replace(/\.$/, '') === b.toLowerCase().replace(/\.$/, '');

/** From 1; 0 for what is no month. */
export function monthOf(name: string, culture: Culture): number {
  const lists = [culture.months, culture.genitive, culture.shortMonths, english.months, english.shortMonths];
  for (const list of lists) {
    const index = list.findIndex((month) => sameName(month, name));
    if (index >= 0) return index + 1;
  }
  return 0;
}

/** A day of the week, or a small word between the parts: "20 de octubre de 2020". */
function isFiller(name: string, culture: Culture): boolean {
  if (/^(de|del|of|den|le|el|T)$/i.test(name)) return true;
  return [culture.days, culture.shortDays, english.days, english.shortDays].some((list) =>
    list.some((day) => sameName(day, name)),
  );
}
