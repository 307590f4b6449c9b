import { tokens, valueAt } from '../core/pointer.js';
import type { Json } from '../core/json.js';
import type { Wider } from '../definition/connector.js';
import { matches } from '../openapi/check-value.js';
import type { Document } from '../openapi/types.js';

/** The pattern of `wider` that covers `pointer` in `body` and whose schema allows the value there; undefined where there is none. */
export function allowedBy(
  wider: Wider | undefined,
  { document, body, pointer }: { readonly document: Document; readonly body: Json; readonly pointer: string },
): string | undefined {
  if (wider === undefined) return undefined;
  const path = tokens(pointer);
  for (const [pattern, schema] of Object.entries(wider)) {
    if (!covers(tokens(pattern), path)) continue;
    const value = valueAt(body, pointer);
    if (value !== undefined && matches(document, schema, value)) return pattern;
  }
  return undefined;
}

function covers(pattern: readonly string[], path: readonly string[]): boolean {
  return pattern.length === path.length && pattern.every((token, index) => token === '*' || token === path[index]);
}
