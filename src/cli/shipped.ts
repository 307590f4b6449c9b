import { Fault } from '../core/fault.js';
import { isObject, own } from '../core/json.js';
import { didYouMean } from '../core/nearest.js';
import { shorten } from '../core/shorten.js';
import { contractFile, definitionFiles } from '../definition/folder.js';
import { readJsonFile } from './read-source.js';
import { isRefusal, type World } from './world.js';

/** The folder of the package's artifacts: `NAME/` for a service's default version, `NAME/VERSION/` for any other. */
export function artifactFolder(root: string, name: string, version?: string): string {
  return version === undefined ? `${root}/${name}` : `${root}/${name}/${version}`;
}

/** The names that the package ships, by name: each has committed artifacts. */
export function shippedNames(world: World): readonly string[] {
  return foldersWithDefinition(world, shippedRoot(world));
}

/** Where the committed artifacts of all shipped connectors are. */
export const shippedRoot = (world: World): string => `${world.packageRoot}/connector`;

/** Whether `name` is shipped. A word with a slash or a dot is a path, never a name. */
export function isShipped(world: World, name: string): boolean {
  return /^[\w-]+$/.test(name) && hasDefinition(world, artifactFolder(shippedRoot(world), name));
}

/** The folder of a shipped connector's artifacts. Throws a `Fault` for a version that it does not have. */
export function shippedFolder(world: World, name: string, version: string | undefined): string {
  const folder = artifactFolder(shippedRoot(world), name);
  const standard = version === undefined ? undefined : apiVersionOf(world, folder);
  if (version === undefined || version === standard) return folder;
  const others = foldersWithDefinition(world, folder);
  if (others.includes(version)) return artifactFolder(shippedRoot(world), name, version);
  const versions = [...(standard === undefined ? [] : [standard]), ...others].sort();
  const message = `${name} has no version ${shorten(version)}.${didYouMean(version, versions)}`;
  const help =
    versions.length === 0 ? `${name} has one version only: leave --api-version out.` : `It has ${versions.join(', ')}.`;
  throw new Fault('not-found', message, { help });
}

function apiVersionOf(world: World, folder: string): string | undefined {
  const { value } = readJsonFile(world, `${folder}/${contractFile}`);
  const version = isObject(value) ? own(value, 'apiVersion') : undefined;
  return typeof version === 'string' ? version : undefined;
}

function foldersWithDefinition(world: World, folder: string): readonly string[] {
  const entries = world.list(folder);
  if (isRefusal(entries)) return [];
  const names = entries.filter(({ kind }) => kind === 'folder').map(({ name }) => name);
  return names.filter((name) => hasDefinition(world, `${folder}/${name}`)).sort();
}

function hasDefinition(world: World, folder: string): boolean {
  const stat = world.stat(`${folder}/${definitionFiles[0]}`);
  return stat !== undefined && !isRefusal(stat) && stat.kind === 'file';
}
