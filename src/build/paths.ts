import type { Json } from '../core/json.js';
import type { Document, PathItem } from '../openapi/types.js';
import type { ConnectorOperation } from './operation.js';

/**
 * The operations by path and method.
 *
 * @throws Error for two operations with one id (upper and lower case are one), or with one method and path.
 */
export function pathsOf(operations: readonly ConnectorOperation[]): Document['paths'] {
  const ids = new Set<string>();
  const items = new Map<string, PathItem>();
  for (const { method, path, operation, notification } of operations) {
    const { operationId } = operation;
    if (ids.has(operationId.toLowerCase())) throw new Error(`Two operations are called "${operationId}".`);
    ids.add(operationId.toLowerCase());
    const item = items.get(path) ?? {};
    if (item[method])
      throw new Error(`"${operationId}" and another operation are both ${method.toUpperCase()} ${path}.`);
    const content = notification && { 'x-ms-notification-content': notification as unknown as Json }; // a schema is JSON
    items.set(path, { ...item, ...content, [method]: operation });
  }
  return Object.fromEntries(items);
}
