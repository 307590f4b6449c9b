/** A point in time of .NET: a clock reading, and what is known of its zone. */
export interface Moment {
  /** Since 0001-01-01T00:00:00, in units of 100 ns: what the clock shows. */
  readonly ticks: bigint;
  /** `utc` was written with a Z, `offset` with another offset (the clock is set to UTC then), `unspecified` with neither. */
  readonly kind: 'utc' | 'offset' | 'unspecified';
}

/** What a clock and a calendar show. */
export interface Fields {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Of a second, in units of 100 ns. */
  readonly fraction: number;
  /** Sunday is 0. */
  readonly weekday: number;
}

/** Units of 100 ns. */
export const TICKS_PER_SECOND = 10_000_000n;
/** Units of 100 ns. */
export const TICKS_PER_DAY = 86_400n * TICKS_PER_SECOND;
/** Units of 100 ns in a millisecond. */
export const TICKS_PER_MILLISECOND = 10_000n;
/** Where JavaScript begins to count: 1970-01-01T00:00:00. */
export const TICKS_AT_EPOCH = 621_355_968_000_000_000n;
/** Behind 9999-12-31T23:59:59.9999999, the last that .NET has. */
const TICKS_AT_END = 3_155_378_976_000_000_000n;

/** Whether .NET has such a point in time. */
export function isMoment(ticks: bigint): boolean {
  return ticks >= 0n && ticks < TICKS_AT_END;
}

/** What the clock shows. */
export function fieldsOf({ ticks }: Moment): Fields {
  const days = ticks / TICKS_PER_DAY;
  const date = new Date(Number(days) * 86_400_000 - 62_135_596_800_000);
  const rest = ticks % TICKS_PER_DAY;
  const seconds = Number(rest / TICKS_PER_SECOND);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    fraction: Number(rest % TICKS_PER_SECOND),
    weekday: date.getUTCDay(),
  };
}

/** The clock reading of a calendar date and a time; undefined where there is no such date or time. */
export function ticksOf(of: Omit<Fields, 'weekday'>): bigint | undefined {
  const { year, month, day, hour, minute, second, fraction } = of;
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const seconds = BigInt(hour * 3600 + minute * 60 + second);
  return daysBefore(year, month, day) * TICKS_PER_DAY + seconds * TICKS_PER_SECOND + BigInt(fraction);
}

/** How many days a month has. */
export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

/** Days since 0001-01-01. */
function daysBefore(year: number, month: number, day: number): bigint {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return BigInt(Math.round((date.getTime() + 62_135_596_800_000) / 86_400_000));
}
