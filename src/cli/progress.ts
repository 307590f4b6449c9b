import type { World } from './world.js';

/** Work with fewer steps than this is done before a person could read of it. */
const FEWEST_STEPS = 200;
const STEPS_BETWEEN = 100;

/** Counts on a terminal's standard error while long work goes on: one line, gone at the end. Anywhere else nothing is printed. */
export interface Progress {
  step(done: number): void;
  end(): void;
}

/** The progress of work in `of` steps, named by the plural `noun`. */
export function progress(
  world: World,
  { of, noun, quiet }: { readonly of: number; readonly noun: string; readonly quiet: boolean },
): Progress {
  if (quiet || of < FEWEST_STEPS || !world.isTerminal('err')) return { step: () => undefined, end: () => undefined };
  return {
    step: (done) => {
      if (done % STEPS_BETWEEN === 0) world.err(`\r${done} of ${of} ${noun}`);
    },
    // Back to the start of the line, and erase it.
    end: () => world.err('\r\u001B[K'),
  };
}
