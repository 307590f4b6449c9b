import { isArray, isObject } from '../core/json.js';
import { child } from '../core/pointer.js';
import type { Document, Header, Operation, Parameter, PathItem, Reference, Response, Schema } from './types.js';

/** The kinds of node that a definition is made of, and what stands there. */
export interface NodeOf {
  readonly document: Document;
  readonly pathItem: PathItem;
  /** What a webhook trigger is told. */
  readonly notification: { readonly schema?: Schema };
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
 * Which keys of a node hold further nodes. What stands elsewhere (examples, defaults, extensions) is data, whatever it looks like,
 * but for the one extension that holds a schema.
 * @see https://spec.openapis.org/oas/v2.0.html#schema
 * @see https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions#x-ms-notification-content
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
    ['x-ms-notification-content', one('notification')],
    ['get', one('operation')],
    ['put', one('operation')],
    ['post', one('operation')],
    ['delete', one('operation')],
    ['options', one('operation')],
    ['head', one('operation')],
    ['patch', one('operation')],
  ]),
  notification: new Map([['schema', one('schema')]]),
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
  const found: Node[] = [];
  if (referable.has(kind) && Object.hasOwn(node, '$ref')) return found;
  const branches = anatomy[kind];
  const fields = node as unknown as { readonly [key: string]: unknown }; // looked up by its own keys only
  for (const key of Object.keys(fields)) {
    const branch = branches.get(key);
    if (branch !== undefined) addStanding(found, branch, { key, pointer, value: fields[key] });
  }
  return found;
}

/** Adds what stands in a branch. A value of another JSON kind (`additionalProperties: true`) is no node. */
function addStanding(
  found: Node[],
  { kind, shape, extensible }: Branch,
  { key, pointer, value }: { readonly key: string; readonly pointer: string; readonly value: unknown },
): void {
  const add = (node: unknown, at: string, name: string): void => {
    if (isObject(node)) found.push({ kind, node, pointer: at, key: name } as unknown as Node); // the kind is what the table says
  };
  const inside = `${pointer}/${key}`; // no key of the table has a character to escape
  if (shape === 'one') add(value, inside, key);
  else if (shape === 'list') {
    if (isArray(value)) value.forEach((node, index) => add(node, `${inside}/${index}`, String(index)));
  } else if (isObject(value)) {
    for (const name of Object.keys(value)) {
      if (!(extensible && name.startsWith('x-'))) add(value[name], child(inside, name), name);
    }
  }
}
