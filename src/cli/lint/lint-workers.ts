import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { LintAsked, Part } from './part.js';
import type { LintTarget } from './targets.js';

/** The start of a worker, `scripts/lint-worker.ts` as it was built; there is none where the command runs from its sources. */
const entry = fileURLToPath(new URL('lint-worker.cjs', import.meta.url));

/** What a worker is given. */
export interface WorkerData {
  readonly packageRoot: string;
  readonly files: readonly string[];
  readonly asked: LintAsked;
}

/** Definitions that a worker checks, the next ones in the order of the run. */
interface WorkerPart {
  readonly targets: readonly LintTarget[];
  /** Undefined where the worker could not do it: whoever checks them then finds out why. */
  readonly part: Promise<Part | undefined>;
  /** Ends the worker, whether it is done or not. */
  stop(): void;
}

/** The definitions that are checked here, the first ones, and those that workers check at the same time. */
export interface Divided {
  readonly own: readonly LintTarget[];
  readonly others: readonly WorkerPart[];
}

/** More threads than this wait for memory more than they do. */
const MOST_THREADS = 4;
/** A worker is ready when this many bytes have been checked elsewhere: 80 ms, measured on Node 20. */
const START_BYTES = 400_000;

/** Divides definitions among `jobs` threads, this one included; by default among as many as there are processors. Each gets about as much to read. */
export function divided(
  targets: readonly LintTarget[],
  {
    jobs = Math.min(availableParallelism(), MOST_THREADS),
    ...rest
  }: Omit<WorkerData, 'files'> & { readonly jobs?: number | undefined },
): Divided {
  const threads = existsSync(entry) ? Math.min(jobs, targets.length) : 1;
  const left = [...targets];
  const [own = [], ...parts] = Array.from({ length: threads }, (_, at) => {
    const share = (sum(left) + (threads - 1 - at) * (at === 0 ? START_BYTES : 0)) / (threads - at);
    return left.splice(0, at === threads - 1 ? left.length : countUpTo(left, share));
  });
  return { own, others: parts.filter((part) => part.length > 0).map((part) => started(part, rest)) };
}

const sum = (targets: readonly LintTarget[]): number => targets.reduce((bytes, one) => bytes + (one.bytes ?? 0), 0);

/** How many of them come to so many bytes. */
function countUpTo(targets: readonly LintTarget[], share: number): number {
  let bytes = 0;
  const at = targets.findIndex((one) => (bytes += one.bytes ?? 0) > share);
  return at === -1 ? targets.length : Math.max(at, 1);
}

function started(targets: readonly LintTarget[], rest: Omit<WorkerData, 'files'>): WorkerPart {
  const workerData: WorkerData = { ...rest, files: targets.map(({ file }) => file) };
  const worker = new Worker(entry, { workerData });
  const part = new Promise<Part | undefined>((resolve) => {
    worker.once('message', resolve);
    worker.once('error', () => resolve(undefined));
    worker.once('exit', () => resolve(undefined)); // what was sent comes before it
  });
  return { targets, part, stop: () => void worker.terminate() };
}
