import type { Json } from '../core/json.js';
import { child } from '../core/pointer.js';
import { resolve } from '../openapi/refs.js';
import type { Document, Schema } from '../openapi/types.js';

/** A property (its schema, as it stands) or an enum value that a body's schema declares. `name` is a path such as `items[].state`. */
export type Declared =
  | { readonly name: string; readonly pointer: string; readonly property: Schema }
  | { readonly name: string; readonly pointer: string; readonly schema: Schema; readonly value: Json };

/** Everything that a body's schema declares, in order, each schema once however often it is referred to. */
export function* declaredIn(document: Document, root: Schema, pointer: string): Generator<Declared> {
  const met = new Set<Schema>();
  const open: Below[] = [{ node: root, at: pointer, name: '' }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, at, name, isProperty } = next;
    if (isProperty) yield { name, pointer: at, property: node };
    const found = resolve<Schema>(document, node, at);
    if (found === undefined || met.has(found.node)) continue;
    met.add(found.node);
    for (const [index, value] of (found.node.enum ?? []).entries()) {
      yield { name, pointer: child(`${found.pointer}/enum`, index), schema: found.node, value };
    }
    for (const inner of below(found.node, found.pointer, name).toReversed()) open.push(inner);
  }
}

/** A schema that is still to be looked into. */
interface Below {
  readonly node: Schema;
  readonly at: string;
  readonly name: string;
  readonly isProperty?: true;
}

function below(schema: Schema, at: string, name: string): Below[] {
  const { properties = {}, items, allOf = [], additionalProperties } = schema;
  return [
    ...Object.entries(properties).map(([property, node]) => ({
      node,
      at: child(`${at}/properties`, property),
      name: name === '' ? property : `${name}.${property}`,
      isProperty: true as const,
    })),
    ...(items ? [{ node: items, at: `${at}/items`, name: `${name}[]` }] : []),
    ...allOf.map((node, index) => ({ node, at: child(`${at}/allOf`, index), name })),
    ...(typeof additionalProperties === 'object'
      ? [{ node: additionalProperties, at: `${at}/additionalProperties`, name: `${name}.*` }]
      : []),
  ];
}
