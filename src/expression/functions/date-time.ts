import { asFloat, integerAt, localeAt, numberOf, optionalTextAt, textAt, type Numeric } from '../arguments.js';
import { formatMoment } from '../dates/format.js';
import { isMoment, TICKS_PER_DAY, TICKS_PER_SECOND, type Moment } from '../dates/moment.js';
import { parseExact } from '../dates/parse-exact.js';
import { parseMoment } from '../dates/parse.js';
import { isUnit, shifted } from '../dates/shift.js';
import { Failure, notValid, shown } from '../failure.js';
import type { Call, ExpressionFunction } from '../function.js';
import { wrongType } from '../wrong-type.js';

function refused(name: string, given: string): Failure {
  return new Failure(
    `In function '${name}', the value provided for date time string '${shown(given)}' was not valid. The datetime string must match ISO 8601 format.`,
  );
}

/** The argument, which must name a moment. */
export function momentAt(call: Call, index: number): Moment {
  const text = textAt(call, index);
  const moment = parseMoment(text);
  if (moment) return moment;
  throw refused(call.name, text);
}

/** A moment as text, in the format that an argument may name. */
export function written(call: Call, moment: Moment, at: number): string {
  const format = optionalTextAt(call, at);
  return inFormat(call, moment, { format: format === '' ? undefined : format });
}

function inFormat(
  call: Call,
  moment: Moment,
  { format, locale }: { format?: string | undefined; locale?: string | undefined },
): string {
  call.scope.spend(format?.length ?? 0);
  const text = formatMoment(moment, format, locale);
  if (text !== undefined) return text;
  throw notValid(call.name, `The format '${shown(format ?? '')}' is not a valid date time format.`);
}

function now(call: Call): Moment {
  const moment = parseMoment(call.scope.context.now());
  return moment ? { ...moment, kind: 'utc' } : { ticks: 0n, kind: 'utc' };
}

/** What must not have left the years 1 to 9999. */
export function within(moment: Moment | undefined): Moment {
  if (moment) return moment;
  throw new Failure('The added or subtracted value results in an un-representable DateTime.');
}

/** A time, a number of units and a format: of addDays() and the like. A number with a fraction is rounded to 100 ns. */
function added(call: Call, unit: bigint): string {
  const moment = momentAt(call, 0);
  const [, given = null] = call.values;
  const number = numberOf(given);
  if (!number) throw wrongType(call.name, 'its second parameter to be an integer', given);
  const ticks = number.type === 'integer' ? number.value * unit : BigInt(Math.round(smallFloat(number) * Number(unit)));
  const at = moment.ticks + ticks;
  return written(call, within(isMoment(at) ? { ...moment, ticks: at } : undefined), 2);
}

function smallFloat(number: Numeric): number {
  const value = asFloat(number);
  if (Math.abs(value) < 1e12) return value;
  throw new Failure('Value to add was out of range.');
}

/** The moment that is so many units away, in the direction of `sign`; the number and the unit are at `index` and behind. */
function away(call: Call, from: Moment, { index, sign }: { index: number; sign: 1n | -1n }): string {
  const count = integerAt(call, index);
  const unit = textAt(call, index + 1);
  if (!isUnit(unit)) {
    throw notValid(
      call.name,
      `The time unit '${shown(unit)}' is not one of 'Second', 'Minute', 'Hour', 'Day', 'Week', 'Month' and 'Year'.`,
    );
  }
  return written(call, within(shifted(from, sign * count, unit)), index + 2);
}

function parsed(call: Call): string {
  const text = textAt(call, 0);
  const locale = localeAt(call, 1);
  const format = optionalTextAt(call, 2);
  const moment = format === undefined ? parseMoment(text, locale) : parseExact(text, format, locale);
  if (!moment) throw refused(call.name, text);
  return inFormat(call, moment, {});
}

/** The functions that add a number of one unit. */
const adding = ([name, unit, ticks, example]: readonly [string, string, bigint, string]): ExpressionFunction => ({
  name,
  signature: `(timestamp: string, ${unit}: integer, format?: string): string`,
  summary: `Gives the time that is so many ${unit} later; a negative number goes back.`,
  examples: [
    [`${name}('2026-01-15T10:30:00Z', -1)`, example],
    [
      `${name}('x', 1)`,
      undefined,
      `In function '${name}', the value provided for date time string 'x' was not valid. The datetime string must match ISO 8601 format.`,
    ],
  ],
  evaluate: (call) => added(call, ticks),
});

