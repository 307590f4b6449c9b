import { Fault, isFault } from '../core/fault.js';
import { isObject } from '../core/json.js';
import type { Connector } from '../definition/connector.js';
import { partsOf, type PartNotes } from './parts-of.js';
import type { Surface } from './surface.js';
import type { UpstreamConnector, UpstreamVersion } from './upstream-connector.js';

/**
 * The connector of one version of its upstream, and what was noted of the version.
 * @throws {Fault} `not-a-connector` where the version lacks what the connector needs, `not-found` where its surface lacks an operation
 */
export function builtFrom(
  upstream: UpstreamConnector,
  surface: Surface,
): { readonly connector: Connector; readonly notes: readonly PartNotes[] } {
  const { version, notes } = partsOf(upstream, surface);
  try {
    const connector = built(upstream, version);
    const { retired } = surface;
    return { connector: retired ? { ...connector, contract: { ...connector.contract, retired } } : connector, notes };
  } catch (cause) {
    if (isFault(cause)) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    const message = `${upstream.name} cannot be built for ${surface.apiVersion}: ${why}`;
    const help = 'What the connector needs of its upstream is in its source: is this the right specification?';
    throw new Fault('not-a-connector', message, { help, cause });
  }
}

/** What `build` gives, which may be code of anybody's: only the outline is looked at here. */
function built(upstream: UpstreamConnector, version: UpstreamVersion): Connector {
  const made: unknown = upstream.build(version);
  const isConnector =
    isObject(made) &&
    typeof made['name'] === 'string' &&
    ['definition', 'properties', 'contract'].every((part) => isObject(made[part]));
  if (!isConnector) throw new Error('its "build" gives no connector.');
  return made as unknown as Connector; // what is inside is checked as a file's content would be
}
