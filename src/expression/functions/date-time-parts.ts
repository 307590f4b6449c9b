import { integerValue } from '../arguments.js';
import { fieldsOf, TICKS_PER_DAY, TICKS_PER_SECOND, type Fields, type Moment } from '../dates/moment.js';
import { parseMoment } from '../dates/parse.js';
import { timeSpanText } from '../dates/time-span.js';
import type { Call, ExpressionFunction } from '../function.js';
import { momentAt, written } from './date-time.js';

function startOf(call: Call, keep: (fields: Fields) => bigint): string {
  const moment = momentAt(call, 0);
  return written(
    call,
    { ...moment, ticks: keep(fieldsOf(moment)) + (moment.ticks / TICKS_PER_DAY) * TICKS_PER_DAY },
    1,
  );
}

function dayOfYear(moment: Moment): number {
  const { year } = fieldsOf(moment);
  const first = parseMoment(`${String(year).padStart(4, '0')}-01-01`);
  return Number(moment.ticks / TICKS_PER_DAY - (first?.ticks ?? 0n) / TICKS_PER_DAY) + 1;
}

/** Functions that give a part of a time, or what lies between two. */
export const partFunctions: readonly ExpressionFunction[] = [
  {
    name: 'dateDifference',
    signature: '(startDate: string, endDate: string): string',
    summary: 'Gives how much later the second time is, as a time span of .NET: days.hours:minutes:seconds.',
    examples: [["dateDifference('2015-02-08', '2018-07-30T01:00:00')", '1268.01:00:00']],
    evaluate: (call) => timeSpanText(momentAt(call, 1).ticks - momentAt(call, 0).ticks),
  },
  {
    name: 'dayOfMonth',
    signature: '(timestamp: string): integer',
    summary: 'Gives the day of the month.',
    examples: [["dayOfMonth('2018-03-15T13:27:36Z')", 15]],
    evaluate: (call) => fieldsOf(momentAt(call, 0)).day,
  },
  {
    name: 'dayOfWeek',
    signature: '(timestamp: string): integer',
    summary: 'Gives the day of the week; Sunday is 0.',
    examples: [["dayOfWeek('2018-03-15T13:27:36Z')", 4]],
    evaluate: (call) => fieldsOf(momentAt(call, 0)).weekday,
  },
  {
    name: 'dayOfYear',
    signature: '(timestamp: string): integer',
    summary: 'Gives the day of the year, from 1.',
    examples: [["dayOfYear('2018-03-15T13:27:36Z')", 74]],
    evaluate: (call) => dayOfYear(momentAt(call, 0)),
  },
  {
    name: 'startOfDay',
    signature: '(timestamp: string, format?: string): string',
    summary: 'Gives the beginning of the day.',
    examples: [["startOfDay('2018-03-15T13:30:30Z')", '2018-03-15T00:00:00.0000000Z']],
    evaluate: (call) => startOf(call, () => 0n),
  },
  {
    name: 'startOfHour',
    signature: '(timestamp: string, format?: string): string',
    summary: 'Gives the beginning of the hour.',
    examples: [["startOfHour('2018-03-15T13:30:30Z')", '2018-03-15T13:00:00.0000000Z']],
    evaluate: (call) => startOf(call, ({ hour }) => BigInt(hour) * 3600n * TICKS_PER_SECOND),
  },
  {
    name: 'startOfMonth',
    signature: '(timestamp: string, format?: string): string',
    summary: 'Gives the beginning of the month.',
    examples: [["startOfMonth('2018-03-15T13:30:30Z', 'yyyy-MM-dd')", '2018-03-01']],
    evaluate: (call) => startOf(call, ({ day }) => -BigInt(day - 1) * TICKS_PER_DAY),
  },
  {
    name: 'ticks',
    signature: '(timestamp: string): integer',
    summary: 'Gives the time in units of 100 ns since the beginning of the year 1.',
    examples: [["string(ticks('2026-01-01'))", '639028224000000000']],
    evaluate: (call) => integerValue(momentAt(call, 0).ticks),
  },
];
