import type { ConnectorOperation } from './operation.js';

/** @throws Error where a dynamic list or schema in `parts` of a definition calls an operation that is not among `operations`. */
export function checkCalls(parts: readonly object[], operations: readonly ConnectorOperation[]): void {
  const ids = new Set<string>(operations.map(({ operation }) => operation.operationId));
  const waiting: { readonly node: object; readonly extension?: string }[] = parts.map((node) => ({ node }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, extension } = next;
    for (const [key, value] of Object.entries(node) as [string, unknown][]) {
      if (extension !== undefined && key === 'operationId' && typeof value === 'string' && !ids.has(value)) {
        throw new Error(`An ${extension} calls "${value}", which is not among the operations of the connector.`);
      }
      if (typeof value !== 'object' || value === null) continue;
      const inside = key.startsWith('x-ms-dynamic-') ? key : extension;
      waiting.push(inside === undefined ? { node: value } : { node: value, extension: inside });
    }
  }
}
