import { isArray, type Json, type JsonObject } from '../core/json.js';
import { hasType } from './check-value-type.js';
import { partsOf, type Inner, type Part } from './schema-parts.js';
import type { Document, Schema } from './types.js';

/** What a value is held against in the short way. */
export interface PlainCheck {
  readonly document: Document;
  readonly schema: Schema;
  /** Whether properties that the schema does not declare are let pass. */
  readonly open: boolean;
  /** As that of `checkValue`; it may have been called for a part of the value when the answer is false. */
  readonly visit?: ((schema: Schema, value: Json) => void) | undefined;
}

/**
 * Whether a value surely meets a schema, with no undeclared property in it unless `open`. False says nothing: then `checkValue` tells why,
 * or that all is well. Thousands of recorded values are as declared; this looks at them in as few steps as it can, and leaves to `checkValue`
 * whatever is rare: several schemas for one value, keywords other than `type`, `enum`, `required`, `minItems` and those about what is inside.
 *
 * Recursion follows the value, whose depth the reader of its text limits.
 */
export function meetsPlainly(value: Json, check: PlainCheck): boolean {
  return isPlain(check, { schema: check.schema, parts: undefined }, value);
}

function isPlain(check: PlainCheck, inner: Inner, value: Json): boolean {
  const { parts, unresolved, discriminated } = (inner.parts ??= partsOf(check.document, inner.schema));
  const part = parts[0];
  if (part === undefined || parts.length > 1 || unresolved.length > 0 || discriminated) return false;
  if (check.visit !== undefined) {
    check.visit(part.schema, value);
    if (part.schema !== inner.schema) check.visit(inner.schema, value);
  }
  if (value === null) return part.schema['x-nullable'] === true;
  if (part.type !== undefined && !hasType(value, part.type)) return false;
  if (part.constrained && !(part.plain && isAllowed(part.schema, value))) return false;
  if (typeof value !== 'object') return true;
  return isArray(value) ? value.every(itemTest(check, part)) : hasPlainProperties(check, part, value);
}

/** Whether a value keeps the keywords of a schema that has no others than these. */
function isAllowed({ enum: values, required, minItems }: Schema, value: Json): boolean {
  if (values !== undefined && !values.includes(value)) return false;
  if (minItems !== undefined && isArray(value) && value.length < minItems) return false;
  if (required === undefined || typeof value !== 'object' || value === null) return true;
  return isArray(value) || required.every((name) => Object.hasOwn(value, name));
}

function itemTest(check: PlainCheck, { items }: Part): (item: Json) => boolean {
  return items === undefined ? () => true : (item) => isPlain(check, items, item);
}

function hasPlainProperties(check: PlainCheck, { properties, additional }: Part, value: JsonObject): boolean {
  if (properties === undefined && additional === undefined) return true;
  for (const name of Object.keys(value)) {
    const property = properties?.get(name) ?? additional;
    if (property === undefined) {
      if (!check.open) return false;
    } else if (property === false) return false;
    else if (property !== true && !isPlain(check, property, value[name] as Json)) return false; // the name is there
  }
  return true;
}
