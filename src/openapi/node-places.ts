import { isArray, isObject } from '../core/json.js';
import { child } from '../core/pointer.js';
import { remembered } from '../core/remembered.js';
import { anatomy, referable, type Branch, type Kind } from './anatomy.js';
import type { Document, Method, Operation } from './types.js';

/** Where a node stands: its pointer and, at and below a path item or an operation, what it belongs to. */
export interface PlaceOfNode {
  /** Which of {@link kinds}. */
  readonly kind: number;
  readonly node: object;
  readonly pointer: string;
  /** The name, status, method, number or key under which it stands; `''` for the document. */
  readonly key: string;
  /** The path template. */
  readonly path: string | undefined;
  readonly method: Method | undefined;
  readonly operation: Operation | undefined;
  /** Those of its keys that may be extensions: they begin with an x. */
  extensions: readonly string[];
}

/** The kinds of node, by number: what is looked up for each node is looked up fastest by that. */
export const kinds = Object.keys(anatomy) as readonly Kind[]; // these are its keys
const kindNumbers = new Map(kinds.map((kind, number) => [kind, number]));
const ofPathItem = kindNumbers.get('pathItem');
const ofOperation = kindNumbers.get('operation');

/** What stands under a key of a node, as `anatomy` says it, its kind by number. */
interface NumberedBranch extends Omit<Branch, 'kind'> {
  readonly key: string;
  readonly kind: number;
}

/** What holds further nodes in a node of each kind, and whether it can be a reference, which holds none. */
const holders = kinds.map((kind) => ({
  canBeReference: referable.has(kind),
  branches: new Map(
    [...anatomy[kind]].map(([key, branch]): [string, NumberedBranch] => [
      key,
      { ...branch, key, kind: kindNumbers.get(branch.kind) as number }, // each kind has one
    ]),
  ),
}));

/** The nodes of each document. Documents are never changed, and many walk through the same one. */
const places = remembered<Document, readonly PlaceOfNode[]>();

/** The places of all nodes of a document, in document order. */
export function placesIn(document: Document): readonly PlaceOfNode[] {
  let known = places.get(document);
  if (known === undefined) {
    const found: PlaceOfNode[] = [];
    collect(
      {
        kind: kindNumbers.get('document') as number, // each kind has one
        node: document,
        pointer: '',
        key: '',
        path: undefined,
        method: undefined,
        operation: undefined,
        extensions: none,
      },
      found,
    );
    places.set(document, (known = found));
  }
  return known;
}

const none: readonly string[] = [];

/** Collects a node and what stands below it, in document order: its keys are gone through once. */
function collect(at: PlaceOfNode, found: PlaceOfNode[]): void {
  found.push(at);
  const { canBeReference, branches } = holders[at.kind] as (typeof holders)[number]; // each kind has one
  const isEnd = canBeReference && Object.hasOwn(at.node, '$ref');
  let extensions: string[] | undefined;
  for (const key in at.node) {
    if (mayBeExtension(key)) {
      if (extensions === undefined) at.extensions = extensions = [key];
      else extensions.push(key);
    }
    const branch = isEnd ? undefined : branches.get(key);
    if (branch !== undefined) collectIn(at, branch, found);
  }
}

/** Whether a key begins with an x: that of an extension does, and one that is misspelled does, too. */
export function mayBeExtension(key: string): boolean {
  const first = key.charCodeAt(0);
  return first === SMALL_X || first === CAPITAL_X;
}
const SMALL_X = 120;
const CAPITAL_X = 88;

/** What stands under a key of a node. */
interface Held {
  readonly above: PlaceOfNode;
  readonly branch: NumberedBranch;
  readonly pointer: string;
}

/** Collects what stands under a key. A value of another JSON kind (`additionalProperties: true`) is no node. */
function collectIn(above: PlaceOfNode, branch: NumberedBranch, found: PlaceOfNode[]): void {
  const { key, shape, extensible } = branch;
  const value = (above.node as { readonly [key: string]: unknown })[key]; // it is one of its keys
  const held: Held = { above, branch, pointer: `${above.pointer}/${key}` }; // no key of the table has a character to escape
  if (shape === 'one') {
    if (isObject(value)) collect(placeIn(held, value, key), found);
  } else if (shape === 'list') {
    if (!isArray(value)) return;
    for (let index = 0; index < value.length; index += 1) {
      const node = value[index];
      if (isObject(node)) collect(placeIn(held, node, String(index)), found);
    }
  } else if (isObject(value)) {
    for (const name in value) {
      const node = extensible && name.startsWith('x-') ? undefined : value[name];
      if (isObject(node)) collect(placeIn(held, node, name), found);
    }
  }
}

function placeIn({ above, branch, pointer }: Held, node: object, key: string): PlaceOfNode {
  const { kind } = branch;
  return {
    kind,
    node,
    pointer: branch.shape === 'one' ? pointer : child(pointer, key),
    key,
    path: kind === ofPathItem ? key : above.path,
    method: kind === ofOperation ? (key as Method) : above.method, // it stands under a method
    operation: kind === ofOperation ? (node as Operation) : above.operation,
    extensions: none,
  };
}
