import { join } from 'node:path/posix';
import { Fault } from '../../core/fault.js';
import { shorten } from '../../core/shorten.js';
import { globbed, ignoredFolders, isGlob } from '../lint/globs.js';
import { isRefusal, type Stat, type World } from '../world.js';

/** A file that may hold workflows. */
export interface WorkflowPath {
  readonly file: string;
  /** Whether it was named itself: what was only found, and holds no workflow, is passed over. */
  readonly named: boolean;
}

/**
 * The files that operands name, each once, by name: files as they are, folders with all below them that ends in .json, and patterns.
 * Throws a `Fault` for what does not exist and a folder that cannot be listed.
 */
export function workflowPaths(world: World, operands: readonly string[]): readonly WorkflowPath[] {
  const found = new Map<string, WorkflowPath>();
  const add = (file: string, named: boolean) => {
    if (named || !found.has(file)) found.set(file, { file, named });
  };
  for (const given of operands) {
    const stat = world.stat(given);
    if (isRefusal(stat)) throw closed(given, stat.refused);
    if (stat?.kind === 'folder') enter(world, { folder: world.shown(given), stat }, add);
    else if (stat !== undefined) add(world.shown(given), true);
    else if (isGlob(given)) addGlob(world, given, add);
    else throw missing(given);
  }
  return [...found.values()].sort((one, other) => (one.file < other.file ? -1 : 1));
}

type Add = (file: string, named: boolean) => void;

function addGlob(world: World, pattern: string, add: Add): void {
  for (const path of globbed(world, pattern)) {
    const stat = world.stat(path);
    if (stat === undefined || isRefusal(stat)) continue;
    if (stat.kind === 'folder') enter(world, { folder: world.shown(path), stat }, add);
    else add(world.shown(path), false);
  }
}

/** Takes the files below a folder. One that a link leads back to is not entered again. */
function enter(world: World, top: { readonly folder: string; readonly stat: Stat }, add: Add): void {
  const seen = new Set<string>();
  const open = [top];
  for (let at = open.pop(); at; at = open.pop()) {
    if (seen.has(at.stat.identity)) continue;
    seen.add(at.stat.identity);
    const entries = world.list(at.folder);
    if (isRefusal(entries)) throw closed(at.folder, entries.refused);
    for (const { name, kind } of entries) {
      const path = join(at.folder, name);
      if (kind === 'file' && name.endsWith('.json')) add(path, false);
      if ((kind !== 'folder' && kind !== 'link') || ignoredFolders.has(name)) continue;
      const stat = world.stat(path);
      if (stat === undefined || isRefusal(stat)) continue;
      if (stat.kind === 'folder') open.push({ folder: path, stat });
      else if (name.endsWith('.json')) add(path, false);
    }
  }
}

function missing(path: string): Fault {
  const help = 'Give workflows, ARM templates with workflows, or folders of them.';
  return new Fault('not-found', `There is no file or folder ${shorten(path)}.`, { help });
}

function closed(path: string, why: string): Fault {
  const help = 'Check the permissions of the path.';
  return new Fault('not-readable', `${shorten(path)} cannot be read: ${why}.`, { help });
}
