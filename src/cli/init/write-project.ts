import { dirname, join } from 'node:path/posix';
import { Fault } from '../../core/fault.js';
import { MAX_DOCUMENT_BYTES } from '../../core/limits.js';
import { shorten } from '../../core/shorten.js';
import type { ProjectFile } from '../../scaffold/modules.js';
import { isRefusal, type World } from '../world.js';

/** A file of the project, and what is at its path. */
interface Planned {
  readonly file: string;
  readonly text: string;
  /** Undefined where nothing is there. */
  readonly before: Uint8Array | undefined;
}

/**
 * Writes all files or none: what was written is taken back where one cannot be. Gives their paths as they are printed.
 * Throws a `Fault`, before anything is written, for a folder that is a file, and for a file that is there and holds something else, unless `force`.
 */
export function writeProject(
  world: World,
  files: readonly ProjectFile[],
  { folder, force }: { readonly folder: string; readonly force: boolean },
): readonly string[] {
  const planned = files.map(({ path, text }) => plan(world, join(folder, path), text));
  const changed = planned.filter(
    ({ text, before }) => before === undefined || new TextDecoder().decode(before) !== text,
  );
  const taken = changed.find(({ before }) => before !== undefined);
  if (taken && !force) {
    throw new Fault('not-writable', `${shorten(taken.file)} is there already, and holds something else.`, {
      help: 'Give --force to replace it, or another folder.',
    });
  }
  for (const [index, { file, text }] of changed.entries()) {
    const refusal = world.write(file, text);
    if (!refusal) continue;
    takeBack(world, changed.slice(0, index));
    throw new Fault('not-writable', `${shorten(file)} cannot be written: ${refusal.refused}.`, {
      help: 'Give a folder that can be written.',
    });
  }
  return planned.map(({ file }) => file);
}

function takeBack(world: World, written: readonly Planned[]): void {
  for (const { file, before } of written) {
    if (before === undefined) world.remove(file);
    else world.write(file, before);
  }
}

function plan(world: World, path: string, text: string): Planned {
  const file = world.shown(path);
  refuseFileAbove(world, dirname(path));
  const stat = world.stat(path);
  if (stat === undefined) return { file, text, before: undefined };
  const bytes = isRefusal(stat) || stat.kind !== 'file' ? undefined : world.read(path, MAX_DOCUMENT_BYTES);
  if (bytes instanceof Uint8Array) return { file, text, before: bytes };
  const help = 'Move it away, or give another folder.';
  throw new Fault('not-writable', `${shorten(file)} is there, and no file that can be replaced.`, { help });
}

/** The nearest of the folders above that is there must be a folder. */
function refuseFileAbove(world: World, folder: string): void {
  const stat = world.stat(folder);
  if (stat === undefined) {
    if (dirname(folder) !== folder) refuseFileAbove(world, dirname(folder));
    return;
  }
  if (isRefusal(stat) || stat.kind === 'folder') return;
  throw new Fault('not-writable', `${shorten(world.shown(folder))} is a file, expected a folder.`, {
    help: 'Give another folder.',
  });
}
