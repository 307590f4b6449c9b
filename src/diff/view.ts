import { isObject, own, type Json, type JsonObject } from '../core/json.js';
import { child } from '../core/pointer.js';
import { follow, type Located } from '../openapi/refs.js';
import { partsOf } from '../openapi/schema-parts.js';
import type { Document, Schema } from '../openapi/types.js';
import { canonicalKey } from '../openapi/canonical-key.js';

/** What is said of a value where a schema (or a parameter, a header) stands: by one object, or by several where `allOf` joins them. */
export interface View {
  /** The object itself, references followed, and then those that it includes. */
  readonly parts: readonly Located<JsonObject>[];
}

/** Keys that hold further nodes, or say how nodes are put together: they are compared as that, and not as keywords. */
const structure: ReadonlySet<string> = new Set([
  '$ref',
  'properties',
  'required',
  'items',
  'additionalProperties',
  'allOf',
]);

/** A value that is itself and refers to nothing: a parameter or a header. */
export function plainView(node: object, pointer: string): View {
  return { parts: [{ node: node as JsonObject, pointer }] }; // all that a definition is made of is JSON
}

/** The schema that stands at `pointer`, references followed; undefined where they lead nowhere. */
export function schemaAt(document: Document, node: Schema, pointer: string): Located<Schema> | undefined {
  if (node.$ref === undefined) return { node, pointer };
  return follow(document, 'schema', node.$ref) as Located<Schema> | undefined; // `follow` gives the kind that it is asked for
}

/** The view of a schema whose references were followed. */
export function schemaView(document: Document, { node, pointer }: Located<Schema>): View {
  if (node.allOf === undefined) return plainView(node, pointer);
  const { parts } = partsOf(document, node);
  return {
    parts: parts.map(({ schema, origin, suffix }) => ({
      node: schema as unknown as JsonObject, // all that a definition is made of is JSON
      pointer: (origin ?? pointer) + suffix,
    })),
  };
}

/** The value of a keyword; of several parts the first one that has it. */
export function keyword(view: View, key: string): Json | undefined {
  for (const { node } of view.parts) {
    const value = own(node, key);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Where the keyword stands; where it does not, the whole value. */
export function keywordPointer({ parts }: View, key: string): string {
  const at = parts.find(({ node }) => own(node, key) !== undefined);
  return at === undefined ? (parts[0]?.pointer ?? '') : child(at.pointer, key);
}

/** The keywords that both views have together, each once, but for those of structure. */
export function keywordsOf(...views: readonly View[]): Iterable<string> {
  const keys = new Set<string>();
  for (const { parts } of views) {
    for (const { node } of parts) for (const key of Object.keys(node)) if (!structure.has(key)) keys.add(key);
  }
  return keys;
}

/** The properties that a view declares, by name. One that several parts declare is there for each, the later ones with a NUL behind the name. */
export function propertiesOf({ parts }: View): ReadonlyMap<string, Located<Schema> & { readonly again?: true }> {
  const found = new Map<string, Located<Schema> & { readonly again?: true }>();
  for (const { node, pointer } of parts) {
    const properties = own(node, 'properties');
    if (!isObject(properties)) continue;
    const at = child(pointer, 'properties');
    for (const [name, schema] of Object.entries(properties)) {
      if (!isObject(schema)) continue;
      const located = { node: schema as unknown as Schema, pointer: child(at, name) }; // where a schema stands
      let key = name;
      while (found.has(key)) key += '\u0000';
      found.set(key, key === name ? located : { ...located, again: true });
    }
  }
  return found;
}

/** The names that a view requires. */
export function requiredOf({ parts }: View): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { node } of parts) {
    const required = own(node, 'required');
    if (Array.isArray(required)) for (const name of required) names.add(String(name));
  }
  return names;
}

/** What stands under a structural key, of the first part that has it: a schema with its place, `true`, `false` or undefined. */
export function inner(view: View, key: 'items' | 'additionalProperties'): Located<Schema> | boolean | undefined {
  const value = keyword(view, key);
  if (isObject(value)) return { node: value as unknown as Schema, pointer: keywordPointer(view, key) }; // where a schema stands
  return typeof value === 'boolean' ? value : undefined;
}

/** The JSON type of the values: declared, or told by what is said of them. */
export function typeIn(view: View): string | undefined {
  const type = keyword(view, 'type');
  if (typeof type === 'string') return type;
  if (keyword(view, 'properties') !== undefined || keyword(view, 'additionalProperties') !== undefined) return 'object';
  return keyword(view, 'items') === undefined ? undefined : 'array';
}

/** What later parts say otherwise than the first that says it: `key value`, sorted. */
export function contradictions({ parts }: View): readonly string[] {
  if (parts.length < 2) return [];
  const first = new Map<string, string>();
  const others = new Set<string>();
  for (const { node } of parts) {
    for (const [key, value] of Object.entries(node)) {
      if (structure.has(key)) continue;
      const said = `${key} ${canonicalKey(value)}`;
      const known = first.get(key);
      if (known === undefined) first.set(key, said);
      else if (known !== said) others.add(said);
    }
  }
  return [...others].sort();
}
