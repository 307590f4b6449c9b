import { textAt } from '../arguments.js';
import type { Moment } from '../dates/moment.js';
import { inZone, isUtc, toUtc, zoneOf, type Zone } from '../dates/zones.js';
import { Failure, ofFunction, shown } from '../failure.js';
import type { Call, ExpressionFunction } from '../function.js';
import { momentAt, within, written } from './date-time.js';

/** The argument, which must name a time zone. */
function zoneAt(call: Call, index: number): Zone {
  const name = textAt(call, index);
  const zone = zoneOf(name);
  if (zone !== undefined) return zone;
  throw new Failure(
    `In the template language function '${call.name}', the value provided for the time zone id '${shown(name)}' was not valid.`,
  );
}

/** A moment in UTC: one without a zone is read from the clock of this one. */
function utcOf({ ticks, kind }: Moment, zone: Zone): bigint {
  if (kind !== 'unspecified') return ticks;
  const utc = toUtc(ticks, zone);
  if (utc !== undefined) return utc;
  throw new Failure(
    'The supplied DateTime represents an invalid time. For example, when the clock is adjusted forward, any time in the period that is skipped is invalid.',
  );
}

function toUtcTime(call: Call): string {
  const moment = momentAt(call, 0);
  const zone = zoneAt(call, 1);
  if (moment.kind === 'utc' && !isUtc(zone)) {
    const expected = 'its second parameter to be a time zone matching the time zone indicated by the timestamp';
    throw new Failure(
      `${ofFunction(call.name)} expects ${expected}. The provided value '${shown(textAt(call, 1))}' does not match.`,
    );
  }
  return written(call, { ticks: utcOf(moment, zone), kind: 'utc' }, 2);
}

/** Functions from one time zone to another. */
export const zoneFunctions: readonly ExpressionFunction[] = [
  {
    name: 'convertFromUtc',
    signature: '(timestamp: string, destinationTimeZone: string, format?: string): string',
    summary: 'Gives what the clock of a time zone shows at a time of UTC. Zones have the names of Windows, or of IANA.',
    examples: [
      ["convertFromUtc('2018-01-01T08:00:00.0000000Z', 'Pacific Standard Time')", '2018-01-01T00:00:00.0000000'],
      ["convertFromUtc('2026-07-01T08:00:00Z', 'Europe/Berlin', 't')", '10:00 AM'],
      [
        "convertFromUtc('2026-07-01T08:00:00Z', 'Nowhere')",
        undefined,
        "In the template language function 'convertFromUtc', the value provided for the time zone id 'Nowhere' was not valid.",
      ],
    ],
    evaluate: (call) => written(call, within(inZone(momentAt(call, 0).ticks, zoneAt(call, 1))), 2),
  },
  {
    name: 'convertTimeZone',
    signature: '(timestamp: string, sourceTimeZone: string, destinationTimeZone: string, format?: string): string',
    summary: 'Gives what the clock of one time zone shows when that of another shows this.',
    examples: [
      [
        "convertTimeZone('2026-06-15T12:00:00', 'W. Europe Standard Time', 'Tokyo Standard Time')",
        '2026-06-15T19:00:00.0000000',
      ],
    ],
    evaluate: (call) => {
      const utc = utcOf(momentAt(call, 0), zoneAt(call, 1));
      return written(call, within(inZone(utc, zoneAt(call, 2))), 3);
    },
  },
  {
    name: 'convertToUtc',
    signature: '(timestamp: string, sourceTimeZone: string, format?: string): string',
    summary: 'Gives the time of UTC at which the clock of a time zone shows this.',
    examples: [
      ["convertToUtc('01/01/2018 00:00:00', 'Pacific Standard Time')", '2018-01-01T08:00:00.0000000Z'],
      [
        "convertToUtc('2026-03-29T02:30:00', 'Europe/Berlin')",
        undefined,
        'The supplied DateTime represents an invalid time. For example, when the clock is adjusted forward, any time in the period that is skipped is invalid.',
      ],
    ],
    evaluate: toUtcTime,
  },
];
