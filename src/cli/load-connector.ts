import { extname } from 'node:path/posix';
import { Fault } from '../core/fault.js';
import { didYouMean } from '../core/nearest.js';
import { shorten } from '../core/shorten.js';
import { atHost } from './at-host.js';
import type { connectorFlags, Values } from './flags.js';
import { loadDefinition, loadFolder, loadShipped } from './load-files.js';
import type { Loaded } from './loaded.js';
import { moduleExtensions } from './module-extensions.js';
import { isShipped, shippedFolder, shippedNames } from './shipped.js';
import { isRefusal, type World } from './world.js';

/**
 * Loads a CONNECTOR: a shipped name, a folder, a definition file, or a module (`FILE#EXPORT` where it exports several).
 * Throws a `Fault` where there is none; what is wrong with its documents is in the result.
 */
export async function loadConnector(
  world: World,
  given: string,
  flags: Values<typeof connectorFlags>,
): Promise<Loaded> {
  return atHost(await load(world, given, flags['api-version']), flags);
}

async function load(world: World, given: string, version: string | undefined): Promise<Loaded> {
  if (isShipped(world, given)) {
    const folder = world.shown(shippedFolder(world, given, version));
    return loadShipped(world, folder, given);
  }
  const { path, exported } = split(world, given);
  const isModule = moduleExtensions.has(extname(path));
  if (version !== undefined && !isModule) throw notShipped(world, given);
  const stat = world.stat(path);
  if (stat === undefined || (exported !== undefined && !isModule)) throw missing(world, given);
  if (isRefusal(stat)) {
    const help = 'Check the permissions of the path.';
    throw new Fault('not-readable', `${shorten(path)} cannot be read: ${stat.refused}.`, { help });
  }
  const file = world.shown(path);
  if (stat.kind === 'folder') return loadFolder(world, file);
  if (!isModule) return loadDefinition(world, file);
  const { loadModule } = await import('./load-module.js');
  return loadModule(world, { file, wanted: exported, version });
}

/** `FILE#EXPORT`, unless a file of that very name exists. */
function split(world: World, given: string): { path: string; exported?: string } {
  const at = given.lastIndexOf('#');
  if (at <= 0 || world.stat(given) !== undefined) return { path: given };
  return { path: given.slice(0, at), exported: given.slice(at + 1) };
}

function notShipped(world: World, given: string): Fault {
  const names = shippedNames(world);
  const message = `--api-version goes with a shipped name or a module, and ${shorten(given)} is neither.${didYouMean(given, names)}`;
  return new Fault('called-wrongly', message, { help: namesText(names) });
}

function missing(world: World, given: string): Fault {
  const names = shippedNames(world);
  const message = `${shorten(given)} is no shipped name, and no file or folder.${didYouMean(given, names)}`;
  return new Fault('not-found', message, { help: namesText(names) });
}

function namesText(shipped: readonly string[]): string {
  const kinds = 'Give a folder, a definition file or a module that exports a connector';
  return shipped.length === 0 ? `${kinds}.` : `${kinds}, or one of ${shipped.join(', ')}.`;
}
