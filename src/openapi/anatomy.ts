import { isArray, isObject } from '../core/json.js';
import { child } from '../core/pointer.js';
import type { Document, Header, Operation, Parameter, PathItem, Reference, Response, Schema } from './types.js';

/** The kinds of node that a definition is made of, and what stands there. */
export interface NodeOf {
  readonly document: Document;
  readonly pathItem: PathItem;
  readonly operation: Operation;
  readonly parameter: Parameter | Reference;
  readonly response: Response | Reference;
  readonly header: Header;
  readonly schema: Schema;
}

/** A kind of node, e.g. `schema`. */
export type Kind = keyof NodeOf;

/** What stands under a key: one node, a list of nodes or nodes by name. `extensible`: names that begin with `x-` are extensions. */
export interface Branch {
  readonly kind: Kind;
  readonly shape: 'one' | 'list' | 'map';
  readonly extensible?: true;
}

const one = (kind: Kind): Branch => ({ kind, shape: 'one' });
const list = (kind: Kind): Branch => ({ kind, shape: 'list' });
const map = (kind: Kind): Branch => ({ kind, shape: 'map' });

/**
 * Which keys of a node hold further nodes. What stands elsewhere (examples, defaults, extensions) is data, whatever it looks like.
 * @see https://spec.openapis.org/oas/v2.0.html#schema
 */
export const anatomy: { readonly [K in Kind]: ReadonlyMap<string, Branch> } = {
  document: new Map([
    ['paths', { ...map('pathItem'), extensible: true }],
    ['definitions', map('schema')],
    ['parameters', map('parameter')],
    ['responses', map('response')],
  ]),
  pathItem: new Map([
    ['parameters', list('parameter')],
    ['get', one('operation')],
    ['put', one('operation')],
    ['post', one('operation')],
    ['delete', one('operation')],
    ['options', one('operation')],
    ['head', one('operation')],
    ['patch', one('operation')],
  ]),
  operation: new Map([
    ['parameters', list('parameter')],
    ['responses', { ...map('response'), extensible: true }],
  ]),
  parameter: new Map([['schema', one('schema')]]),
  response: new Map([
    ['schema', one('schema')],
    ['headers', map('header')],
  ]),
  header: new Map(),
  schema: new Map([
    ['properties', map('schema')],
    ['items', one('schema')],
    ['additionalProperties', one('schema')],
    ['allOf', list('schema')],
  ]),
};

/** The kinds of node in whose place a reference can stand; what stands beside its `$ref` is ignored by the specification. */
export const referable: ReadonlySet<Kind> = new Set(['parameter', 'response', 'schema']);

/** A node of the definition, whatever its kind, where it stands, and under which name, status, method or number there. */
export type Node = {
  [K in Kind]: { readonly kind: K; readonly node: NodeOf[K]; readonly pointer: string; readonly key: string };
}[Kind];

/** The nodes right below a node, in document order. A reference has none. */
export function children({ kind, node, pointer }: Node): Node[] {
  if (referable.has(kind) && Object.hasOwn(node, '$ref')) return [];
  const found: Node[] = [];
  for (const [key, value] of Object.entries(node)) {
    const branch = anatomy[kind].get(key);
    if (branch === undefined) continue;
    for (const [name, below] of standingIn(branch, value)) {
      // A value of another JSON kind (`additionalProperties: true`) is no node; the kind is what the table says.
      if (!isObject(below)) continue;
      const at = name === undefined ? child(pointer, key) : child(child(pointer, key), name);
      found.push({ kind: branch.kind, node: below, pointer: at, key: name ?? key } as unknown as Node);
    }
  }
  return found;
}

/** What stands in a branch, by name; one node has no name of its own. */
function standingIn({ shape, extensible }: Branch, value: unknown): [name: string | undefined, below: unknown][] {
  if (shape === 'one') return [[undefined, value]];
  if (shape === 'list' ? !isArray(value) : !isObject(value)) return [];
  const entries = Object.entries(value as object); // an array or an object: just looked
  return extensible ? entries.filter(([name]) => !name.startsWith('x-')) : entries;
}
