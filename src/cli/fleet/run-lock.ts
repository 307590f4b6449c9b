import { hostname } from 'node:os';
import { Fault } from '../../core/fault.js';
import { isObject, own, type Json } from '../../core/json.js';
import { readJson } from '../../core/json-read.js';
import { writeJson } from '../../core/json-write.js';
import { isRunning, locked } from '../emulator/lock.js';
import type { World } from '../world.js';

/** Bytes of a lock file: a number, a name and a time. */
const MOST_BYTES = 4096;

/**
 * Keeps a second run away until what it gives is called: `path` is the file that stands for the run. The lock of a process of this
 * machine that is gone is taken over. Throws a `Fault` where another run has it.
 */
export async function lockRun(world: World, path: string): Promise<() => void> {
  const token = world.guid();
  const [host, pid] = [hostname(), process.pid];
  await locked(world, `${path}.guard`, () => {
    const owner = ownerOf(world, path);
    const isGone = owner?.host === host && typeof owner.pid === 'number' && !isRunning(owner.pid);
    if (owner && !isGone) throw isHeld(world, path, owner);
    const since = new Date(world.now()).toISOString();
    const refusal = world.write(path, writeJson({ pid, host, since, token }));
    if (refusal) {
      const help = 'Run the command in a folder that can be written: the journal of the run is kept there.';
      throw new Fault('not-writable', `${world.shown(path)} cannot be written: ${refusal.refused}.`, { help });
    }
  });
  return () => {
    if (ownerOf(world, path)?.token === token) world.remove(path);
  };
}

interface Owner {
  readonly pid: Json | undefined;
  readonly host: Json | undefined;
  readonly since: Json | undefined;
  readonly token: Json | undefined;
}

function ownerOf(world: World, path: string): Owner | undefined {
  const bytes = world.read(path, MOST_BYTES);
  if (!(bytes instanceof Uint8Array)) return undefined;
  const { value } = readJson('', new TextDecoder().decode(bytes));
  const all = isObject(value) ? value : {};
  const [pid, host, since, token] = ['pid', 'host', 'since', 'token'].map((name) => own(all, name));
  return { pid, host, since, token };
}

function isHeld(world: World, path: string, { pid, host, since }: Owner): Fault {
  const who = `process ${String(pid)} on ${String(host)}, since ${String(since)}`;
  return new Fault('called-wrongly', `Another run works on this fleet: ${who}.`, {
    help: `Wait until it has ended; if it has, and its process number is another's by now, delete ${world.shown(path)}.`,
  });
}
