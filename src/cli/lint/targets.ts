import { basename, dirname, extname, join } from 'node:path/posix';
import { Fault } from '../../core/fault.js';
import { shorten } from '../../core/shorten.js';
import { contractFile, definitionFiles, propertiesFile } from '../../definition/folder.js';
import { readConnector } from '../../definition/read.js';
import { atHost } from '../at-host.js';
import type { connectorFlags, Values } from '../flags.js';
import { globbed, ignoredFolders, isGlob } from './globs.js';
import { loadConnector } from '../load-connector.js';
import { moduleExtensions } from '../module-extensions.js';
import { loadDefinition } from '../load-files.js';
import type { Loaded } from '../loaded.js';
import { isShipped, shippedFolder } from '../shipped.js';
import { isRefusal, type Refusal, type Stat, type World } from '../world.js';

/** A connector to lint. */
export interface LintTarget {
  /** Its definition's file, or the module that exports it. As it is printed. */
  readonly file: string;
  /** The size of its definition, where that file and those beside it are all that it is read from. */
  readonly bytes?: number | undefined;
  /** Reads it, as its files are in that world. */
  load(world: World): Promise<Loaded>;
}

type Flags = Values<typeof connectorFlags>;

/**
 * The connectors that operands name, each once, by file: CONNECTORs, and folders with connectors in any folder below.
 * Throws a `Fault` for what does not exist, a folder that cannot be listed, and one without a connector.
 */
export async function lintTargets(
  world: World,
  operands: readonly string[],
  flags: Flags,
): Promise<readonly LintTarget[]> {
  const targets = new Map<string, LintTarget>();
  for (const given of operands) {
    for (const target of await targetsOf(world, given, flags)) {
      if (!targets.has(target.file)) targets.set(target.file, target);
    }
  }
  return [...targets.values()].sort((one, other) => (one.file < other.file ? -1 : 1));
}

async function targetsOf(world: World, given: string, flags: Flags): Promise<readonly LintTarget[]> {
  const version = flags['api-version'];
  // the files of a shipped connector are checked as any others
  if (isShipped(world, given))
    return [fileTarget(world, join(world.shown(shippedFolder(world, given, version)), preferred), flags)];
  const stat = world.stat(given);
  if (stat === undefined && isGlob(given)) return globTargets(world, given, flags);
  if (version !== undefined || stat === undefined || isRefusal(stat) || moduleExtensions.has(extname(given))) {
    const loaded = await loadConnector(world, given, flags);
    return [{ file: loaded.file, load: async () => loaded }];
  }
  const path = world.shown(given);
  if (stat.kind === 'folder') return definitionsBelow(world, path, stat).map((file) => fileTarget(world, file, flags));
  const file = definitionOf(world, path);
  return [file === path ? statedTarget(file, stat, flags) : fileTarget(world, file, flags)];
}

/** Folders without a definition are passed over: a pattern names what happens to be there. */
async function globTargets(world: World, pattern: string, flags: Flags): Promise<readonly LintTarget[]> {
  const targets: LintTarget[] = [];
  for (const path of globbed(world, pattern)) {
    const stat = world.stat(path);
    if (stat === undefined || isRefusal(stat)) continue;
    if (stat.kind !== 'folder') targets.push(...(await targetsOf(world, path, flags)));
    else for (const file of definitionsIn(world, world.shown(path), stat)) targets.push(fileTarget(world, file, flags));
  }
  if (targets.length > 0) return targets;
  throw new Fault('not-found', `${shorten(pattern)} names no definition.`, {
    help: '"*" stands for any characters of a name, "?" for one of them, "**" for any folders.',
  });
}

const [preferred] = definitionFiles;

/** The connector of a definition's file. */
export function fileTarget(world: World, file: string, flags: Flags): LintTarget {
  return statedTarget(file, world.stat(file), flags);
}

/** The same of a file of which is known what it is. */
function statedTarget(file: string, stat: Stat | Refusal | undefined, flags: Flags): LintTarget {
  const bytes = stat === undefined || isRefusal(stat) ? undefined : stat.bytes;
  return { file, bytes, load: async (as) => atHost(await loadDefinition(as, file, readConnector), flags) };
}

/** What a shell makes of a star names the other files of a connector, too: they are checked with the definition beside them. */
function definitionOf(world: World, file: string): string {
  if (![propertiesFile, contractFile].some((name) => name === basename(file))) return file;
  const beside = definitionFiles.map((name) => join(dirname(file), name));
  return beside.find((path) => world.stat(path) !== undefined) ?? file;
}

function definitionsBelow(world: World, top: string, stat: Stat): readonly string[] {
  const found = definitionsIn(world, top, stat);
  if (found.length > 0) return found;
  throw new Fault('not-a-connector', `The folder ${shorten(top)} has no definition in it or below it.`, {
    help: `A connector's folder has ${preferred} in it.`,
  });
}

/** The definition of each folder that has one, the preferred one of several. A folder that a link leads back to is not entered again. */
function definitionsIn(world: World, top: string, stat: Stat): readonly string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const open = [{ folder: top, stat }];
  for (let at = open.pop(); at; at = open.pop()) {
    if (seen.has(at.stat.identity)) continue;
    seen.add(at.stat.identity);
    const entries = world.list(at.folder);
    if (isRefusal(entries)) throw closed(at.folder, entries.refused);
    const names = new Set(entries.filter(({ kind }) => kind !== 'folder').map(({ name }) => name));
    const definition = definitionFiles.find((name) => names.has(name));
    if (definition !== undefined) found.push(join(at.folder, definition));
    for (const { name, kind } of entries) {
      if ((kind !== 'folder' && kind !== 'link') || ignoredFolders.has(name)) continue;
      const folder = join(at.folder, name);
      const inner = world.stat(folder);
      if (inner !== undefined && !isRefusal(inner) && inner.kind === 'folder') open.push({ folder, stat: inner });
    }
  }
  return found;
}

function closed(folder: string, why: string): Fault {
  const help = 'Check the permissions of the folder.';
  return new Fault('not-readable', `The folder ${shorten(folder)} cannot be read: ${why}.`, { help });
}
