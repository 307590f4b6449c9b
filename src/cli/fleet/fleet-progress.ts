import { printable } from '../../report/text.js';
import type { World } from '../world.js';
import type { FleetEntry, JobResult } from './job.js';

/** Milliseconds between two lines on a terminal. */
const BETWEEN = 100;

/** What is told of a run while it goes on. */
export interface FleetProgress {
  readonly step: (entry: FleetEntry, result: JobResult) => void;
  readonly end: () => void;
}

/** One line that counts, on a terminal; anywhere else one line for each target. */
export function fleetProgress(
  world: World,
  { of, quiet }: { readonly of: number; readonly quiet: boolean },
): FleetProgress {
  if (quiet) return { step: () => undefined, end: () => undefined };
  if (!world.isTerminal('err')) {
    const step: FleetProgress['step'] = ({ label }, { result, error }) => {
      const why = error === undefined ? '' : `: ${error.message}`;
      world.err(`${printable(`${label}: ${result}${why}`)}\n`);
    };
    return { step, end: () => undefined };
  }
  let [done, wrong, told] = [0, 0, Number.NEGATIVE_INFINITY];
  return {
    step: (_entry, { ok }) => {
      done += 1;
      if (!ok) wrong += 1;
      const now = world.now();
      if (now - told < BETWEEN) return;
      told = now;
      world.err(`\r${done} of ${of} targets${wrong === 0 ? '' : `, ${wrong} failed`}`);
    },
    // Back to the start of the line, and erase it.
    end: () => world.err('\r\u001B[K'),
  };
}
