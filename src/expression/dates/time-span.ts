import { TICKS_PER_DAY, TICKS_PER_SECOND } from './moment.js';

const two = (value: bigint) => String(value).padStart(2, '0');

/** A time span as .NET writes it: `[-][days.]hours:minutes:seconds[.fraction]`. In units of 100 ns. */
export function timeSpanText(ticks: bigint): string {
  const all = ticks < 0n ? -ticks : ticks;
  const days = all / TICKS_PER_DAY;
  const seconds = (all % TICKS_PER_DAY) / TICKS_PER_SECOND;
  const fraction = all % TICKS_PER_SECOND;
  const clock = [seconds / 3600n, (seconds / 60n) % 60n, seconds % 60n].map(two).join(':');
  return [
    ticks < 0n ? '-' : '',
    days === 0n ? '' : `${days}.`,
    clock,
    fraction === 0n ? '' : `.${String(fraction).padStart(7, '0')}`,
  ].join('');
}
