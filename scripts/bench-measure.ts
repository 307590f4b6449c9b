import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The smallest, the middle and the largest of several values. */
export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

export interface Measured {
  readonly pairs: number;
  /** CPU seconds (user + system) of the whole process, its children included. */
  readonly cpu: Spread;
  /** Seconds by the clock, from its start to its end: where a command has several threads, less than its CPU seconds. */
  readonly elapsed: Spread;
  /** Its CPU seconds as a multiple of what a bare `node -e 0` took right beside it, pair by pair. */
  readonly ratio: Spread;
  /** The largest resident set, in MiB; undefined where GNU time is not installed. */
  readonly peak: number | undefined;
}

const bareNode = [process.execPath, '-e', '0'];
const mostPairs = 15;
/** A slow command is measured less often: its own length evens the noise out. */
const slowPairs = 3;
const comparedPairs = 5;
const slowSeconds = 3;

/** Runs `command` and bare node in turn (A B A B), so that a change in the machine's speed meets both. Throws where it ends with another exit code than these. */
export function measure(command: readonly string[], exitCodes: readonly number[] = [0]): Measured {
  const begun = performance.now();
  warmUp(command, exitCodes);
  const pairs = (performance.now() - begun) / 1000 > slowSeconds ? slowPairs : mostPairs;
  const runs = Array.from({ length: pairs }, () => ({ own: timed(command), bare: timed(bareNode) }));
  return {
    pairs,
    cpu: spread(runs.map(({ own }) => own.cpu)),
    elapsed: spread(runs.map(({ own }) => own.elapsed)),
    ratio: spread(runs.map(({ own, bare }) => own.cpu / bare.cpu)),
    peak: peakMemory(command),
  };
}

/** How many times longer a command takes than another. */
export interface Compared {
  readonly pairs: number;
  readonly elapsed: Spread;
  readonly cpu: Spread;
}

/** Runs two commands in turn (A B A B): how many times longer the second takes, pair by pair. */
export function compare(one: readonly string[], other: readonly string[]): Compared {
  const runs = Array.from({ length: comparedPairs }, () => ({ own: timed(one), its: timed(other) }));
  return {
    pairs: runs.length,
    elapsed: spread(runs.map(({ own, its }) => its.elapsed / own.elapsed)),
    cpu: spread(runs.map(({ own, its }) => its.cpu / own.cpu)),
  };
}

function warmUp(command: readonly string[], exitCodes: readonly number[]): void {
  const [program = '', ...words] = command;
  const { status, error, stdout, stderr } = spawnSync(program, words, { encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (status === null || !exitCodes.includes(status))
    throw new Error(`${command.join(' ')} failed (${status ?? error}):\n${stdout}${stderr}`);
}

interface Timed {
  readonly cpu: number;
  readonly elapsed: number;
}

/** Node tells nothing of one finished child. The shell does: what the kernel booked for it, in milliseconds. */
function timed(command: readonly string[]): Timed {
  const program = `TIMEFORMAT='%3R %3U %3S'; time "$@" >/dev/null 2>&1`;
  const { error, stderr } = spawnSync('bash', ['-c', program, 'bash', ...command], { encoding: 'utf8' });
  if (error)
    throw new Error('The benchmark needs bash, whose "time" gives the CPU seconds of a command.', { cause: error });
  const [elapsed = Number.NaN, user = Number.NaN, system = Number.NaN] = stderr.trim().split(' ').map(Number);
  return { cpu: user + system, elapsed };
}

/** A shell stands between, because a child counts the memory of the process that forked it as its own. */
function peakMemory(command: readonly string[]): number | undefined {
  if (!existsSync('/usr/bin/time')) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'connector-kit-peak-'));
  const report = join(folder, 'kibibytes');
  spawnSync('bash', ['-c', `/usr/bin/time -f %M -o "$0" "$@" >/dev/null 2>&1`, report, ...command]);
  // a line before it tells of an exit code that is not 0
  const kibibytes = existsSync(report) ? Number(readFileSync(report, 'utf8').trim().split('\n').at(-1)) : Number.NaN;
  rmSync(folder, { recursive: true });
  return Number.isNaN(kibibytes) ? undefined : kibibytes / 1024;
}

function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  return { min: at(0), median: at(0.5), max: at(1) };
}
