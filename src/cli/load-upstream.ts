import { dirname } from 'node:path/posix';
import type { Connector } from '../definition/connector.js';
import { builtFrom } from '../upstream/built-from.js';
import type { UpstreamConnector } from '../upstream/upstream-connector.js';
import { committedSurface } from './regenerate/surface.js';
import type { World } from './world.js';

/**
 * The connector that a module makes of its upstream, from the surface beside the module.
 * Throws a `Fault` for a version that has no surface, and for one that lacks what the connector needs.
 */
export function builtFromSurface(
  world: World,
  upstream: UpstreamConnector,
  { file, version = upstream.defaultVersion }: { readonly file: string; readonly version: string | undefined },
): Connector {
  const root = dirname(file);
  return builtFrom(upstream, committedSurface(world, { upstream, root, out: root }, version).surface).connector;
}
