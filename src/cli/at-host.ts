import { Fault } from '../core/fault.js';
import type { Connector } from '../definition/connector.js';
import { withHost } from '../definition/host.js';
import { withKeyHeader } from '../definition/key-header.js';
import type { connectorFlags, Values } from './flags.js';
import type { Loaded } from './loaded.js';

/**
 * The connector at the host that --resource or --endpoint gives, with the key in the header that --key-header gives.
 * Throws a `Fault` where one of them does not fit.
 */
export function atHost(
  loaded: Loaded,
  { resource, endpoint, 'key-header': keyHeader }: Values<typeof connectorFlags>,
): Loaded {
  if (!loaded.connector) return loaded;
  const choice = { ...(resource !== undefined && { resource }), ...(endpoint !== undefined && { endpoint }) };
  const hosted = chosen(withHost(loaded.connector, choice), 'Give --resource NAME or --endpoint https://HOST/PATH.');
  if (keyHeader === undefined) return { ...loaded, connector: hosted };
  const help = 'Give --key-header NAME with a connector for any server, or leave it out.';
  return { ...loaded, connector: chosen(withKeyHeader(hosted, keyHeader), help) };
}

function chosen(changed: { readonly connector: Connector } | { readonly problem: string }, help: string): Connector {
  if ('connector' in changed) return changed.connector;
  throw new Fault('called-wrongly', changed.problem, { help });
}
