import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { inTurn, takenUp, untaken, type TakenBy } from './in-turn.js';
import type { LintAsked, Numbered, Part } from './part.js';
import type { LintTarget } from './targets.js';

/** The start of a worker, `scripts/lint-worker.ts` as it was built; there is none where the command runs from its sources. */
const entry = fileURLToPath(new URL('lint-worker.cjs', import.meta.url));

/** What a worker is given. */
export interface WorkerData {
  readonly packageRoot: string;
  /** The definitions of the whole run. */
  readonly files: readonly string[];
  readonly takenBy: TakenBy;
  readonly thread: number;
  readonly asked: LintAsked;
}

/** A thread that takes definitions until none is left. */
interface LintWorker {
  /** Undefined where the worker could not do it. */
  readonly part: Promise<Part | undefined>;
  /** The definitions that it has taken. */
  taken(): Iterable<Numbered>;
  /** Ends the worker, whether it is done or not. */
  stop(): void;
}

/** The definitions that this thread checks, and the workers that take from the same ones at the same time. */
export interface Divided {
  readonly own: Iterable<readonly [at: number, target: LintTarget]>;
  readonly workers: readonly LintWorker[];
}

/** More threads than this wait for memory more than they do. */
const MOST_THREADS = 4;

/** Divides definitions among `jobs` threads, this one included; by default among as many as there are processors. */
export function divided(
  targets: readonly LintTarget[],
  {
    jobs = Math.min(availableParallelism(), MOST_THREADS),
    ...rest
  }: Pick<WorkerData, 'packageRoot' | 'asked'> & { readonly jobs?: number | undefined },
): Divided {
  const threads = existsSync(entry) ? Math.min(jobs, targets.length) : 1;
  const files = targets.map(({ file }) => file);
  const takenBy = untaken(files.length);
  const others = Array.from({ length: threads - 1 }, (_, index) => index + 2);
  return {
    own: inTurn(targets, takenBy, 1),
    workers: others.map((thread) => started({ ...rest, files, takenBy, thread })),
  };
}

function started(workerData: WorkerData): LintWorker {
  const { files, takenBy, thread } = workerData;
  const worker = new Worker(entry, { workerData });
  const part = new Promise<Part | undefined>((resolve) => {
    worker.once('message', resolve);
    worker.once('error', () => resolve(undefined));
    worker.once('exit', () => resolve(undefined)); // what was sent comes before it
  });
  return { part, taken: () => takenUp(files, takenBy, thread), stop: () => void worker.terminate() };
}
