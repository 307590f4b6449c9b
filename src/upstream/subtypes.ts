import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import { child, valueAt } from '../core/pointer.js';
import { shorten } from '../core/shorten.js';
import { keywordInvalid } from './loss-rules.js';
import { follow, localPointer, lose, nameOf, type At, type Reading } from './reading.js';

/** A schema that a discriminator chooses, and the value that chooses it. */
export interface Subtype {
  readonly value: string;
  readonly at: At;
}

/** What a schema's `discriminator` says: OpenAPI 2.0 has the property's name alone, 3.x an object. Undefined (a loss) where it is neither. */
export function readDiscriminator(
  reading: Reading,
  schema: JsonObject,
  pointer: string,
): { readonly property: string; readonly mapping?: JsonObject } | undefined {
  const value = own(schema, 'discriminator');
  if (value === undefined) return undefined;
  if (typeof value === 'string') return { property: value };
  const property = isObject(value) ? own(value, 'propertyName') : undefined;
  if (isObject(value) && typeof property === 'string') {
    const mapping = own(value, 'mapping');
    return isObject(mapping) ? { property, mapping } : { property };
  }
  const message = `${shorten(value)} names no property that tells the variants apart; it is left out.`;
  lose(reading, keywordInvalid, { pointer: child(pointer, 'discriminator'), message });
  return undefined;
}

/** The subtypes that a mapping names, by reference or by name. */
export function mappedSubtypes(reading: Reading, mapping: JsonObject, pointer: string): Subtype[] {
  const subtypes: Subtype[] = [];
  for (const [value, target] of Object.entries(mapping)) {
    const at = follow(reading, asReference(target), child(`${pointer}/discriminator/mapping`, value));
    if (at !== undefined) subtypes.push({ value, at });
  }
  return subtypes;
}

/** A mapping may give a schema's name in place of a reference. */
function asReference(target: Json): Json {
  return typeof target === 'string' && /^[\w.-]+$/.test(target) ? `#/components/schemas/${target}` : target;
}

/** The schemas of the specification that extend the one at `pointer` with `allOf`: how OpenAPI 2.0 says what the variants are. */
export function extendingSubtypes(reading: Reading, pointer: string): Subtype[] {
  reading.subtypes ??= indexSubtypes(reading.spec);
  const subtypes: Subtype[] = [];
  for (const target of reading.subtypes.get(pointer) ?? []) {
    const schema = valueAt(reading.spec, target);
    const value = isObject(schema) ? own(schema, 'x-ms-discriminator-value') : undefined;
    subtypes.push({
      value: typeof value === 'string' ? value : nameOf(target),
      at: { value: schema, pointer: target },
    });
  }
  return subtypes;
}

function indexSubtypes(spec: JsonObject): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const [base, schemas] of namedSchemas(spec)) {
    for (const [name, schema] of Object.entries(schemas)) {
      const parts = isObject(schema) ? own(schema, 'allOf') : undefined;
      for (const part of isArray(parts) ? parts : []) {
        const ref = isObject(part) ? own(part, '$ref') : undefined;
        const target = typeof ref === 'string' ? localPointer(ref) : undefined;
        if (target === undefined) continue;
        const known = index.get(target);
        if (known === undefined) index.set(target, [child(base, name)]);
        else known.push(child(base, name));
      }
    }
  }
  return index;
}

function* namedSchemas(spec: JsonObject): Generator<[base: string, schemas: JsonObject]> {
  const definitions = own(spec, 'definitions');
  if (isObject(definitions)) yield ['/definitions', definitions];
  const components = own(spec, 'components');
  const schemas = isObject(components) ? own(components, 'schemas') : undefined;
  if (isObject(schemas)) yield ['/components/schemas', schemas];
}
