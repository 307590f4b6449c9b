import { Fault } from '../core/fault.js';
import { shorten } from '../core/shorten.js';
import { pairFiles } from './pair-files.js';
import type { SampleFile } from './sample-file.js';
import { isRefusal, type Entry, type Stat, type World } from './world.js';

/** What files of recordings are called; `.expect.json` is what a run is expected to leave. Others are read when they are named. */
const ending = /(?<!\.expect)\.(?:json|har|ya?ml|curl)$/;

/** Folders that hold no samples of the user's, and may be huge. */
const ignored: ReadonlySet<string> = new Set(['node_modules', '.git']);

/**
 * The samples at `paths`, each once, by name: files as they are, folders with all that is in them and ends in .json, .har, .yaml, .yml or .curl.
 * Throws a `Fault` for a path that does not exist, a folder that cannot be listed, and where nothing is left.
 */
export function findSamples(world: World, paths: readonly string[]): readonly SampleFile[] {
  const found = new Map<string, SampleFile>();
  const seen = new Set<string>();
  for (const path of paths) {
    const stat = world.stat(path);
    if (stat === undefined) throw missing(path);
    if (isRefusal(stat)) throw closed(path, stat.refused);
    const file = world.shown(path);
    if (stat.kind === 'folder') walk(world, { folder: file, stat }, { found, seen });
    else found.set(file, { file, named: true });
  }
  pairFiles(world, found);
  if (found.size === 0)
    throw new Fault('nothing-to-do', noneIn(paths), {
      help: 'In a folder, recordings are files that end in .json, .har, .yaml, .yml or .curl.',
    });
  return [...found.values()].sort((one, other) => (one.file < other.file ? -1 : 1));
}

/** Takes what lies below a folder. `seen` has the identities of folders: one that a link leads back to is not entered again. */
function walk(
  world: World,
  from: { readonly folder: string; readonly stat: Stat },
  { found, seen }: { readonly found: Map<string, SampleFile>; readonly seen: Set<string> },
): void {
  const open = [from];
  for (let at = open.pop(); at; at = open.pop()) {
    if (seen.has(at.stat.identity)) continue;
    seen.add(at.stat.identity);
    const entries = world.list(at.folder);
    if (isRefusal(entries)) throw closed(at.folder, entries.refused);
    for (const { name, kind } of byName(entries)) {
      if (ignored.has(name)) continue;
      const file = at.folder === '.' ? name : `${at.folder}/${name}`; // `join` is felt over thousands
      if (kind === 'file') take(file, found);
      if (kind !== 'folder' && kind !== 'link') continue;
      const stat = world.stat(file);
      if (stat === undefined || isRefusal(stat)) continue;
      if (stat.kind === 'folder') open.push({ folder: file, stat });
      if (stat.kind === 'file') take(file, found);
    }
  }
}

/** So that of two ways to the same folder always the same one is taken. */
const byName = (entries: readonly Entry[]): readonly Entry[] =>
  [...entries].sort((one, other) => (one.name < other.name ? -1 : 1));

function take(file: string, found: Map<string, SampleFile>): void {
  if (ending.test(file) && !found.has(file)) found.set(file, { file, named: false });
}

function missing(path: string): Fault {
  return new Fault('not-found', `${shorten(path)} does not exist.`, {
    help: 'Give files or folders that exist.',
  });
}

function closed(path: string, why: string): Fault {
  return new Fault('not-readable', `${shorten(path)} cannot be read: ${why}.`, {
    help: 'Check the permissions of the path.',
  });
}

function noneIn(paths: readonly string[]): string {
  const [first = '', ...more] = paths;
  return more.length === 0
    ? `${shorten(first)} has no samples in it.`
    : `None of the ${paths.length} folders has samples in it.`;
}
