import { isArray, isObject, own, type Json, type JsonObject } from '../../../core/json.js';
import { child, valueAt } from '../../../core/pointer.js';
import { canonical } from '../../../expression/equal.js';
import { shown } from '../../../expression/failure.js';
import type { Spend } from '../guarded.js';
import { numericKeywords, typeNames, type NumericKeyword, type Schema, type TypeName } from './schema.js';

/** A schema that values can be held against. */
export interface CompiledSchema {
  readonly root: Schema;
  /** The schemas that references lead to, by their text. */
  readonly references: ReadonlyMap<string, Schema>;
}

/**
 * Reads a schema: draft 4, with what Newtonsoft.Json.Schema takes of draft 6 and 7 where no version is named. A keyword that it does not know, or
 * whose value is of a wrong type, says nothing. The problem is that of a reference or a type that the service cannot read, in its words. Throws a
 * `Failure` where it would take too long.
 */
export function compileSchema(document: Json, spend: Spend): CompiledSchema | { readonly problem: string } {
  const reading: Reading = { spend, known: new Map(), wanted: new Set(), problem: undefined };
  const root = placed(document, '#', reading);
  const references = new Map<string, Schema>();
  // A set goes on to what is added to it.
  for (const reference of reading.wanted) {
    const target = targetOf(document, reference);
    const schema = target === undefined ? undefined : schemaOf(target, reference, reading);
    if (schema) references.set(reference, schema);
    else reading.problem ??= `Could not resolve schema reference '${shown(reference)}'.`;
  }
  return reading.problem === undefined ? { root, references } : { problem: reading.problem };
}

interface Reading {
  readonly spend: Spend;
  /** So that what stands in several places, or leads back to itself, is read once. */
  readonly known: Map<JsonObject, Schema>;
  readonly wanted: Set<string>;
  problem: string | undefined;
}

/** What a reference within the document leads to. */
function targetOf(document: Json, reference: string): Json | undefined {
  if (!reference.startsWith('#')) return undefined;
  try {
    return valueAt(document, decodeURIComponent(reference.slice(1)));
  } catch {
    return undefined;
  }
}

function schemaOf(document: Json | undefined, id: string, reading: Reading): Schema | undefined {
  if (document === false) return { ...read({}, id, reading), takesNothing: true };
  if (!isObject(document ?? null)) return undefined;
  const object = document as JsonObject; // it is one
  const known = reading.known.get(object);
  if (known) return known;
  const schema = read(object, id, reading);
  reading.known.set(object, schema);
  return schema;
}

/** Keywords that hold schemas for the same value. */
const combining = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'dependencies'];

function read(document: JsonObject, id: string, reading: Reading): Schema {
  const at = (keyword: string) => own(document, keyword);
  const one = (keyword: string) => schemaOf(at(keyword), child(id, keyword), reading);
  const list = (keyword: string) => listOf(at(keyword), child(id, keyword), reading);
  const text = (keyword: string) => textIn(at(keyword));
  const reference = text('$ref');
  if (reference !== undefined) reading.wanted.add(reference);
  const condition = one('if');
  return {
    id,
    reference,
    takesNothing: false,
    types: typesOf(at('type'), reading),
    ...numbersOf(document),
    format: text('format'),
    values: valuesIn(at('enum'), reading),
    onlyValue: Object.hasOwn(document, 'const') ? canonical(at('const') ?? null, reading.spend) : undefined,
    properties: membersOf(at('properties'), child(id, 'properties'), reading),
    additionalProperties: at('additionalProperties') === false ? false : one('additionalProperties'),
    propertyNames: one('propertyNames'),
    required: textsIn(at('required')),
    dependencies: dependenciesOf(at('dependencies'), child(id, 'dependencies'), reading),
    items: isArray(at('items')) ? list('items') : one('items'),
    additionalItems: at('additionalItems') === false ? false : one('additionalItems'),
    contains: one('contains'),
    uniqueItems: at('uniqueItems') === true,
    isCombined: combining.some((keyword) => Object.hasOwn(document, keyword)),
    allOf: list('allOf'),
    anyOf: list('anyOf'),
    oneOf: list('oneOf'),
    not: one('not'),
    condition: condition && { schema: condition, met: one('then'), unmet: one('else') },
  };
}

function listOf(value: Json | undefined, id: string, reading: Reading): Schema[] {
  if (!isArray(value)) return [];
  return value.map((item, index) => placed(item, child(id, index), reading));
}

function membersOf(value: Json | undefined, id: string, reading: Reading): ReadonlyMap<string, Schema> {
  const members = Object.entries(isObject(value) ? value : {});
  return new Map(members.map(([name, member]) => [name, placed(member, child(id, name), reading)]));
}

/** The schema in a list or under a name, where what is none has its place too. */
function placed(value: Json, id: string, reading: Reading): Schema {
  return schemaOf(value, id, reading) ?? read({}, id, reading);
}

function dependenciesOf(value: Json | undefined, id: string, reading: Reading): Schema['dependencies'] {
  const names = Object.entries(isObject(value) ? value : {}).flatMap(([name, member]) =>
    isArray(member) ? [[name, textsIn(member)] as const] : [],
  );
  return new Map<string, Schema | readonly string[]>([...membersOf(value, id, reading), ...names]);
}

function typesOf(value: Json | undefined, reading: Reading): readonly TypeName[] | undefined {
  const names = typeof value === 'string' ? [value] : textsIn(value);
  const unknown = names.find((name) => !typeNames.some((known) => known === name));
  if (unknown !== undefined) reading.problem ??= `Invalid JSON schema type: ${shown(unknown)}.`;
  const types = typeNames.filter((known) => names.includes(known));
  return types.length === 0 ? undefined : types;
}

/** Limits, and whether they are exclusive: `true` beside a limit as in draft 4, or the limit itself as in draft 6. */
function numbersOf(document: JsonObject): Pick<Schema, 'numbers' | 'exclusiveMaximum' | 'exclusiveMinimum'> {
  const numbers = new Map<NumericKeyword, number | bigint>();
  const put = (keyword: NumericKeyword, value: Json | undefined): boolean => {
    const isNumber = typeof value === 'number' || typeof value === 'bigint';
    if (isNumber) numbers.set(keyword, value);
    return isNumber;
  };
  for (const keyword of numericKeywords) put(keyword, own(document, keyword));
  const maximum = own(document, 'exclusiveMaximum');
  const minimum = own(document, 'exclusiveMinimum');
  return {
    numbers,
    exclusiveMaximum: put('maximum', maximum) || maximum === true,
    exclusiveMinimum: put('minimum', minimum) || minimum === true,
  };
}

function textIn(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function textsIn(value: Json | undefined): readonly string[] {
  return isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** The values of a list that is not empty. */
function valuesIn(value: Json | undefined, { spend }: Reading): ReadonlySet<string> | undefined {
  if (!isArray(value) || value.length === 0) return undefined;
  return new Set(value.map((one) => canonical(one, spend)));
}
