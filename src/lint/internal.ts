import type { Extensible } from '../openapi/types.js';

/** Whether the designer never shows something: its `x-ms-visibility` is `internal`. */
export function isInternal(node: Extensible | undefined): boolean {
  return node?.['x-ms-visibility'] === 'internal';
}
