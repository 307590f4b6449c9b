import type { Schema } from '../openapi/types.js';
import { definitionOf, type Definition } from './define.js';

/**
 * The schemas that `document` refers to, by name, those that they refer to among them, in the order in which they are met.
 *
 * @throws Error when two different schemas have one name, or a `$ref` was not made by `define`.
 */
export function definitionsOf(document: object): Readonly<Record<string, Schema>> {
  const found = new Map<string, { readonly definition: Definition; readonly schema: Schema }>();
  const nodes = new Set([document]); // grows while it is walked
  for (const node of nodes) {
    const definition = definitionOf(node);
    if (definition === undefined) {
      checkReference(node);
      for (const value of Object.values(node)) if (typeof value === 'object' && value !== null) nodes.add(value);
      continue;
    }
    const schema = definition.schema();
    const known = found.get(definition.name);
    if (known === undefined) found.set(definition.name, { definition, schema });
    else if (known.definition !== definition && text(known.schema) !== text(schema)) {
      throw new Error(`Two different schemas are defined as "${definition.name}".`);
    }
    nodes.add(schema);
  }
  return Object.fromEntries([...found].map(([name, { schema }]) => [name, schema]));
}

/** A reference that somebody wrote by hand, or a copy of one (`{ ...Ticket }`), leads nowhere. */
function checkReference(node: object): void {
  const reference = Object.hasOwn(node, '$ref') ? (node as { readonly $ref: unknown }).$ref : undefined; // it has one
  if (typeof reference === 'string') throw new Error(`"${reference}" leads nowhere: use the value that define() gave.`);
}

function text(schema: Schema): string {
  return JSON.stringify(schema, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
}
