import { isObject } from '../core/json.js';
import type { UpstreamConnector } from '../upstream/upstream-connector.js';

/** Known by its mark: each chunk of the command, and the library that the module uses, has a builder of its own. Only the outline is looked at. */
export function isUpstream(value: unknown): value is UpstreamConnector {
  if (!isObject(value) || value['kind'] !== 'upstream-connector') return false;
  const outline: Readonly<Record<string, unknown>> = value; // it may hold functions, too
  return (
    ['name', 'service', 'defaultVersion'].every((key) => typeof outline[key] === 'string') &&
    ['retired', 'operations'].every((key) => isObject(outline[key])) &&
    typeof outline['build'] === 'function'
  );
}
