import { own } from '../core/json.js';
import { follow, isReference, type Located } from '../openapi/refs.js';
import type { Document, Schema } from '../openapi/types.js';

/** One of the schemas that make an object together. */
export interface Member {
  readonly schema: Schema;
  /** The way to it, e.g. `/allOf/0`; undefined behind a reference, where it is judged by itself. */
  readonly suffix: string | undefined;
}

/** How many members are looked for. Published connectors have 2 (measured over 161); a hostile document can have a chain of thousands, and enter it in thousands of places. */
const maxMembers = 30;

/** The schemas that apply together where `schema` stands: itself and its `allOf`, references followed. Undefined where they are too many. */
export function membersOf(document: Document, schema: Schema): readonly Member[] | undefined {
  const members: Member[] = [];
  const met = new Set<Schema>();
  const left: Member[] = [{ schema, suffix: '' }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const end = isReference(next.schema) ? target(document, next.schema.$ref) : next;
    if (end === undefined || met.has(end.schema)) continue;
    if (met.size === maxMembers) return undefined;
    met.add(end.schema);
    members.push(end);
    const { suffix } = end;
    for (const [index, member] of (end.schema.allOf ?? []).entries()) {
      left.push({ schema: member, suffix: suffix === undefined ? undefined : `${suffix}/allOf/${index}` });
    }
  }
  return members;
}

function target(document: Document, ref: string): Member | undefined {
  const end = follow(document, 'schema', ref) as Located<Schema> | undefined; // `follow` gives the kind that it is asked for
  return end && { schema: end.node, suffix: undefined };
}

/** The property of this name in one of the members. */
export function propertyOf(members: readonly Member[], name: string): Schema | undefined {
  for (const { schema } of members) {
    const property = own(schema.properties ?? {}, name);
    if (property !== undefined) return property;
  }
  return undefined;
}

/** The names of all properties of the members. */
export function propertyNames(members: readonly Member[]): string[] {
  return members.flatMap(({ schema }) => Object.keys(schema.properties ?? {}));
}