/** Functions on times. */
export const dateFunctions: readonly ExpressionFunction[] = [
  ...(
    [
      ['addDays', 'days', TICKS_PER_DAY, '2026-01-14T10:30:00.0000000Z'],
      ['addHours', 'hours', 3600n * TICKS_PER_SECOND, '2026-01-15T09:30:00.0000000Z'],
      ['addMinutes', 'minutes', 60n * TICKS_PER_SECOND, '2026-01-15T10:29:00.0000000Z'],
      ['addSeconds', 'seconds', TICKS_PER_SECOND, '2026-01-15T10:29:59.0000000Z'],
    ] as const
  ).map(adding),
  {
    name: 'addToTime',
    signature: '(timestamp: string, interval: integer, timeUnit: string, format?: string): string',
    summary: 'Gives the time that is so many units later: Second, Minute, Hour, Day, Week, Month or Year.',
    examples: [
      ["addToTime('2026-01-31T00:00:00Z', 1, 'Month')", '2026-02-28T00:00:00.0000000Z'],
      ["addToTime('2026-01-31', 1, 'Day', 'D')", 'Sunday, February 1, 2026'],
    ],
    evaluate: (call) => away(call, momentAt(call, 0), { index: 1, sign: 1n }),
  },
  {
    name: 'formatDateTime',
    signature: '(timestamp: string, format?: string, locale?: string): string',
    summary: 'Writes a time in a format of .NET, standard or custom, for a culture (en-US unless given).',
    examples: [
      ["formatDateTime('2026-03-05T14:07:09.12Z', 'dd.MM.yyyy HH:mm:ss.fff')", '05.03.2026 14:07:09.120'],
      ["formatDateTime('2026-03-05T14:07:09Z', 'f')", 'Thursday, March 5, 2026 2:07 PM'],
      ["formatDateTime('01/31/2016', 'dddd MMMM d', 'fr-FR')", 'dimanche janvier 31'],
      [
        'formatDateTime(null)',
        undefined,
        "The template language function 'formatDateTime' expects its first parameter to be of type string. The provided value is of type 'Null'. Please see https://aka.ms/logicexpressions#formatdatetime for usage details.",
      ],
    ],
    evaluate: (call) => {
      const format = optionalTextAt(call, 1);
      return inFormat(call, momentAt(call, 0), {
        format: format === '' ? undefined : format,
        locale: localeAt(call, 2),
      });
    },
  },
  {
    name: 'getFutureTime',
    signature: '(interval: integer, timeUnit: string, format?: string): string',
    summary: 'Gives the time that is so many units from now.',
    examples: [["getFutureTime(1, 'Week', 'yyyy-MM-dd')", '2026-03-12']],
    evaluate: (call) => away(call, now(call), { index: 0, sign: 1n }),
  },
  {
    name: 'getPastTime',
    signature: '(interval: integer, timeUnit: string, format?: string): string',
    summary: 'Gives the time that is so many units ago.',
    examples: [["getPastTime(1, 'Year')", '2025-03-05T14:07:09.1234567Z']],
    evaluate: (call) => away(call, now(call), { index: 0, sign: -1n }),
  },
  {
    name: 'parseDateTime',
    signature: '(timestamp: string, locale?: string, format?: string): string',
    summary: 'Gives a time that is written as a culture does, or in a custom format, in the round-trip format.',
    examples: [
      ["parseDateTime('20/10/2014', 'fr-fr')", '2014-10-20T00:00:00.0000000'],
      ["parseDateTime('20102014 1:30 PM', 'en-US', 'ddMMyyyy h:mm tt')", '2014-10-20T13:30:00.0000000'],
    ],
    evaluate: parsed,
  },
  {
    name: 'subtractFromTime',
    signature: '(timestamp: string, interval: integer, timeUnit: string, format?: string): string',
    summary: 'Gives the time that is so many units earlier.',
    examples: [["subtractFromTime('2018-01-02T00:00:00Z', 1, 'Day')", '2018-01-01T00:00:00.0000000Z']],
    evaluate: (call) => away(call, momentAt(call, 0), { index: 1, sign: -1n }),
  },
  {
    name: 'utcNow',
    signature: '(format?: string): string',
    summary: 'Gives the time now, in UTC.',
    examples: [['utcNow()', '2026-03-05T14:07:09.1234567Z']],
    evaluate: (call) => written(call, now(call), 0),
  },
];
