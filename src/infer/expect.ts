import type { Schema } from '../openapi/types.js';
import type { Settled } from './settle.js';

/**
 * What all answers had in common beyond their types, for `contract.json`: the properties that none was without, the lists that were never
 * empty. A `required` response property would make the designer write `['x']`, which fails on an error's body. Undefined where there is nothing.
 */
export function expectOf(settled: Settled, depth: number): Schema | undefined {
  const schema: Schema = {
    ...(settled.kind === 'array' && settled.filled && { minItems: 1 }),
    ...(depth > 0 && insideOf(settled, depth - 1)),
  };
  return Object.keys(schema).length === 0 ? undefined : schema;
}

function insideOf({ kind, properties, entries, items }: Settled, depth: number): Schema {
  const required = properties.filter((property) => property.required).map(({ name }) => name);
  const inside = properties.flatMap(({ name, settled }) => named(name, expectOf(settled, depth)));
  const values = entries && expectOf(entries, depth);
  const each = kind === 'array' && items !== undefined ? expectOf(items, depth) : undefined;
  return {
    ...(required.length > 0 && { required }),
    ...(inside.length > 0 && { properties: Object.fromEntries(inside) }),
    ...(values && { additionalProperties: values }),
    ...(each && { items: each }),
  };
}

function named(name: string, schema: Schema | undefined): readonly (readonly [string, Schema])[] {
  return schema === undefined ? [] : [[name, schema]];
}
