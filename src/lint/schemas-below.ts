import { follow, isReference, type Located } from '../openapi/refs.js';
import type { Document, Schema } from '../openapi/types.js';

/** Gives the schemas right below a schema, in no order; of a reference, what it leads to at last. Each is looked at once. */
export type Below = (schema: Schema) => readonly Schema[];

/** What is below the schemas of a document. */
export function schemasBelow(document: Document): Below {
  const known = new Map<Schema, readonly Schema[]>();
  return (schema) => {
    let below = known.get(schema);
    if (below === undefined) known.set(schema, (below = lookBelow(document, schema)));
    return below;
  };
}

function lookBelow(document: Document, schema: Schema): readonly Schema[] {
  if (isReference(schema)) {
    const end = follow(document, 'schema', schema.$ref) as Located<Schema> | undefined; // `follow` gives the kind that it is asked for
    return end ? [end.node] : [];
  }
  const { properties, items, additionalProperties, allOf } = schema;
  const below: Schema[] = properties === undefined ? [] : Object.values(properties);
  if (items) below.push(items);
  if (typeof additionalProperties === 'object') below.push(additionalProperties);
  for (const member of allOf ?? []) below.push(member);
  return below;
}

/** All schemas that can be met on the way down from some, themselves too. Where `goesOn` says no, the way ends. */
export function reach(
  roots: Iterable<Schema>,
  below: Below,
  goesOn: (schema: Schema) => boolean = () => true,
): ReadonlySet<Schema> {
  const met = new Set(roots);
  for (const schema of met) {
    if (!goesOn(schema)) continue;
    for (const inner of below(schema)) met.add(inner); // a set that grows is gone through to its end
  }
  return met;
}
