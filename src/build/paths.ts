import { isObject, type Json } from '../core/json.js';
import type { Document, PathItem } from '../openapi/types.js';
import type { ConnectorOperation } from './operation.js';
import { present } from './present.js';
import type { Keywords } from './verbatim.js';

/** What else {@link pathsOf} is told. */
interface Given {
  /** By path: what stands beside its operations. */
  readonly more: Keywords | undefined;
  /** Whether two operations may have one id. */
  readonly unchecked: boolean;
}

/**
 * The operations by path and method.
 *
 * @throws Error for two operations with one id (upper and lower case are one), or with one method and path.
 */
export function pathsOf(operations: readonly ConnectorOperation[], { more = {}, unchecked }: Given): Document['paths'] {
  const items = new Map<string, PathItem>();
  if (!unchecked) checkIds(operations);
  for (const { method, path, operation, notification } of operations) {
    const { operationId } = operation;
    const item = items.get(path) ?? {};
    if (item[method])
      throw new Error(`"${operationId}" and another operation are both ${method.toUpperCase()} ${path}.`);
    const content = notification && { 'x-ms-notification-content': notification as unknown as Json }; // a schema is JSON
    items.set(path, { ...item, ...content, [method]: operation });
  }
  for (const [path, keywords] of Object.entries(more)) {
    const item = { ...items.get(path), ...(isObject(keywords) ? keywords : {}) };
    items.set(path, (isObject(keywords) ? present(item) : keywords) as PathItem); // as it is
  }
  return Object.fromEntries(items);
}

function checkIds(operations: readonly ConnectorOperation[]): void {
  const ids = new Set<string>();
  for (const { operation } of operations) {
    const id: string = operation.operationId.toLowerCase();
    if (ids.has(id)) throw new Error(`Two operations are called "${operation.operationId}".`);
    ids.add(id);
  }
}
