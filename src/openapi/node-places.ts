import { isArray, isObject } from '../core/json.js';
import { escaped } from '../core/pointer.js';
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
const ofSchema = kindNumbers.get('schema');
const ofPathItem = kindNumbers.get('pathItem');
const ofOperation = kindNumbers.get('operation');

/** What stands under a key of a node, as `anatomy` says it, its kind by number. */
interface NumberedBranch extends Omit<Branch, 'kind'> {
  readonly key: string;
  readonly kind: number;
  /** What the pointers of what it holds have behind that of the node; the name or number follows. */
  readonly way: string;
}

/** What a key of a node is: most hold no nodes, and are no extension. */
type Meaning = NumberedBranch | 'extension' | 'plain';

/** Of each kind of node: whether it can be a reference, which holds no nodes; whether a `$ref` of it is one that is looked at; and what its keys are. */
const holders = kinds.map((kind) => ({
  canBeReference: referable.has(kind),
  mayRefer: referable.has(kind) || kind === 'pathItem',
  meanings: new Map([...anatomy[kind]].map(([key, branch]): [string, Meaning] => [key, numbered(key, branch)])),
}));

/** No key of the table has a character to escape. */
function numbered(key: string, branch: Branch): NumberedBranch {
  const kind = kindNumbers.get(branch.kind) as number; // each kind has one
  return { ...branch, key, kind, way: branch.shape === 'one' ? `/${key}` : `/${key}/` };
}

/** The places of nodes, in document order. */
export interface Places {
  readonly all: readonly PlaceOfNode[];
  /** Those of all nodes but schemas, which are the most. */
  readonly besideSchemas: readonly PlaceOfNode[];
  /** Those of references, and of path items with a `$ref`. */
  readonly references: readonly PlaceOfNode[];
}

/** The same while they are collected. */
type Found = { readonly [K in keyof Places]: PlaceOfNode[] };

/** The nodes of each document. Documents are never changed, and many walk through the same one. */
const places = remembered<Document, Places>();

/** The places of all nodes of a document. */
export function placesIn(document: Document): Places {
  let known = places.get(document);
  if (known === undefined) {
    const found: Found = { all: [], besideSchemas: [], references: [] };
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
function collect(at: PlaceOfNode, found: Found): void {
  const { kind, node } = at;
  found.all.push(at);
  if (kind !== ofSchema) found.besideSchemas.push(at);
  const { canBeReference, mayRefer, meanings } = holders[kind] as (typeof holders)[number]; // each kind has one
  const refers = mayRefer && Object.hasOwn(node, '$ref');
  if (refers) found.references.push(at);
  const isEnd = refers && canBeReference;
  let extensions: string[] | undefined;
  for (const key in node) {
    const meaning = meanings.get(key) ?? meaningOf(key, meanings);
    if (meaning === 'plain') continue;
    if (meaning === 'extension' || mayBeExtension(key)) {
      if (extensions === undefined) at.extensions = extensions = [key];
      else extensions.push(key);
    }
    if (meaning !== 'extension' && !isEnd) collectIn(at, meaning, found);
  }
}

/** How many keys are kept that the table does not have: a document can have any number, and nearly all are of a few hundred. */
const MOST_KEYS = 1000;

/** What a key is that the table does not have. It is kept: nearly each stands in many nodes. */
function meaningOf(key: string, meanings: Map<string, Meaning>): Meaning {
  const meaning = mayBeExtension(key) ? 'extension' : 'plain';
  if (meanings.size < MOST_KEYS) meanings.set(key, meaning);
  return meaning;
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
  /** The pointer of the node, and the way on. */
  readonly way: string;
}

/** Collects what stands under a key. A value of another JSON kind (`additionalProperties: true`) is no node. */
function collectIn(above: PlaceOfNode, branch: NumberedBranch, found: Found): void {
  const { key, shape, extensible } = branch;
  const value = (above.node as { readonly [key: string]: unknown })[key]; // it is one of its keys
  const held: Held = { above, branch, way: above.pointer + branch.way };
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

function placeIn({ above, branch, way }: Held, node: object, key: string): PlaceOfNode {
  const { kind } = branch;
  return {
    kind,
    node,
    pointer: branch.shape === 'one' ? way : way + escaped(key),
    key,
    path: kind === ofPathItem ? key : above.path,
    method: kind === ofOperation ? (key as Method) : above.method, // it stands under a method
    operation: kind === ofOperation ? (node as Operation) : above.operation,
    extensions: none,
  };
}
