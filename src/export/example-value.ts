import { isArray, isObject, type Json } from '../core/json.js';
import { matches } from '../openapi/check-value.js';
import { follow, isReference } from '../openapi/refs.js';
import type { Document, Items, Schema } from '../openapi/types.js';

/** What an example is made for. */
export interface ExampleOptions {
  /** Stands for a text of which nothing else is known. */
  readonly name: string;
  /** Every property, as an answer has them; else those that are required, have a value of their own, or are important. */
  readonly whole: boolean;
}

interface Making extends ExampleOptions {
  readonly document: Document;
  /** How many values may still be made: a short schema can describe more than there is memory for. */
  readonly budget: { left: number };
  /** The schemas that are being made: what holds itself ends there. */
  readonly above: readonly Schema[];
}

/** More values than an example needs. */
const MOST_VALUES = 2000;
/** How deep an example goes. */
const MOST_LEVELS = 12;
/** Items that a list has at most, whatever it asks for. */
const MOST_ITEMS = 20;
/** The longest text that is made, in UTF-16 code units. */
const MOST_CHARACTERS = 1000;

/** A value that a schema describes: its own example, default or first of the allowed values, else one that is made. */
export function exampleValue(document: Document, schema: Schema | Items, options: ExampleOptions): Json {
  return valueOf(schema, { ...options, document, budget: { left: MOST_VALUES }, above: [] });
}

function valueOf(written: Schema | Items, making: Making): Json {
  const schema = ended(making.document, written);
  making.budget.left -= 1;
  const own = ownValue(making.document, schema);
  if (own !== undefined) return own;
  const type = schema.type ?? (schema.properties || schema.allOf ? 'object' : schema.items ? 'array' : 'string');
  const below = { ...making, above: [...making.above, schema] };
  if (type === 'object') return objectOf(schema, below);
  if (type === 'array') return listOf(schema, below);
  if (type === 'boolean') return false;
  if (type === 'integer' || type === 'number') return numberOf(schema, type === 'integer' ? 1 : 0.5);
  return textOf(schema, making);
}

function ended(document: Document, schema: Schema | Items): Schema {
  const one = schema as Schema; // a value outside a body has fewer keywords, and none of another meaning
  if (!isReference(one)) return one;
  // `follow` gives a node of the kind that it is asked for
  return (follow(document, 'schema', one.$ref)?.node as Schema | undefined) ?? {};
}

/** What the definition says itself, where that meets what it declares. */
function ownValue(document: Document, schema: Schema): Json | undefined {
  const { example, default: fallback, enum: allowed } = schema;
  const said = [example, fallback, ...(isArray(allowed) ? allowed.slice(0, 1) : [])];
  return said.find((one) => one !== undefined && one !== null && matches(document, schema, one));
}

function objectOf(schema: Schema, making: Making): Json {
  if (isTooMuch(making)) return {};
  const parts = [schema, ...(schema.allOf ?? []).map((one) => ended(making.document, one))];
  const required = new Set(parts.flatMap((one) => one.required ?? []));
  const entries = parts.flatMap((one) =>
    Object.entries(one.properties ?? {}).flatMap(([name, property]): [string, Json][] => {
      const isWanted =
        required.has(name) || ((making.whole || isSaid(property, making)) && !isRepeated(property, making));
      if (!isWanted) return [];
      return [[name, valueOf(property, { ...making, name: titleOf(property) ?? name })]];
    }),
  );
  return Object.fromEntries(entries);
}

/** Whether even what is required has to end. */
function isTooMuch({ above, budget }: Making): boolean {
  return above.length > MOST_LEVELS || budget.left < -MOST_VALUES;
}

/** Whether a value can be left out, and would only repeat what holds it, or there is enough already. */
function isRepeated(written: Schema, { document, above, budget }: Making): boolean {
  return budget.left <= 0 || above.includes(ended(document, written));
}

/** Whether a request should have an optional property: the definition has a value for it, or it is important and not a number or a switch, which mean something as they are. */
function isSaid(property: Schema, { document }: Making): boolean {
  const schema = ended(document, property);
  const visibility = schema['x-ms-visibility'];
  if ((schema.example ?? schema.default) !== undefined) return visibility !== 'internal';
  return visibility === 'important' && !['integer', 'number', 'boolean'].includes(schema.type ?? '');
}

function titleOf(property: Schema): string | undefined {
  const summary = property['x-ms-summary'];
  return property.title ?? (typeof summary === 'string' ? summary : undefined);
}

function listOf({ items, minItems = 0 }: Schema, making: Making): Json {
  if (items === undefined || isTooMuch(making)) return [];
  const least = isRepeated(items, making) ? 0 : 1;
  return Array.from({ length: Math.min(Math.max(minItems, least), MOST_ITEMS) }, () => valueOf(items, making));
}

function numberOf({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Schema, step: number): Json {
  if (minimum !== undefined && minimum > 0) return exclusiveMinimum === true ? Number(minimum) + step : minimum;
  if (minimum !== undefined && Number(minimum) === 0 && exclusiveMinimum === true) return step;
  if (maximum !== undefined && maximum <= 0) return exclusiveMaximum === true ? Number(maximum) - step : maximum;
  return 0;
}

const formats: ReadonlyMap<string, string> = new Map([
  ['date', '2026-01-01'],
  ['date-time', '2026-01-01T00:00:00Z'],
  ['date-no-tz', '2026-01-01T00:00:00'],
  ['uuid', '00000000-0000-0000-0000-000000000000'],
  ['email', 'person@example.com'],
  ['uri', 'https://example.com'],
  ['byte', 'AAAA'],
  ['binary', 'bytes'],
]);

/** Texts that meet many a pattern. */
const COMMON = ['00000000-0000-0000-0000-000000000000', '1', 'a', 'A', '2026-01-01', '00:00', 'https://example.com'];

function textOf(schema: Schema, { name, document }: Making): Json {
  const { format = '', minLength = 0, maxLength, pattern } = schema;
  const text = (formats.get(format) ?? name).padEnd(Math.min(minLength, MOST_CHARACTERS), '.');
  const made = text.slice(0, Math.min(maxLength ?? MOST_CHARACTERS, MOST_CHARACTERS));
  if (pattern === undefined) return made;
  return [made, ...COMMON].find((one) => matches(document, schema, one)) ?? made;
}

/** A value as one text, where no list or object can stand. */
export function asText(value: Json): string {
  if (isArray(value)) return value.map(asText).join(',');
  return isObject(value) || value === null ? '' : String(value);
}
