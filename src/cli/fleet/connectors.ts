import { canonicalKey } from '../../openapi/canonical-key.js';
import { invariant, isFault } from '../../core/fault.js';
import { atHost } from '../at-host.js';
import { loadConnector } from '../load-connector.js';
import type { Loaded } from '../loaded.js';
import { iconOf } from '../publish/icon.js';
import type { World } from '../world.js';
import type { FleetEntry } from './job.js';

/** The connectors of a fleet: each is read once, however many targets have it. */
export interface Connectors {
  /** A connector as it is read, its host still open; or the fault that reading it gave. */
  readonly load: (service: string, apiVersion: string | undefined) => Promise<Loaded | Error>;
  /** The same where it was read before. */
  readonly read: (service: string, apiVersion: string | undefined) => Loaded | Error;
  /** The connector of a target, at its host. The same value for the same host, as a rule. Throws a `Fault` where there is none. */
  readonly at: (entry: FleetEntry) => Loaded;
  /** The icon that lies beside it. Throws a `Fault` for one that cannot be sent. */
  readonly icon: (loaded: Loaded) => string | undefined;
}

/** Connectors at hosts that are kept: those of targets that follow each other. */
const MOST_HOSTED = 100;

/** Reads connectors for a fleet. */
export function connectorsIn(world: World): Connectors {
  const read = new Map<string, Loaded | Error>();
  const hosted = new Map<string, Loaded>();
  const icons = new Map<string, string | undefined>();
  return {
    load: async (service, apiVersion) => {
      const key = nameOf(service, apiVersion);
      const loaded = read.get(key) ?? (await loadedOr(world, service, apiVersion));
      read.set(key, loaded);
      return loaded;
    },
    read: (service, apiVersion) => {
      const loaded = read.get(nameOf(service, apiVersion));
      invariant(loaded, 'a connector of a fleet is read before it is used');
      return loaded;
    },
    at: ({ loaded, settings: { resource, endpoint, keyHeader, service, apiVersion } }) => {
      if (loaded instanceof Error) throw loaded;
      if (resource === undefined && endpoint === undefined && keyHeader === undefined) return loaded;
      const key = canonicalKey([
        loaded.file,
        service ?? null,
        apiVersion ?? null,
        resource ?? null,
        endpoint ?? null,
        keyHeader ?? null,
      ]);
      const known = hosted.get(key);
      if (known) return known;
      const made = atHost(loaded, { 'api-version': apiVersion, resource, endpoint, 'key-header': keyHeader });
      const [oldest] = hosted.keys();
      if (hosted.size >= MOST_HOSTED && oldest !== undefined) hosted.delete(oldest);
      hosted.set(key, made);
      return made;
    },
    icon: (loaded) => {
      if (!icons.has(loaded.folder)) icons.set(loaded.folder, iconOf(world, loaded));
      return icons.get(loaded.folder);
    },
  };
}

/** No name of a file and no version has a NUL. */
function nameOf(service: string, apiVersion = ''): string {
  return `${service}\0${apiVersion}`;
}

async function loadedOr(world: World, service: string, apiVersion: string | undefined): Promise<Loaded | Error> {
  const flags = { 'api-version': apiVersion, resource: undefined, endpoint: undefined, 'key-header': undefined };
  try {
    return await loadConnector(world, service, flags);
  } catch (error) {
    if (isFault(error)) return error;
    throw error;
  }
}
