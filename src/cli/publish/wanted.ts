import type { Wanted } from '../../azure/custom-api.js';
import type { Connector } from '../../definition/connector.js';
import type { connectorFlags, Values } from '../flags.js';
import { loadConnector } from '../load-connector.js';
import type { Loaded } from '../loaded.js';
import type { World } from '../world.js';
import { iconOf } from './icon.js';
import { givenTags } from './tags.js';

/** A connector that shall be published; without `wanted`, its documents have errors, and it must not. */
export interface ToPublish {
  readonly loaded: Loaded;
  readonly wanted: Wanted | undefined;
}

/** Loads what shall be published. Throws a `Fault` where there is no such connector. */
export async function toPublish(
  world: World,
  given: string,
  flags: Values<typeof connectorFlags> & { readonly tags?: readonly string[] },
): Promise<ToPublish> {
  const loaded = await loadConnector(world, given, flags);
  const { connector } = loaded;
  const isSound = !loaded.findings.some(({ severity }) => severity === 'error');
  return {
    loaded,
    wanted: connector && isSound ? wantedOf(world, { loaded, connector, tags: flags.tags ?? [] }) : undefined,
  };
}

interface Sound {
  readonly loaded: Loaded;
  readonly connector: Connector;
  readonly tags: readonly string[];
}

function wantedOf(world: World, { loaded, connector, tags }: Sound): Wanted {
  const iconUri = iconOf(world, loaded);
  return { connector, version: world.version(), tags: givenTags(tags), ...(iconUri !== undefined && { iconUri }) };
}
