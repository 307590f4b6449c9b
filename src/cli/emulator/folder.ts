import { isRefusal, type World } from '../world.js';
import { isRunning, locked } from './lock.js';
import { write } from './write.js';

/** Where the emulator keeps its state, unless told otherwise: in the current folder. */
export const DEFAULT_STATE = '.connector-kit/emulator';

/** Does something that changes a state folder while no other process does. The folder is made where there is none, and kept out of git. */
export async function inLock<Given>(world: World, folder: string, doing: () => Given): Promise<Given> {
  if (world.stat(folder) === undefined) write(world, `${folder}/.gitignore`, '*\n');
  return locked(world, `${folder}/lock`, doing);
}

/** What a process that is killed while it writes a file leaves beside it, with its number: `World.write` says. */
const LEFT = /\.(\d+)\.tmp$/;

/** Deletes from the state folder what processes left behind that were killed while they wrote. */
export function tidy(world: World, folder: string): void {
  for (const place of [folder, `${folder}/definitions`]) {
    const entries = world.list(place);
    for (const { name } of isRefusal(entries) ? [] : entries) {
      const pid = LEFT.exec(name)?.[1];
      if (pid !== undefined && !isRunning(Number(pid))) world.remove(`${place}/${name}`);
    }
  }
}
