import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import { child, tokens, valueAt } from '../core/pointer.js';
import { localPointer } from './reading.js';

/** How many schemas are looked at for one place. The most that any place of 13 specifications needs is below 200. */
const MAX_NODES = 2_000;

/** A schema of the specification and where it stands. */
interface Node {
  readonly schema: JsonObject;
  readonly pointer: string;
}

/** The keywords that a schema has where this is to be said of it. */
export type Telling = readonly string[];

/** Where to look: the pointer of the body's schema, the way from there, and the keywords that tell what is looked for. */
export interface Wanted {
  readonly root: string;
  /** Names of properties, and `*` for items and unnamed properties, as a pointer. */
  readonly pattern: string;
  readonly telling: Telling;
}

/**
 * Finds where a specification says something of a value: the pointer of the first schema that has one of the `telling` keywords, with the keyword.
 * References, `allOf`, `oneOf`, `anyOf` and mappings are followed. Where the pattern leads nowhere, the pointer of the last schema on the way.
 */
export function locator(spec: JsonObject): (wanted: Wanted) => string {
  /** By root and way: what is next to each other has most of its way in common. */
  const known = new Map<string, readonly Node[]>();
  return ({ root, pattern, telling }) => {
    let [way, last] = [root, root];
    let nodes = known.get(way) ?? remember(way, [root]);
    for (const token of tokens(pattern)) {
      way = `${way} ${child('', token)}`;
      const before = nodes;
      nodes =
        known.get(way) ??
        remember(
          way,
          before.flatMap((node) => inner(node, token)),
        );
      const [first] = nodes;
      if (first === undefined) return last;
      last = first.pointer;
    }
    return told(nodes, telling) ?? last;
  };

  function remember(way: string, pointers: readonly string[]): readonly Node[] {
    const nodes = spread(spec, pointers);
    known.set(way, nodes);
    return nodes;
  }
}

function told(nodes: readonly Node[], telling: Telling): string | undefined {
  for (const { schema, pointer } of nodes) {
    const keyword = telling.find((name) => own(schema, name) !== undefined && !isPlain(name, own(schema, name)));
    if (keyword !== undefined) return child(pointer, keyword);
  }
  return undefined;
}

/** A single type tells nothing of a union. */
function isPlain(keyword: string, value: Json | undefined): boolean {
  return keyword === 'type' && typeof value === 'string';
}

/** Every schema that describes the same value as those at `pointers`, those first. */
function spread(spec: JsonObject, pointers: readonly string[]): readonly Node[] {
  const found = new Map<string, Node>();
  const open = [...pointers].reverse();
  for (let pointer = open.pop(); pointer !== undefined && found.size < MAX_NODES; pointer = open.pop()) {
    const schema = valueAt(spec, pointer);
    if (found.has(pointer) || !isObject(schema)) continue;
    const node = { schema, pointer };
    found.set(pointer, node);
    open.push(...alike(node).reverse());
  }
  return [...found.values()];
}

function alike({ schema, pointer }: Node): string[] {
  const reference = own(schema, '$ref');
  const target = typeof reference === 'string' ? localPointer(reference) : undefined;
  const parts = ['allOf', 'oneOf', 'anyOf'].flatMap((keyword) => {
    const list = own(schema, keyword);
    return isArray(list) ? list.map((_, index) => child(child(pointer, keyword), index)) : [];
  });
  return [...(target === undefined ? [] : [target]), ...parts, ...mapped(schema)];
}

function mapped(schema: JsonObject): string[] {
  const discriminator = own(schema, 'discriminator');
  const mapping = isObject(discriminator) ? own(discriminator, 'mapping') : undefined;
  return Object.values<Json>(isObject(mapping) ? mapping : {}).flatMap((target) =>
    typeof target === 'string' ? (localPointer(target) ?? []) : [],
  );
}

function inner({ schema, pointer }: Node, token: string): string[] {
  const properties = own(schema, 'properties');
  if (isObject(properties) && own(properties, token) !== undefined) return [child(child(pointer, 'properties'), token)];
  if (token !== '*') return [];
  return ['items', 'additionalProperties'].flatMap((keyword) =>
    isObject(own(schema, keyword)) ? [child(pointer, keyword)] : [],
  );
}
