import { isArray, isObject, type Json } from '../../core/json.js';
import type { Schema, SchemaType } from '../../openapi/types.js';

type Limit = number | bigint;

/** The keywords that bound a value, each with the type that it says something of, and whether a value is at the bound. */
const bounds = {
  minimum: { of: 'number', isAt: numberIs },
  maximum: { of: 'number', isAt: numberIs },
  minLength: { of: 'string', isAt: lengthIs },
  maxLength: { of: 'string', isAt: lengthIs },
  minItems: { of: 'array', isAt: countIs },
  maxItems: { of: 'array', isAt: countIs },
  minProperties: { of: 'object', isAt: propertiesAre },
  maxProperties: { of: 'object', isAt: propertiesAre },
} as const satisfies Record<string, { of: SchemaType; isAt: (value: Json, limit: Limit) => boolean }>;

/** A bound of a schema. */
export interface Bound {
  readonly keyword: keyof typeof bounds;
  readonly limit: Limit;
}

// An entry of the table has the name of its keyword.
const keywords = Object.keys(bounds) as readonly (keyof typeof bounds)[];

/** The bounds of a schema that values of its type can be at. A number that is excluded itself is none: there is no last one before it. */
export function boundsOf(schema: Schema): readonly Bound[] {
  const found: Bound[] = [];
  for (const keyword of keywords) {
    const limit = schema[keyword];
    if (limit !== undefined && saysOf(schema, keyword)) found.push({ keyword, limit });
  }
  return found;
}

function saysOf({ type, ...schema }: Schema, keyword: keyof typeof bounds): boolean {
  const isOfType = type === undefined || bounds[keyword].of === (type === 'integer' ? 'number' : type);
  return isOfType && !isExcluded(schema, keyword);
}

function isExcluded({ exclusiveMinimum, exclusiveMaximum }: Schema, keyword: Bound['keyword']): boolean {
  return (keyword === 'minimum' && exclusiveMinimum === true) || (keyword === 'maximum' && exclusiveMaximum === true);
}

/** Whether a value that keeps a bound would not keep the next narrower one: it is the least, or the greatest. */
export function isAtBound({ keyword, limit }: Bound, value: Json): boolean {
  return bounds[keyword].isAt(value, limit);
}

/** Neither less nor more: `===` tells a bigint from the number that equals it. */
function numberIs(value: Json, limit: Limit): boolean {
  return (typeof value === 'number' || typeof value === 'bigint') && !(value < limit) && !(value > limit);
}

function lengthIs(value: Json, limit: Limit): boolean {
  // A code point has one or two code units: most texts need not be counted.
  if (typeof value !== 'string' || value.length < limit || value.length > 2 * Number(limit)) return false;
  let count = 0;
  for (const _ of value) count += 1;
  return count === limit;
}

function countIs(value: Json, limit: Limit): boolean {
  return isArray(value) && value.length === limit;
}

function propertiesAre(value: Json, limit: Limit): boolean {
  return isObject(value) && Object.keys(value).length === limit;
}
