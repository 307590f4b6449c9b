import { shorten } from '../core/shorten.js';
import type { Operation } from '../openapi/types.js';
import type { NodePlace } from '../openapi/walk.js';

/** How a message calls an operation: its operationId, or its method and path where it has none. */
export function operationName(
  { operationId }: Operation,
  { method, path }: Pick<NodePlace, 'method' | 'path'>,
): string {
  return shorten(operationId || `${method?.toUpperCase()} ${path}`);
}
