import { Fault } from '../core/fault.js';
import { withHost } from '../definition/host.js';
import type { connectorFlags, Values } from './flags.js';
import type { Loaded } from './loaded.js';

/** The connector at the host that --resource or --endpoint gives. Throws a `Fault` where the host does not fit. */
export function atHost(loaded: Loaded, { resource, endpoint }: Values<typeof connectorFlags>): Loaded {
  if (!loaded.connector || (resource === undefined && endpoint === undefined)) return loaded;
  const moved = withHost(loaded.connector, {
    ...(resource !== undefined && { resource }),
    ...(endpoint !== undefined && { endpoint }),
  });
  if ('connector' in moved) return { ...loaded, connector: moved.connector };
  throw new Fault('called-wrongly', moved.problem, { help: 'Give --resource NAME or --endpoint https://HOST/PATH.' });
}
