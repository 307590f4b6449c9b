import type { Schema } from '../openapi/types.js';
import { definitionOf, type Definition } from './define.js';

/** What else {@link definitionsOf} is told. */
interface Given {
  /** Schemas that come first, by name: what `define` gave, or the schema itself. */
  readonly first?: Readonly<Record<string, Schema>>;
  /** Whether a `$ref` that was written by hand leads to something, where that is no definition. */
  readonly leadsTo?: (reference: string) => boolean;
}

/** A schema with a name; without `definition` it stands under its name as it is. */
interface Found {
  readonly definition: Definition | undefined;
  readonly schema: Schema;
}

/**
 * The schemas that `document` refers to, by name, those that they refer to among them, in the order in which they are met.
 *
 * @throws Error when two different schemas have one name, or a `$ref` that was not made by `define` leads nowhere.
 */
export function definitionsOf(
  document: object,
  { first = {}, leadsTo = () => false }: Given = {},
): Readonly<Record<string, Schema>> {
  const found = new Map<string, Found>();
  const nodes = new Set<object>(); // grows while it is walked
  for (const [name, value] of Object.entries(first)) {
    const definition = definitionOf(value);
    const isOwn = definition?.name === name;
    const schema = isOwn ? definition.schema() : value;
    found.set(name, { definition: isOwn ? definition : undefined, schema });
    nodes.add(schema);
  }
  nodes.add(document);
  const byHand = new Set<string>();
  for (const node of nodes) {
    const definition = definitionOf(node);
    if (definition !== undefined) {
      nodes.add(added(found, definition));
      continue;
    }
    const reference: unknown = Object.hasOwn(node, '$ref') ? (node as { readonly $ref: unknown }).$ref : undefined; // it has one
    if (typeof reference === 'string') byHand.add(reference);
    for (const value of Object.values(node)) if (typeof value === 'object' && value !== null) nodes.add(value);
  }
  const names = new Set([...found.keys()].map((name) => `#/definitions/${name}`));
  const lost = [...byHand].find((reference) => !names.has(reference) && !leadsTo(reference));
  if (lost !== undefined) throw new Error(`"${lost}" leads nowhere: use the value that define() gave.`);
  return Object.fromEntries([...found].map(([name, { schema }]) => [name, schema]));
}

/** The schema of a definition, which is among those found from now on. */
function added(found: Map<string, Found>, definition: Definition): Schema {
  const schema = definition.schema();
  const known = found.get(definition.name);
  if (known === undefined) found.set(definition.name, { definition, schema });
  else if (known.definition !== definition && text(known.schema) !== text(schema)) {
    throw new Error(`Two different schemas are defined as "${definition.name}".`);
  }
  return schema;
}

function text(schema: Schema): string {
  return JSON.stringify(schema, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
}
