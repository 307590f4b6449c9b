import { isArray, isObject, type Json, type JsonObject } from '../core/json.js';
import { MAX_DEPTH } from '../core/limits.js';
import { follow, isReference } from '../openapi/refs.js';
import type { BodyParameter, Document, Schema } from '../openapi/types.js';

interface Filling {
  readonly document: Document;
  /** Every default, as the designer fills them in; else only those of what is internal and required, which the service fills in. */
  readonly all: boolean;
  /** How many values may still be made: a short schema can require more than there is memory for. */
  readonly budget: { left: number };
  readonly known: Map<Schema, Known>;
}

/** What an object is looked at for. */
interface Known {
  readonly properties: ReadonlyMap<string, Schema>;
  /** Those that may be filled in, and whether they are required. */
  readonly fillable: readonly (readonly [name: string, schema: Schema, isRequired: boolean])[];
}

/** More defaults than any body has. */
const MOST_MADE = 20_000;

/**
 * A body with the defaults of properties that it lacks; undefined where there is nothing to send. What is there stays.
 * `all`: what is visible too. An optional internal property is ignored by the service, and never filled in.
 */
export function bodyWithDefaults(
  document: Document,
  {
    parameter,
    body,
    all,
  }: { readonly parameter: BodyParameter; readonly body: Json | undefined; readonly all: boolean },
): Json | undefined {
  const filling = { document, all, budget: { left: MOST_MADE }, known: new Map<Schema, Known>() };
  const schema = { ...ended(document, parameter.schema), ...visibility(parameter) };
  if (body !== undefined) return filledIn(body, { schema, filling, level: 0 });
  return defaultOf(schema, parameter.required === true, { filling, level: 0 });
}

function visibility(parameter: BodyParameter): Schema {
  const shown = parameter['x-ms-visibility'];
  return shown === undefined ? {} : { 'x-ms-visibility': shown };
}

interface Here {
  readonly filling: Filling;
  readonly level: number;
}

function filledIn(value: Json, { schema, filling, level }: Here & { readonly schema: Schema }): Json {
  if (level > MAX_DEPTH) return value;
  const below = { filling, level: level + 1 };
  if (isArray(value)) {
    const items = schema.items && ended(filling.document, schema.items);
    return items === undefined ? value : value.map((item) => filledIn(item, { schema: items, ...below }));
  }
  return isObject(value) ? filledObject(value, { schema, ...below }) : value;
}

function filledObject(object: JsonObject, { schema, ...below }: Here & { readonly schema: Schema }): JsonObject {
  const { properties, fillable } = knownOf(schema, below.filling);
  const kept = Object.entries(object).map(([name, value]) => {
    const declared = properties.get(name);
    return [name, declared ? filledIn(value, { schema: declared, ...below }) : value] as const;
  });
  const added = fillable.flatMap(([name, declared, isRequired]) => {
    const value = Object.hasOwn(object, name) ? undefined : defaultOf(declared, isRequired, below);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries([...kept, ...added]);
}

function knownOf(schema: Schema, { document, known }: Filling): Known {
  let found = known.get(schema);
  if (found === undefined) {
    const required = new Set(schema.required);
    const all = Object.entries(schema.properties ?? {}).map(
      ([name, written]) => [name, ended(document, written), required.has(name)] as const,
    );
    const fillable = all.filter(([, one, isRequired]) => one.default !== undefined || (isRequired && one.properties));
    found = { properties: new Map(all.map(([name, one]) => [name, one])), fillable };
    known.set(schema, found);
  }
  return found;
}

/** What stands for a value that is absent: its own default, or those of what an object requires. */
function defaultOf(schema: Schema, isRequired: boolean, { filling, level }: Here): Json | undefined {
  filling.budget.left -= 1;
  if (filling.budget.left < 0) return undefined;
  const isInternal = schema['x-ms-visibility'] === 'internal';
  if (isInternal ? !isRequired : !filling.all && schema.default !== undefined) return undefined;
  if (schema.default !== undefined) return schema.default;
  if (!isRequired || schema.properties === undefined || level > MAX_LEVELS) return undefined;
  const made = filledObject({}, { schema, filling, level: level + 1 });
  return Object.keys(made).length === 0 ? undefined : made;
}

/** How deep objects are made that nobody gave: a schema may require itself. */
const MAX_LEVELS = 8;

/** The schema behind references; one that leads nowhere says nothing. */
function ended(document: Document, schema: Schema): Schema {
  if (!isReference(schema)) return schema;
  // `follow` gives a node of the kind that it is asked for
  return (follow(document, 'schema', schema.$ref)?.node as Schema | undefined) ?? {};
}
