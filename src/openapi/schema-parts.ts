import { isArray, isObject, own, type Json } from '../core/json.js';
import { child } from '../core/pointer.js';
import { remembered } from '../core/remembered.js';
import { follow, type Located } from './refs.js';
import type { Document, Schema, SchemaType } from './types.js';

/** One of the schemas that apply to a value together: the schema itself, or one that it includes. */
export interface Part {
  readonly schema: Schema;
  /** Where the last reference on the way led; undefined where none was followed and `suffix` goes on from the schema itself. */
  readonly origin: string | undefined;
  /** The way on from there, e.g. `/allOf/0`. */
  readonly suffix: string;
  readonly type: SchemaType | undefined;
  /** Whether it says more of a value itself than its type. */
  readonly constrained: boolean;
  /** Whether `enum`, `required` and `minItems` are all that it says of a value itself. */
  readonly plain: boolean;
  readonly properties: ReadonlyMap<string, Inner> | undefined;
  readonly additional: Inner | boolean | undefined;
  readonly items: Inner | undefined;
}

/** A schema in another one, and what applies there, once it was needed. */
export interface Inner {
  readonly schema: Schema;
  parts: Parts | undefined;
}

/** The keywords that say something of a value itself, apart from its type and from what it holds. */
const constraints: ReadonlySet<string> = new Set<keyof Schema>([
  'enum',
  'maximum',
  'minimum',
  'multipleOf',
  'maxLength',
  'minLength',
  'pattern',
  'maxItems',
  'minItems',
  'uniqueItems',
  'required',
  'maxProperties',
  'minProperties',
]);

/** Those that `meets-plainly.ts` knows. */
const plainConstraints: ReadonlySet<string> = new Set<keyof Schema>(['enum', 'required', 'minItems']);

/** A schema, and the way to it from the one that is taken apart. */
export type Step = Pick<Part, 'schema' | 'origin' | 'suffix'>;

/** All that applies where a schema stands. */
export interface Parts {
  readonly parts: readonly Part[];
  /** References on the way that lead nowhere. */
  readonly unresolved: readonly Step[];
  /** Whether one of the parts has a `discriminator`. */
  readonly discriminated: boolean;
}

/** The parts of each schema, by document. Neither is ever changed, so they are looked up once. */
const known = remembered<Document, WeakMap<Schema, Parts>>();

/** The schemas that apply to a value where `schema` stands: references followed, `allOf` taken apart, each once, in document order. */
export function partsOf(document: Document, schema: Schema): Parts {
  let ofDocument = known.get(document);
  if (ofDocument === undefined) known.set(document, (ofDocument = new WeakMap()));
  let parts = ofDocument.get(schema);
  if (parts === undefined) ofDocument.set(schema, (parts = takenApart(document, schema, () => true)));
  return parts;
}

/** Of the schemas that apply where `schema` stands, those that null is held against: what a nullable schema includes is not among them. */
export function partsForNull(document: Document, schema: Schema): readonly Part[] {
  return takenApart(document, schema, (part) => part['x-nullable'] !== true).parts;
}

/** With a list of what is left to take apart, not by recursion: a chain of references and `allOf`s can be as long as a document. */
function takenApart(document: Document, schema: Schema, goesOn: (part: Schema) => boolean): Parts {
  const parts: Part[] = [];
  const unresolved: Step[] = [];
  const met = new Set<Schema>();
  const left: Step[] = [{ schema, origin: undefined, suffix: '' }];
  for (let step = left.pop(); step !== undefined; step = left.pop()) {
    const found = followed(document, step);
    if (found === undefined) unresolved.push(step);
    else if (!met.has(found.schema)) {
      met.add(found.schema);
      parts.push(partAt(found));
      if (!goesOn(found.schema)) continue;
      const { origin, suffix } = found;
      const { allOf } = found.schema;
      if (!isArray(allOf)) continue; // a parameter is no schema, and can have anything under this key
      for (const [index, member] of [...allOf.entries()].reverse()) {
        // the first one is taken first
        if (isObject(member)) left.push({ schema: member, origin, suffix: `${suffix}/allOf/${index}` });
      }
    }
  }
  return { parts, unresolved, discriminated: parts.some((part) => part.schema.discriminator !== undefined) };
}

function partAt({ schema, origin, suffix }: Step): Part {
  const { type, properties, additionalProperties, items } = schema;
  const keywords = Object.keys(schema).filter((keyword) => constraints.has(keyword));
  return {
    schema,
    origin,
    suffix,
    type,
    constrained: keywords.length > 0,
    plain: keywords.every((keyword) => plainConstraints.has(keyword)),
    properties: properties && new Map(Object.entries(properties).map(([name, inner]) => [name, innerOf(inner)])),
    additional: typeof additionalProperties === 'object' ? innerOf(additionalProperties) : additionalProperties,
    items: items && innerOf(items),
  };
}

function innerOf(schema: Schema): Inner {
  return { schema, parts: undefined };
}

function followed(document: Document, step: Step): Step | undefined {
  const { $ref } = step.schema;
  if ($ref === undefined) return step;
  const end = follow(document, 'schema', $ref) as Located<Schema> | undefined; // `follow` gives the kind that it is asked for
  return end && { schema: end.node, origin: end.pointer, suffix: '' };
}

/**
 * The parts of a schema and of the subtypes that an object names: a definition, named by the value of a part's `discriminator`, that includes that part by `allOf`.
 * @see https://spec.openapis.org/oas/v2.0.html#schema-object (discriminator)
 */
export function withSubtypes(document: Document, parts: readonly Part[], value: Json): readonly Part[] {
  if (!isObject(value)) return parts;
  const all = [...parts];
  const met = new Set(all.map((part) => part.schema));
  for (const { schema } of all) {
    const name = schema.discriminator === undefined ? undefined : own(value, schema.discriminator);
    const subtype = typeof name === 'string' ? own(document.definitions ?? {}, name) : undefined;
    if (subtype === undefined) continue;
    const added = partsOf(document, subtype).parts;
    if (!added.some((part) => part.schema === schema)) continue;
    for (const part of added) {
      if (met.has(part.schema)) continue;
      met.add(part.schema);
      all.push({ ...part, origin: part.origin ?? child('/definitions', String(name)) });
    }
  }
  return all;
}
