import { canRewrite } from './terminal.js';
import type { World } from './world.js';

/** In milliseconds: work that is done sooner says nothing, and nobody reads faster. */
const BETWEEN_MS = 100;

/** Counts on a terminal's standard error while long work goes on: one line, gone at the end. Anywhere else nothing is printed. */
export interface Progress {
  step(done: number): void;
  end(): void;
}

/** Those whose line stands there now. */
const showing = new WeakSet<World>();

/** The progress of work in `of` steps, named by the plural `noun`. */
export function progress(
  world: World,
  { of, noun, quiet }: { readonly of: number; readonly noun: string; readonly quiet: boolean },
): Progress {
  if (quiet || !canRewrite(world)) return { step: () => undefined, end: () => undefined };
  let told = world.now();
  return {
    step: (done) => {
      const now = world.now();
      if (now - told < BETWEEN_MS) return;
      told = now;
      showing.add(world);
      world.err(`\r${done} of ${of} ${noun}`);
    },
    end: () => endProgress(world),
  };
}

/** Removes the line, also where work ended with a fault. */
export function endProgress(world: World): void {
  // back to the start of the line, and erase it
  if (showing.delete(world)) world.err('\r\u001B[K');
}
