import { Fault } from '../core/fault.js';
import { isObject } from '../core/json.js';
import { shorten } from '../core/shorten.js';
import type { Connector } from '../definition/connector.js';
import type { UpstreamConnector } from '../upstream/upstream-connector.js';
import { isUpstream } from './is-upstream.js';
import { loadBuilt } from './load-built.js';
import type { Loaded } from './loaded.js';
import { chosen, moduleExports } from './module-exports.js';
import type { World } from './world.js';

/** Which connector of a module is meant, and for which version. */
export interface ModuleChoice {
  readonly file: string;
  /** The export, where the module has several. */
  readonly wanted: string | undefined;
  /** For one that follows an upstream; its default version where absent. */
  readonly version: string | undefined;
}

/**
 * Loads the connector that a TypeScript or JavaScript module exports; one that follows an upstream is built from the surface beside the module.
 * Throws a `Fault` for a module that throws, one that exports no connector, and where it is open which one is meant.
 */
export async function loadModule(world: World, { file, wanted, version }: ModuleChoice): Promise<Loaded> {
  const exports = await moduleExports(world, file);
  const connectors = new Map([...exports].filter((entry): entry is [string, Loadable] => isLoadable(entry[1])));
  const connector = chosen(connectors, {
    file,
    wanted,
    noun: { one: 'connector', several: 'connectors' },
    none: () => noConnector(file),
  });
  if ('kind' in connector) {
    const { builtFromSurface } = await import('./load-upstream.js');
    return loadBuilt(builtFromSurface(world, connector, { file, version }), file);
  }
  if (version === undefined) return loadBuilt(connector, file);
  const message = `--api-version goes with a connector that follows an upstream, and the one in ${shorten(file)} follows none.`;
  throw new Fault('called-wrongly', message, { help: 'Leave --api-version out.' });
}

function noConnector(file: string): Fault {
  const help = 'Export what the builders give: export const mine = connector({ ... }).';
  return new Fault('not-a-connector', `${shorten(file)} exports no connector.`, { help });
}

type Loadable = Connector | UpstreamConnector;

/** Only the outline is looked at here: what is inside is checked as a file's content would be. */
function isLoadable(value: unknown): value is Loadable {
  if (isUpstream(value)) return true;
  if (!isObject(value)) return false;
  return (
    typeof value['name'] === 'string' && ['definition', 'properties', 'contract'].every((part) => isObject(value[part]))
  );
}
