import { hasHole } from '../arm/hole.js';
import { isObject, own } from '../core/json.js';
import { apiOf, type Connections } from '../workflow/connections.js';

/** How the key of a connection begins whose id says nothing. */
const KEY = 'azuresentinel';

/** Whether a connection leads to Microsoft Sentinel: by the API of its id, or by its key where the id says nothing. */
export function isSentinelConnection(key: string, connections: Connections): boolean {
  const { kind, name } = apiOf({}, key, connections);
  if (kind === 'managed' && name !== undefined) return name.toLowerCase() === KEY;
  const entry = own(connections.entries, key);
  const id = isObject(entry) ? own(entry, 'id') : undefined;
  const isSilent = typeof id !== 'string' || id === '' || hasHole(id);
  return kind !== 'custom' && isSilent && key.toLowerCase().startsWith(KEY);
}
