import { isArray, isObject, own } from '../core/json.js';
import type { Schema } from '../openapi/types.js';

/** The name of the definition that a `$ref` names, as `define` writes it. */
export function namedBy(reference: string): string | undefined {
  return /^#\/definitions\/([\w.-]+)$/.exec(reference)?.[1];
}

/** The names that a schema refers to. */
export function referredBy(schema: Schema): ReadonlySet<string> {
  const names = new Set<string>();
  const waiting: unknown[] = [schema];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isArray(node)) waiting.push(...node);
    if (!isObject(node)) continue;
    const reference = own(node, '$ref');
    const name = typeof reference === 'string' ? namedBy(reference) : undefined;
    if (name !== undefined) names.add(name);
    for (const value of Object.values(node)) if (typeof value === 'object' && value !== null) waiting.push(value);
  }
  return names;
}

/** The definitions in an order in which each stands behind those that it refers to, but for those that contain themselves. */
export function inOrder(definitions: Readonly<Record<string, Schema>>): readonly string[] {
  const ordered: string[] = [];
  const begun = new Set<string>();
  for (const root of Object.keys(definitions)) {
    const open = enter(root);
    while (open.length > 0) {
      const { name, waiting } = open[open.length - 1]!; // there is one
      const next = waiting.pop();
      if (next === undefined) {
        ordered.push(name);
        open.pop();
      } else open.push(...enter(next));
    }
  }
  return ordered;

  function enter(name: string): { readonly name: string; readonly waiting: string[] }[] {
    const schema = own(definitions, name);
    if (schema === undefined || begun.has(name)) return [];
    begun.add(name);
    return [{ name, waiting: [...referredBy(schema)] }];
  }
}
