import { basename, join } from 'node:path/posix';
import { Fault } from '../core/fault.js';
import { didYouMean } from '../core/nearest.js';
import { shorten } from '../core/shorten.js';
import { definitionFiles } from '../definition/folder.js';
import { atHost } from './at-host.js';
import type { Catalog, ShippedService } from './catalog.js';
import type { Call } from './command.js';
import type { connectorFlags, FlagTable } from './flags.js';
import { loadBuilt } from './load-built.js';
import { loadConnector } from './load-connector.js';
import type { Loaded } from './loaded.js';
import { artifactFolder, shippedRoot } from './shipped.js';
import type { World } from './world.js';

/** A connector to write, and where. */
export interface Target {
  readonly loaded: Loaded;
  /** The folder for its artifacts, as it is printed. */
  readonly folder: string;
}

/** The flags that decide what is built and where it goes. */
export type BuildFlags = typeof connectorFlags & { readonly out: FlagTable[string] & { readonly kind: 'text' } };

/**
 * The connectors that a call of `build` names, or all that are shipped.
 * Shipped ones are built from their sources: in every version, unless one is asked for.
 */
export async function buildTargets({ operands, flags, world, shipped }: Call<BuildFlags>): Promise<readonly Target[]> {
  const catalog = operands.every((given) => !isName(given)) && operands.length > 0 ? undefined : await shipped();
  const targets: Target[] = [];
  for (const given of operands.length > 0 ? operands : (catalog?.services ?? []).map(({ name }) => name)) {
    const service = catalog?.services.find(({ name }) => name === given);
    if (catalog && service) targets.push(...shippedTargets(world, { catalog, service }, flags));
    else targets.push(await givenTarget(world, given, flags));
  }
  if (targets.length > 0) return apart(targets);
  throw new Fault('nothing-to-do', 'No connector is shipped.', { help: 'Name a connector to build.' });
}

/** Anything with a slash or a dot is a path. */
const isName = (given: string): boolean => /^[\w-]+$/.test(given);

function shippedTargets(
  world: World,
  { catalog, service }: { readonly catalog: Catalog; readonly service: ShippedService },
  flags: Call<BuildFlags>['flags'],
): readonly Target[] {
  const { name, defaultVersion, versions } = service;
  const wanted = flags['api-version'];
  if (wanted !== undefined && !versions.includes(wanted)) {
    const message = `${name} has no version ${shorten(wanted)}.${didYouMean(wanted, versions)}`;
    throw new Fault('not-found', message, { help: `It has ${versions.join(', ')}.` });
  }
  const change = flags.out === undefined ? changeIn(flags) : undefined;
  if (change !== undefined) {
    const help = 'Give --out DIR: the shipped connector stays as it is.';
    throw new Fault('called-wrongly', `${name} ${change} needs a folder of its own.`, { help });
  }
  return (wanted === undefined ? versions : [wanted]).map((version) => {
    const root = flags.out ?? shippedRoot(world);
    const folder = world.shown(artifactFolder(root, name, version === defaultVersion ? undefined : version));
    return { loaded: atHost(loadBuilt(catalog.build(name, version), join(folder, definitionFiles[0])), flags), folder };
  });
}

/** What the flags make other than it is shipped. */
function changeIn({ resource, endpoint, 'key-header': keyHeader }: Call<BuildFlags>['flags']): string | undefined {
  if ((resource ?? endpoint) !== undefined) return 'at another host';
  return keyHeader === undefined ? undefined : 'with another key header';
}

async function givenTarget(world: World, given: string, flags: Call<BuildFlags>['flags']): Promise<Target> {
  const loaded = await loadConnector(world, given, flags);
  if (flags.out !== undefined) return { loaded, folder: world.shown(join(flags.out, loaded.name)) };
  const [read] = loaded.documents;
  if (read === undefined || basename(read.file) === definitionFiles[0]) return { loaded, folder: loaded.folder };
  const help = `Give --out DIR for the ${definitionFiles[0]} that it becomes.`;
  throw new Fault('called-wrongly', `${shorten(given)} cannot be rewritten in place.`, { help });
}

/** The targets as they are. Throws a `Fault` where two would go into one folder. */
function apart(targets: readonly Target[]): readonly Target[] {
  const taken = new Map<string, Loaded>();
  for (const { loaded, folder } of targets) {
    const other = taken.get(folder);
    if (other) {
      const message = `${shorten(other.file)} and ${shorten(loaded.file)} would both be written to ${shorten(folder)}.`;
      throw new Fault('called-wrongly', message, { help: 'Build them one by one, with another --out each.' });
    }
    taken.set(folder, loaded);
  }
  return targets;
}
