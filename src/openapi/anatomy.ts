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
