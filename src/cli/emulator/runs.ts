import type { RunRecord } from '../../engine/record.js';
import type { OpenRun } from '../../emulator/message.js';
import { carryOut, type Holder } from '../../emulator/run/carry-out.js';
import { withoutRun } from '../../emulator/run/keep-run.js';

/** Carries out the runs of an emulator, each once. */
export interface Runs {
  /** Begins those of an emulator's memory that have not begun yet. */
  readonly begin: (open: Iterable<OpenRun>) => void;
  /** The record of a run that has begun, once it has ended; undefined where it broke off. */
  readonly ended: (run: OpenRun) => Promise<RunRecord | undefined>;
}

/** How many runs go on at the same time: others wait. */
const MOST_AT_ONCE = 20;

/** Carries out runs beside each other. What breaks one off is told to `onError`. */
export function runsOf(holder: Holder, onError: (error: unknown) => void): Runs {
  const records = new Map<string, Promise<RunRecord | undefined>>();
  const waiting: (() => void)[] = [];
  let going = 0;
  const turn = () => (going < MOST_AT_ONCE ? Promise.resolve() : new Promise<void>((begin) => waiting.push(begin)));
  const forget = (run: OpenRun) =>
    holder.change(({ state, memory }) => ({ emulated: { state, memory: withoutRun(memory, run.id) }, result: true }));
  const carriedOut = async (run: OpenRun): Promise<RunRecord | undefined> => {
    await turn();
    going += 1;
    try {
      return await carryOut(run, holder);
    } catch (error) {
      onError(error);
      await forget(run).catch(onError);
      return undefined;
    } finally {
      going -= 1;
      records.delete(run.id);
      waiting.shift()?.();
    }
  };
  return {
    begin: (open) => {
      for (const run of open) if (!records.has(run.id)) records.set(run.id, carriedOut(run));
    },
    ended: (run) => records.get(run.id) ?? Promise.resolve(undefined),
  };
}
