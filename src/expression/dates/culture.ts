/** How a culture writes dates and times. */
export interface Culture {
  /** From January; `genitive` beside a day. */
  readonly months: readonly string[];
  readonly genitive: readonly string[];
  readonly shortMonths: readonly string[];
  /** From Sunday. */
  readonly days: readonly string[];
  readonly shortDays: readonly string[];
  readonly am: string;
  readonly pm: string;
  readonly dateSeparator: string;
  readonly timeSeparator: string;
  /** What the standard formats d, D, t, T, M and Y stand for, as custom formats. */
  readonly patterns: Readonly<Record<'d' | 'D' | 't' | 'T' | 'M' | 'Y', string>>;
}

const englishMonths = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore
const englishDays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const firstThree = (name: string) => name.slice(0, 3);

/** The culture that is meant where none is named: en-US. What names dates without a culture has the same names. */
export const english: Culture = {
  months: englishMonths,
  genitive: englishMonths,
  shortMonths: englishMonths.map(firstThree),
  days: englishDays,
  shortDays: englishDays.map(firstThree),
  am: 'AM',
  pm: 'PM',
  dateSeparator: '/',
  timeSeparator: ':',
  patterns: {
    d: 'M/d/yyyy',
    D: 'dddd, MMMM d, yyyy',
    t: 'h:mm tt',
    T: 'h:mm:ss tt',
    M: 'MMMM d',
    Y: 'MMMM yyyy',
  },
};

/** What .NET has otherwise than the data that `Intl` is made from. */
const otherwise: Readonly<Record<string, Partial<Culture['patterns']>>> = { 'en-GB': { D: 'dd MMMM yyyy' } };

const known = new Map<string, Culture>([['en-US', english]]);
/** So that hostile input does not fill the memory. */
const MOST_KNOWN = 100;

/** How a culture writes dates, by the name that `Intl` has for it. */
export function cultureOf(locale = 'en-US'): Culture {
  const found = known.get(locale) ?? readCulture(locale);
  if (known.size < MOST_KNOWN) known.set(locale, found);
  return found;
}

const utc = { timeZone: 'UTC' } as const;
/** A Wednesday whose day and month have one digit and differ. */
const sample = new Date(Date.UTC(2021, 1, 3, 4, 5, 6));

function readCulture(locale: string): Culture {
  const parts = (options: Intl.DateTimeFormatOptions, date = sample) =>
    new Intl.DateTimeFormat(locale, { ...options, ...utc, numberingSystem: 'latn', calendar: 'gregory' }).formatToParts(
      date,
    );
  const names = (options: Intl.DateTimeFormatOptions, type: string, dates: readonly Date[]) =>
    dates.map((date) => parts(options, date).find((part) => part.type === type)?.value ?? '');
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2021, month, 1)));
  const days = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2021, 7, 1 + day)));
  const halves = [1, 13].map((hour) => new Date(Date.UTC(2021, 1, 3, hour)));
  const [am = 'AM', pm = 'PM'] = names({ hour: 'numeric', hourCycle: 'h12' }, 'dayPeriod', halves);
  const short = parts({ dateStyle: 'short' });
  return {
    months: names({ month: 'long' }, 'month', months),
    genitive: names({ month: 'long', day: 'numeric' }, 'month', months),
    shortMonths: names({ month: 'short' }, 'month', months),
    days: names({ weekday: 'long' }, 'weekday', days),
    shortDays: names({ weekday: 'short' }, 'weekday', days),
    am,
    pm,
    dateSeparator: short.find(({ type }) => type === 'literal')?.value.trim() ?? '/',
    timeSeparator: ':',
    patterns: {
      d: patternOf(short),
      D: patternOf(parts({ dateStyle: 'full' })),
      t: patternOf(parts({ timeStyle: 'short' })),
      T: patternOf(parts({ timeStyle: 'medium' })),
      M: patternOf(parts({ month: 'long', day: 'numeric' })),
      Y: patternOf(parts({ month: 'long', year: 'numeric' })),
      ...otherwise[locale],
    },
  };
}

/** The custom format that gives what `Intl` gave for the sample. */
function patternOf(parts: readonly Intl.DateTimeFormatPart[]): string {
  const is12 = parts.some(({ type }) => type === 'dayPeriod');
  const letters: Readonly<Record<string, string>> = { day: 'd', hour: is12 ? 'h' : 'H', minute: 'm', second: 's' };
  return parts
    .map(({ type, value }) => {
      if (type === 'weekday') return 'dddd';
      if (type === 'month') return /^\d+$/.test(value) ? 'M'.repeat(value.length) : 'MMMM';
      if (type === 'year') return 'yyyy';
      if (type === 'dayPeriod') return 'tt';
      const letter = letters[type];
      if (letter !== undefined) return letter.repeat(value.length);
      return /^[\s.,:/-]*$/.test(value) ? value.replaceAll('\u202f', ' ') : `'${value.replaceAll("'", '')}'`;
    })
    .join('');
}
