import { Fault } from '../core/fault.js';
import { isObject } from '../core/json.js';
import { didYouMean } from '../core/nearest.js';
import { shorten } from '../core/shorten.js';
import type { Connector } from '../definition/connector.js';
import { loadBuilt } from './load-built.js';
import type { Loaded } from './loaded.js';
import type { World } from './world.js';

/**
 * Loads the connector that a TypeScript or JavaScript module exports; of several, the one that `wanted` names.
 * Throws a `Fault` for a module that throws, one that exports no connector, and where it is open which one is meant.
 */
export async function loadModule(world: World, file: string, wanted?: string): Promise<Loaded> {
  const exported = await exportsOf(world, file);
  return loadBuilt(choose(file, exported, wanted), file);
}

async function exportsOf(world: World, file: string): Promise<ReadonlyMap<string, Connector>> {
  try {
    return connectorsIn(await world.importModule(file));
  } catch (cause) {
    const why = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
    const help = 'Run the module by itself to see where it throws.';
    throw new Fault('module-failed', `${shorten(file)} could not be loaded: ${why}`, { help, cause });
  }
}

/** The connectors among a module's exports, by the name of the export. */
function connectorsIn(exports: unknown): ReadonlyMap<string, Connector> {
  if (typeof exports !== 'object' || exports === null) return new Map();
  return new Map(Object.entries(exports).filter((entry): entry is [string, Connector] => isConnector(entry[1])));
}

/** Only the outline is looked at here: what is inside is checked as a file's content would be. */
function isConnector(value: unknown): value is Connector {
  if (!isObject(value)) return false;
  return (
    typeof value['name'] === 'string' && ['definition', 'properties', 'contract'].every((part) => isObject(value[part]))
  );
}

function choose(file: string, exported: ReadonlyMap<string, Connector>, wanted: string | undefined): Connector {
  const names = [...exported.keys()];
  const different = new Set(exported.values());
  const [only] = different.size === 1 ? different : [];
  const connector = wanted === undefined ? only : exported.get(wanted);
  if (connector) return connector;
  if (names.length === 0) {
    const help = 'Export what the builders give: export const mine = connector({ ... }).';
    throw new Fault('not-a-connector', `${shorten(file)} exports no connector.`, { help });
  }
  const message =
    wanted === undefined
      ? `${shorten(file)} exports ${different.size} connectors.`
      : `${shorten(file)} exports no connector ${shorten(wanted)}.${didYouMean(wanted, names)}`;
  throw new Fault('not-a-connector', message, {
    help: `Say which one: ${names.map((name) => `${file}#${name}`).join(', ')}.`,
  });
}
