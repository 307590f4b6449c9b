import { remembered } from '../core/remembered.js';
import { partsOf, type Inner, type Part } from '../openapi/schema-parts.js';
import type { Document, Schema } from '../openapi/types.js';

/** Where a path of property names leads. */
export type PathEnd =
  /** To these schemas, one after the other: the last is the end. */
  | { readonly kind: 'found'; readonly way: readonly Schema[] }
  /** To a place of which the schema says nothing. */
  | { readonly kind: 'open' }
  /** To a property that is not there; `known` gives those that are. */
  | { readonly kind: 'missing'; readonly name: string; readonly known: () => Iterable<string> };

/** The parts of a `/`-separated path; `''` has none. */
export function segmentsOf(path: string): readonly string[] {
  return path.split('/').filter((segment) => segment !== '');
}

/** Follows property names through a schema: through references, `allOf` and the items of lists. */
export function followPath(document: Document, schema: Schema, path: readonly string[]): PathEnd {
  const way = [schema];
  let here = schema;
  for (const name of path) {
    const inner = propertyOf(document, here, name);
    if (inner.kind !== 'found') return inner;
    way.push(...inner.way);
    here = inner.way.at(-1) ?? here;
  }
  return { kind: 'found', way };
}

/** The items of a list, through references and `allOf`; `open` where a schema may be a list of anything, undefined where it is none. */
export function itemsOf(document: Document, schema: Schema): Schema | 'open' | undefined {
  const { parts, unresolved } = partsOf(document, schema);
  const items = parts.find((part) => part.items !== undefined)?.items;
  if (items) return items.schema;
  const isOpen = unresolved.length > 0 || parts.every(isFree) || parts.some((part) => part.type === 'array');
  return isOpen ? 'open' : undefined;
}

function propertyOf(document: Document, schema: Schema, name: string): PathEnd {
  const passed = new Set<Schema>();
  for (let here: Schema | undefined = schema; here !== undefined;) {
    const { parts, unresolved, discriminated } = partsOf(document, here);
    const inner = parts.map((part) => propertyIn(part.properties, name)).find((found) => found !== undefined);
    if (inner) return { kind: 'found', way: [...passed, inner.schema] };
    if (discriminated || unresolved.length > 0 || parts.some(isOpen) || parts.every(isFree)) return { kind: 'open' };
    const items: Schema | undefined = parts.find((part) => part.items !== undefined)?.items?.schema;
    if (items === undefined || passed.has(items)) {
      const known = () => parts.flatMap((part) => [...(part.properties?.keys() ?? [])]);
      return { kind: 'missing', name, known };
    }
    passed.add(items);
    here = items;
  }
  return { kind: 'open' };
}

type Properties = ReadonlyMap<string, Inner>;

/** Properties by their names in lower case. Definitions are never changed, so it is looked up once. */
const lowered = remembered<Properties, Properties>();

/** The designer takes a property whose name differs in case only where there is no other, and published connectors rely on it. */
function propertyIn(properties: Properties | undefined, name: string): Inner | undefined {
  const exact = properties?.get(name);
  if (exact || properties === undefined) return exact;
  let known = lowered.get(properties);
  if (known === undefined) {
    known = new Map([...properties].map(([key, inner]) => [key.toLowerCase(), inner]));
    lowered.set(properties, known);
  }
  return known.get(name.toLowerCase());
}

/** Whether a part lets properties be there that it does not list. */
function isOpen({ schema, additional }: Part): boolean {
  return (
    (additional !== undefined && additional !== false) ||
    schema['x-ms-dynamic-schema'] !== undefined ||
    schema['x-ms-dynamic-properties'] !== undefined
  );
}

/** Whether a part says nothing of what an object or a list holds. */
function isFree({ type, properties, items }: Part): boolean {
  const isHolder = type === undefined || type === 'object' || type === 'array';
  return isHolder && items === undefined && (properties === undefined || properties.size === 0);
}
