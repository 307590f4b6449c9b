import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { Fault } from '../../core/fault.js';
import type { World } from '../world.js';
import { notWritable } from './write.js';

/** Between two tries. What is done under a lock takes some milliseconds. */
const WAIT_MILLISECONDS = 20;
/** After how long a lock is nobody's: its owner was stopped, or its number is another process's by now. */
const STALE_MILLISECONDS = 30_000;
/** After how long a lock without an owner in it is nobody's: its owner ended between making and filling it. */
const EMPTY_MILLISECONDS = 2000;
/** After that many tries the wait is given up: a while after any lock is stale. */
const MOST_TRIES = 2500;

type Clock = Pick<World, 'absolute' | 'guid' | 'sleep' | 'shown'>;

/**
 * Does something in which no other process may come between, and which waits for nothing itself. `path` is a file that stands for it.
 * The lock of a process that is gone is taken over. In a folder that is in memory only there is no other process.
 */
export async function locked<Given>(world: Clock, path: string, doing: () => Given): Promise<Given> {
  const file = world.absolute(path);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const release = taken(file, world);
    if (release === undefined) {
      await world.sleep(WAIT_MILLISECONDS);
      continue;
    }
    try {
      return doing();
    } finally {
      release();
    }
  }
  const help = 'End the process that uses the folder, or delete the file.';
  throw new Fault('not-writable', `${world.shown(path)} is held by another process.`, { help });
}

/** Takes the lock: what gives it back; undefined where another has it. */
function taken(file: string, world: Clock): (() => void) | undefined {
  const token = world.guid();
  const refused = attempt(() => writeFileSync(file, `${process.pid} ${token}`, { flag: 'wx' }));
  if (refused === undefined) {
    return () => {
      if (ownerOf(file)?.token === token) rmSync(file, { force: true });
    };
  }
  if (refused.code === 'ENOENT') return () => undefined;
  if (refused.code !== 'EEXIST') throw notWritable(world, file, `the system said ${refused.code}`);
  removeStale(file, world);
  return undefined;
}

/**
 * Removes a lock whose owner is gone. Of all that see the same one only who holds the lock that is named for it may:
 * else the slower of two would remove the lock that the faster has taken meanwhile.
 */
function removeStale(file: string, world: Clock): void {
  const seen = ownerOf(file);
  if (seen === undefined || !seen.isGone) return;
  const release = taken(`${file}.${seen.token}`, world);
  if (release === undefined) return;
  if (ownerOf(file)?.token === seen.token) rmSync(file, { force: true });
  release();
}

interface Owner {
  readonly token: string;
  readonly isGone: boolean;
}

/** Who has a lock; undefined where nobody has it any more. */
function ownerOf(file: string): Owner | undefined {
  const read = attempt(() => ({ text: readFileSync(file, 'latin1'), age: Date.now() - statSync(file).mtimeMs }));
  if ('code' in read) return undefined;
  const [, pid, token] = /^(\d+) ([\w-]{1,40})$/.exec(read.text) ?? [];
  if (token === undefined) return { token: '', isGone: read.age > EMPTY_MILLISECONDS };
  return { token, isGone: read.age > STALE_MILLISECONDS || !isRunning(Number(pid)) };
}

/** Whether there is a process with this number. */
export function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  const asked = attempt(() => process.kill(pid, 0));
  return asked === true || asked.code === 'EPERM';
}

function attempt<Given>(action: () => Given): Given | { readonly code: string } {
  try {
    return action();
  } catch (error) {
    const hasCode = typeof error === 'object' && error !== null && 'code' in error; // an error of another realm is no Error here
    return { code: hasCode ? String(error.code) : String(error) };
  }
}
