import { basename, extname, join } from 'node:path/posix';
import { definitionFiles, propertiesFile } from '../../definition/folder.js';
import type { FileNames } from '../../diff/changes.js';
import { atHost } from '../at-host.js';
import { readVersion } from './read.js';
import type { connectorFlags, Values } from '../flags.js';
import { loadConnector } from '../load-connector.js';
import { moduleExtensions } from '../module-extensions.js';
import { loadDefinition } from '../load-files.js';
import type { Loaded } from '../loaded.js';
import { isShipped } from '../shipped.js';
import { isRefusal, type World } from '../world.js';

type Flags = Values<typeof connectorFlags>;

/**
 * Loads the two versions. A shipped name may have its version behind it, `NAME@VERSION`; `--api-version` is for those without.
 * It is asked of shipped names only, as long as one of them is; else of modules, as long as one of them is.
 */
export async function loadVersions(
  world: World,
  operands: readonly string[],
  flags: Flags,
): Promise<readonly [old: Loaded, other: Loaded]> {
  const given = operands.map((operand) => versionIn(world, operand));
  const kinds = [(name: string) => isShipped(world, name), isModule];
  const hasVersions = kinds.find((isOne) => given.some(({ name }) => isOne(name))) ?? (() => true);
  const load = ({ name, version }: ReturnType<typeof versionIn>) => {
    const common = hasVersions(name) ? flags['api-version'] : undefined;
    return loadVersion(world, name, { ...flags, 'api-version': version ?? common });
  };
  const [old = { name: '' }, other = { name: '' }] = given;
  return [await load(old), await load(other)];
}

/** `FILE.ts`, or `FILE.ts#EXPORT`. */
const isModule = (given: string): boolean => moduleExtensions.has(extname(given.replace(/#[^#]*$/, '')));

function versionIn(world: World, operand: string): { readonly name: string; readonly version?: string } {
  const at = operand.indexOf('@');
  const name = operand.slice(0, at);
  if (at <= 0 || !isShipped(world, name)) return { name: operand };
  return { name, version: operand.slice(at + 1) };
}

async function loadVersion(world: World, given: string, flags: Flags): Promise<Loaded> {
  const file = flags['api-version'] === undefined && !isShipped(world, given) ? definitionOf(world, given) : undefined;
  if (file === undefined) return loadConnector(world, given, flags);
  return atHost(await loadDefinition(world, file, readVersion), flags);
}

/** The definition in a folder, or the file itself; undefined for anything else, of which `loadConnector` knows what to say. */
function definitionOf(world: World, given: string): string | undefined {
  const stat = world.stat(given);
  if (stat === undefined || isRefusal(stat) || moduleExtensions.has(extname(given))) return undefined;
  const path = world.shown(given);
  if (stat.kind !== 'folder') return path;
  return definitionFiles
    .map((name) => join(path, name))
    .find((file) => {
      const found = world.stat(file);
      return found !== undefined && !isRefusal(found);
    });
}

/** What the files of a version are called. */
export function filesOf({ file, documents }: Loaded): FileNames {
  const properties = documents.find((document) => basename(document.file) === propertiesFile);
  return { definition: file, properties: properties?.file ?? file };
}
