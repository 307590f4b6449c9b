import { isArray, isObject, own, type Json } from '../../../core/json.js';

/** Keywords whose members are schemas. */
const named = ['properties', 'definitions', 'dependencies'];
/** Keywords whose value is a schema, or a list of schemas. */
const placed = [
  'items',
  'additionalItems',
  'additionalProperties',
  'contains',
  'propertyNames',
  'not',
  'if',
  'then',
  'else',
  'allOf',
  'anyOf',
  'oneOf',
];

/** Whether a schema has regular expressions anywhere: the service does not run those. A property may be named `pattern`. */
export function hasRegex(schema: Json): boolean {
  if (isArray(schema)) return schema.some(hasRegex);
  if (!isObject(schema)) return false;
  if (Object.hasOwn(schema, 'pattern') || Object.hasOwn(schema, 'patternProperties')) return true;
  const members = named.flatMap((keyword) => Object.values(asObject(own(schema, keyword))));
  return [...members, ...placed.map((keyword) => own(schema, keyword) ?? null)].some(hasRegex);
}

function asObject(value: Json | undefined) {
  return isObject(value) ? value : {};
}
