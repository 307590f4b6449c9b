import { daysIn, fieldsOf, isMoment, ticksOf, TICKS_PER_DAY, TICKS_PER_SECOND, type Moment } from './moment.js';

const units: ReadonlyMap<string, bigint> = new Map([
  ['second', TICKS_PER_SECOND],
  ['minute', 60n * TICKS_PER_SECOND],
  ['hour', 3600n * TICKS_PER_SECOND],
  ['day', TICKS_PER_DAY],
  ['week', 7n * TICKS_PER_DAY],
]);

/** Whether a time can be shifted by this unit: Second, Minute, Hour, Day, Week, Month or Year, in any case. */
export function isUnit(unit: string): boolean {
  const name = unit.toLowerCase();
  return units.has(name) || name === 'month' || name === 'year';
}

/**
 * The moment so many units later. A month has the same day, or the last one where it is shorter. Undefined beyond the years 1 to 9999.
 */
export function shifted(moment: Moment, count: bigint, unit: string): Moment | undefined {
  const ticks = units.get(unit.toLowerCase());
  if (ticks === undefined) return shiftedByMonths(moment, unit.toLowerCase() === 'year' ? count * 12n : count);
  const at = moment.ticks + count * ticks;
  return isMoment(at) ? { ...moment, ticks: at } : undefined;
}

function shiftedByMonths(moment: Moment, count: bigint): Moment | undefined {
  const fields = fieldsOf(moment);
  const months = BigInt(fields.year * 12 + fields.month - 1) + count;
  if (months < 12n || months >= 120_000n) return undefined;
  const year = Number(months / 12n);
  const month = Number(months % 12n) + 1;
  const ticks = ticksOf({ ...fields, year, month, day: Math.min(fields.day, daysIn(year, month)) });
  return ticks === undefined ? undefined : { ...moment, ticks };
}
