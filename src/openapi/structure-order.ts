import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import type { RecordShape, Shape } from './structure-shape.js';

/**
 * The same value with the keys of its records in the order of the table: known keys, then unknown ones, then `x-` keys.
 * Names of the author's choice (paths, properties, definitions) keep their order, and so does all that the table does not describe.
 */
export function inTableOrder(value: Json, shape: Shape): Json {
  switch (shape.holds) {
    case 'list':
      return isArray(value) ? value.map((item) => inTableOrder(item, shape.of())) : value;
    case 'flag or':
      return inTableOrder(value, shape.other());
    case 'reference or':
      return inTableOrder(value, isObject(value) && Object.hasOwn(value, '$ref') ? shape.reference : shape.other);
    case 'case': {
      const by = isObject(value) ? own(value, shape.by) : undefined;
      const chosen = (typeof by === 'string' ? own(shape.cases, by) : undefined) ?? shape.otherwise;
      return chosen === undefined ? value : inTableOrder(value, chosen);
    }
    case 'map':
      return isObject(value)
        ? mapEntries(Object.entries(value), (key) =>
            shape.extensible && key.startsWith('x-') ? undefined : shape.of(),
          )
        : value;
    case 'record':
      return isObject(value) ? mapEntries(sorted(value, shape), (key) => own(shape.fields, key)) : value;
    default:
      return value;
  }
}

function mapEntries(entries: readonly [string, Json][], shapeOf: (key: string) => Shape | undefined): JsonObject {
  return Object.fromEntries(
    entries.map(([key, item]) => {
      const shape = shapeOf(key);
      return [key, shape === undefined ? item : inTableOrder(item, shape)];
    }),
  );
}

function sorted(value: JsonObject, { fields, keepsOrder }: RecordShape): [string, Json][] {
  const entries = Object.entries(value);
  if (keepsOrder) return entries;
  const order = Object.keys(fields);
  const rank = (key: string) => {
    const known = order.indexOf(key);
    return known >= 0 ? known : order.length + (key.startsWith('x-') ? 1 : 0);
  };
  return entries.sort(([a], [b]) => rank(a) - rank(b)); // stable: equals keep their order
}
