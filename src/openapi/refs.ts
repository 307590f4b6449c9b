import { isArray, isObject, own, type Json } from '../core/json.js';
import { child, tokens } from '../core/pointer.js';
import { remembered } from '../core/remembered.js';
import { anatomy, referable, type Branch, type Kind } from './anatomy.js';
import type { Document, Parameter, Reference, Response, Schema } from './types.js';

/** A node and where it stands in the document (JSON Pointer). */
export interface Located<Node> {
  readonly node: Node;
  readonly pointer: string;
}

/** A node, or a reference to one of its kind. */
export type Target = { readonly $ref?: string };

/** What each `$ref` text of a document leads to, by kind and text. Documents are never changed, so it is looked up once. */
const followed = remembered<Document, Map<Kind, Map<string, Located<Target> | undefined>>>();

/** What each reference leads to, and where it stood then: the same object can stand at several places, and be of another kind there. */
const resolved = remembered<
  Document,
  WeakMap<Reference, { readonly pointer: string; readonly found: Located<Target> | undefined }>
>();

/**
 * Follows the local references from `node`, which stands at `pointer`, to what they lead to at last; a node that is no reference is given back.
 * What stands at `pointer` says of which kind the target is: a schema, unless the document has a reference of another kind there.
 * Undefined where they lead nowhere: a missing target, one of another kind, another host or file, a loop. Reads nothing.
 */
export function resolve<Node extends object>(
  document: Document,
  node: Node | Reference | undefined,
  pointer: string,
): Located<Node> | undefined {
  if (node === undefined) return undefined;
  if (!isReference(node)) return { node, pointer };
  let known = resolved.get(document);
  if (known === undefined) resolved.set(document, (known = new WeakMap()));
  const before = known.get(node);
  if (before?.pointer === pointer) return before.found as Located<Node> | undefined;
  const at = nodeAt(document, tokens(pointer));
  const found = follow(document, at && isReference(at.node) ? at.kind : 'schema', node.$ref);
  known.set(node, { pointer, found });
  // The target is of the kind of the node that stands at `pointer`, and that is what the caller says it is.
  return found as Located<Node> | undefined;
}

/** The nodes in whose place a reference can stand, by kind. */
interface Referable {
  readonly parameter: Parameter;
  readonly response: Response;
  readonly schema: Schema;
}

/** As {@link resolve}, where it is known of which kind the node is: nothing need be looked up at its pointer. */
export function resolveAs<Of extends keyof Referable>(
  document: Document,
  kind: Of,
  at: { readonly node: Referable[Of] | Reference | undefined; readonly pointer: string },
): Located<Referable[Of]> | undefined {
  const { node } = at;
  if (node === undefined) return undefined;
  // `follow` gives the kind that it is asked for, and `at` has been looked at
  return (isReference(node) ? follow(document, kind, node.$ref) : at) as Located<Referable[Of]> | undefined;
}

/** The same where only the node is asked for, and not where it stands. */
export function resolvedAs<Of extends keyof Referable>(
  document: Document,
  kind: Of,
  node: Referable[Of] | Reference | undefined,
): Referable[Of] | undefined {
  if (node === undefined) return undefined;
  // `follow` gives the kind that it is asked for
  return (isReference(node) ? follow(document, kind, node.$ref)?.node : node) as Referable[Of] | undefined;
}

/** Whether a node is a reference, sound or not. */
export function isReference(node: object): node is Reference {
  return Object.hasOwn(node, '$ref');
}

/** The end of the chain of references that begins with the text `ref` and stands for a node of `kind`; undefined where it has none. */
export function follow(document: Document, kind: Kind, ref: string): Located<Target> | undefined {
  let byKind = followed.get(document);
  if (byKind === undefined) followed.set(document, (byKind = new Map()));
  let known = byKind.get(kind);
  if (known === undefined) byKind.set(kind, (known = new Map()));
  let end = known.get(ref);
  if (end !== undefined) return end; // as nearly always
  const passed: string[] = [];
  for (let next: unknown = ref; typeof next === 'string';) {
    if (known.has(next)) {
      end = known.get(next);
      break;
    }
    known.set(next, undefined); // a chain that comes back here is a loop and has no end
    passed.push(next);
    const target = targetOf(document, kind, next);
    if (target && !isReference(target.node)) end = target;
    next = target?.node.$ref;
  }
  for (const text of passed) known.set(text, end);
  return end;
}

/** The node of `kind` that a reference names, without following any further; undefined where there is none. What no text is names nothing. */
export function targetOf(document: Document, kind: Kind, ref: unknown): Located<Target> | undefined {
  const pointer = typeof ref === 'string' ? localPointer(ref) : undefined;
  if (pointer === undefined) return undefined;
  const target = nodeAt(document, tokens(pointer));
  return target?.kind === kind ? { node: target.node, pointer } : undefined;
}

/** Where the reference that stands at `pointer` leads, one step; undefined where there is no reference or no target. */
export function nextPointer(document: Document, pointer: string): string | undefined {
  const at = nodeAt(document, tokens(pointer));
  const ref: unknown = at?.node.$ref;
  return at && typeof ref === 'string' ? targetOf(document, at.kind, ref)?.pointer : undefined;
}

/**
 * The JSON Pointer that a local reference holds, percent-decoded, in the one spelling that `child` gives.
 * @see RFC 6901 section 6
 */
function localPointer(ref: string): string | undefined {
  if (!ref.startsWith('#/')) return undefined;
  try {
    return tokens(decodeURIComponent(ref.slice(1))).reduce<string>(child, '');
  } catch {
    return undefined;
  }
}

/**
 * The node at a path, and its kind. Undefined for what is no node of OpenAPI (an example, a default, an extension, what stands beside a `$ref`):
 * a reference that led there would make a schema of data.
 */
function nodeAt(document: Document, path: readonly string[]): { kind: Kind; node: Target } | undefined {
  let kind: Kind = 'document';
  let branch: Branch | undefined;
  let here: Json | undefined = document as unknown as Json; // a document is JSON; only its interfaces lack an index signature
  for (const token of path) {
    if (branch === undefined) {
      if (!isObject(here) || (referable.has(kind) && isReference(here))) return undefined;
      branch = anatomy[kind].get(token);
      if (branch === undefined) return undefined;
      here = own(here, token);
      if (branch.shape !== 'one') continue;
    } else if (branch.shape === 'list') {
      here = isArray(here) && /^(0|[1-9]\d*)$/.test(token) ? here[Number(token)] : undefined;
    } else {
      here = isObject(here) && !(branch.extensible && token.startsWith('x-')) ? own(here, token) : undefined;
    }
    kind = branch.kind;
    branch = undefined;
  }
  return branch === undefined && isObject(here) ? { kind, node: here as Target } : undefined; // a `$ref` that is no text leads nowhere
}
