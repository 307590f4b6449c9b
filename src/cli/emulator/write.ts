import { Fault } from '../../core/fault.js';
import type { World } from '../world.js';

/** Writes a file of the state folder, whole or not at all. Throws a `Fault` where that is refused. */
export function write(world: World, path: string, text: string): void {
  const refusal = world.write(path, text);
  if (refusal) throw notWritable(world, path, refusal.refused);
}

/** Writes behind what a file of the state folder holds. Throws a `Fault` where that is refused. */
export function append(world: World, path: string, text: string): void {
  const refusal = world.append(path, text);
  if (refusal) throw notWritable(world, path, refusal.refused);
}

/** The state folder cannot be used; `why` is the end of a sentence. */
export function notWritable(world: Pick<World, 'shown'>, path: string, why: string): Fault {
  const help = 'Give a --state folder that can be written.';
  return new Fault('not-writable', `${world.shown(path)} cannot be written: ${why}.`, { help });
}
