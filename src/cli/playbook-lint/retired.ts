import { isObject, own } from '../../core/json.js';
import { contractFile, definitionFiles } from '../../definition/folder.js';
import type { RetiredVersion } from '../../lint/workflows/subject.js';
import { readJsonFile } from '../read-source.js';
import { artifactFolder, shippedNames, shippedRoot } from '../shipped.js';
import { isRefusal, type World } from '../world.js';

/** The versions of APIs that shipped connectors know to be over. Of each service the host is the part behind a customer's own name. */
export function retiredVersions(world: World): readonly RetiredVersion[] {
  const root = shippedRoot(world);
  return shippedNames(world).flatMap((name) => {
    const folder = artifactFolder(root, name);
    const entries = world.list(folder);
    const versions = isRefusal(entries) ? [] : entries.filter(({ kind }) => kind === 'folder').map((one) => one.name);
    const folders = [folder, ...versions.map((version) => artifactFolder(root, name, version))];
    return folders.flatMap((one) => retiredIn(world, one) ?? []);
  });
}

function retiredIn(world: World, folder: string): RetiredVersion | undefined {
  const { value: contract } = readJsonFile(world, `${folder}/${contractFile}`);
  const retired = isObject(contract) ? own(contract, 'retired') : undefined;
  const version = isObject(contract) ? own(contract, 'apiVersion') : undefined;
  const on = isObject(retired) ? own(retired, 'on') : undefined;
  if (typeof version !== 'string' || typeof on !== 'string') return undefined;
  const { value: definition } = readJsonFile(world, `${folder}/${definitionFiles[0]}`);
  const host = isObject(definition) ? own(definition, 'host') : undefined;
  if (typeof host !== 'string' || !host.includes('.')) return undefined;
  const isOpen = isObject(contract) && own(contract, 'openHost') === true;
  return { version, on, host: (isOpen ? host.slice(host.indexOf('.')) : host).toLowerCase() };
}
