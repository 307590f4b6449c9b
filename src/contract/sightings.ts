import type { Json } from '../core/json.js';
import type { Operation, Schema } from '../openapi/types.js';

/** What the exchanges have shown so far, by the identity of the definition's nodes. */
export interface Sightings {
  operation(operation: Operation): void;
  status(operation: Operation, declared: string): void;
  /** Gives what `checkValue` calls for each schema under `root` that it holds a value against. */
  visitor(root: Schema): (schema: Schema, value: Json) => void;
  sawOperation(operation: Operation): boolean;
  sawStatus(operation: Operation, declared: string): boolean;
  /** Whether a value was held against `schema`, as it stands under `root`. */
  sawSchema(root: Schema, schema: Schema): boolean;
  sawValue(root: Schema, schema: Schema, value: Json): boolean;
}

/** What was seen below one root. */
interface Below {
  readonly schemas: Set<Schema>;
  /** The values of those that have an `enum`. */
  readonly values: Map<Schema, Set<Json>>;
}

/** An empty record of {@link Sightings}. Kept by node and not by pointer: nothing is built for a value that is as declared. */
export function sightings(): Sightings {
  const operations = new Set<Operation>();
  const statuses = new Map<Operation, Set<string>>();
  const roots = new Map<Schema, Below>();
  return {
    operation: (operation) => void operations.add(operation),
    status: (operation, declared) => void setIn(statuses, operation).add(declared),
    visitor(root) {
      const below = roots.get(root) ?? { schemas: new Set(), values: new Map() };
      roots.set(root, below);
      return (schema, value) => {
        below.schemas.add(schema);
        if (schema.enum !== undefined) setIn(below.values, schema).add(value);
      };
    },
    sawOperation: (operation) => operations.has(operation),
    sawStatus: (operation, declared) => statuses.get(operation)?.has(declared) ?? false,
    sawSchema: (root, schema) => roots.get(root)?.schemas.has(schema) ?? false,
    sawValue: (root, schema, value) => roots.get(root)?.values.get(schema)?.has(value) ?? false,
  };
}

function setIn<Key, Item>(map: Map<Key, Set<Item>>, key: Key): Set<Item> {
  const found = map.get(key);
  if (found) return found;
  const made = new Set<Item>();
  map.set(key, made);
  return made;
}
