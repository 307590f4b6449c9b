import {
  TICKS_AT_EPOCH,
  TICKS_PER_DAY,
  TICKS_PER_MILLISECOND,
  fieldsOf,
  isMoment,
  ticksOf,
  type Moment,
} from './moment.js';
import { windowsZones } from './windows-zones.js';

/** A time zone, by the name that `Intl` has for it. */
export type Zone = string & { readonly zone: unique symbol };

/** What two ways to write a name have in common: case and points do not count. */
const plain = (name: string) => name.toLowerCase().replaceAll('.', '');

const windows: ReadonlyMap<string, string> = new Map(
  Object.entries(windowsZones).map(([name, zone]) => [plain(name), zone]),
);

const formats = new Map<string, Intl.DateTimeFormat>();

/** The zone of a name, of Windows ("W. Europe Standard Time") or of IANA ("Europe/Berlin"); undefined for any other text. */
export function zoneOf(name: string): Zone | undefined {
  if (name.length > 64) return undefined;
  const zone = windows.get(plain(name.trim())) ?? name.trim();
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(zone) || !formatOf(zone)) return undefined;
  return zone as Zone; // `Intl` knows it
}

/** Whether the zone is UTC itself. */
export function isUtc(zone: Zone): boolean {
  return /^(etc\/)?(utc|gmt|uct|zulu|universal)$/i.test(zone);
}

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  const key = zone.toLowerCase();
  const known = formats.get(key);
  if (known) return known;
  try {
    const made = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(key, made);
    return made;
  } catch {
    return undefined;
  }
}

/** In units of 100 ns: no two changes of a clock are as near, and no clock is as far from UTC. */
const A_DAY = TICKS_PER_DAY;
/** In units of 100 ns. */
const LEAP_YEAR = 366n * TICKS_PER_DAY;

/** How far the clock of a zone is ahead of UTC at a moment of UTC, in units of 100 ns. */
function offsetAt(utc: bigint, zone: Zone): bigint {
  const milliseconds = Number((utc - TICKS_AT_EPOCH) / TICKS_PER_MILLISECOND);
  const parts = formatOf(zone)?.formatToParts(milliseconds) ?? [];
  const at = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const fields = {
    year: at('year'),
    month: at('month'),
    day: at('day'),
    hour: at('hour'),
    minute: at('minute'),
    second: at('second'),
  };
  const { fraction, second } = fieldsOf({ ticks: utc, kind: 'utc' });
  // Before there were zones, clocks were seconds apart; .NET knows whole minutes only.
  const shown = ticksOf({ ...fields, second, fraction });
  const offset = shown === undefined ? 0n : shown - utc;
  // The year before the first has the number 1 too.
  return offset > A_DAY ? offset - LEAP_YEAR : offset;
}

/** What the clock of a zone shows at a moment of UTC; undefined beyond the years 1 to 9999. */
export function inZone(utc: bigint, zone: Zone): Moment | undefined {
  if (isUtc(zone)) return { ticks: utc, kind: 'utc' };
  const ticks = utc + offsetAt(utc, zone);
  return isMoment(ticks) ? { ticks, kind: 'unspecified' } : undefined;
}

/** The moment of UTC at which the clock of a zone shows this: of two the one in standard time; undefined where the clock is set forward over it. */
export function toUtc(clock: bigint, zone: Zone): bigint | undefined {
  const offsets = [offsetAt(clampedTicks(clock - A_DAY), zone), offsetAt(clampedTicks(clock + A_DAY), zone)];
  const fitting = offsets.filter((offset) => isMoment(clock - offset) && offsetAt(clock - offset, zone) === offset);
  const [first, second] = fitting;
  if (first === undefined) return undefined;
  return clock - (second !== undefined && second < first ? second : first);
}

function clampedTicks(ticks: bigint): bigint {
  return isMoment(ticks) ? ticks : ticks < 0n ? 0n : ticks - 2n * A_DAY;
}
