import { invariant } from '../core/fault.js';
import { isObject, own } from '../core/json.js';
import { child } from '../core/pointer.js';
import { children, type Kind, type Node, type NodeOf } from './anatomy.js';
import { resolve } from './refs.js';
import {
  methods,
  type Document,
  type Method,
  type Operation,
  type Parameter,
  type PathItem,
  type Schema,
} from './types.js';

/** Where a visited node stands: its pointer and, at and below a path item or an operation, what it belongs to. */
export interface NodePlace {
  readonly pointer: string;
  /** The path template. */
  readonly path: string | undefined;
  readonly method: Method | undefined;
  readonly operation: Operation | undefined;
}

/** What to call for each kind of node; a missing member costs nothing. */
export type Visitor = { readonly [K in keyof NodeOf]?: (node: NodeOf[K], place: NodePlace) => void };

/**
 * Visits every node of `document` once, where it stands, in document order, a node before what it holds.
 * References are visited and not followed; what they lead to is visited in its own place.
 */
export function walk(document: Document, visitor: Visitor): void {
  for (const { kind, node, place } of nodesOf(document)) {
    const call = visitor[kind] as ((node: unknown, place: NodePlace) => void) | undefined; // the member for this kind of node
    call?.(node, place);
  }
}

/** A node, whatever its kind, and where it stands. */
interface Visit {
  readonly kind: Kind;
  readonly node: unknown;
  readonly place: NodePlace;
}

/** The nodes of each document. Documents are never changed, and many walk through the same one. */
const visits = new WeakMap<Document, readonly Visit[]>();

function nodesOf(document: Document): readonly Visit[] {
  let known = visits.get(document);
  if (known === undefined) {
    const found: Visit[] = [];
    const top = { pointer: '', path: undefined, method: undefined, operation: undefined };
    collect({ kind: 'document', node: document, pointer: '', key: '' }, top, found);
    visits.set(document, (known = found));
  }
  return known;
}

function collect(at: Node, { path, method, operation }: NodePlace, found: Visit[]): void {
  const { kind, node, pointer, key } = at;
  const place: NodePlace = {
    pointer,
    path: kind === 'pathItem' ? key : path,
    method: kind === 'operation' ? (key as Method) : method, // it stands under a method
    operation: kind === 'operation' ? node : operation,
  };
  found.push({ kind, node, place });
  for (const below of children(at)) collect(below, place, found);
}

/** An operation, and where it stands. */
export interface OperationAt {
  readonly method: Method;
  /** The path template. */
  readonly path: string;
  readonly pointer: string;
  readonly operation: Operation;
  /** The path item that it belongs to. */
  readonly item: PathItem;
}

/** All operations, in document order. */
export function operations(document: Document): OperationAt[] {
  const found: OperationAt[] = [];
  for (const item of pathItems(document)) {
    for (const { kind, node: operation, pointer, key } of children(item)) {
      // what stands under `operation` stands under its method
      if (kind === 'operation')
        found.push({ method: key as Method, path: item.key, pointer, operation, item: item.node });
    }
  }
  return found;
}

/** What a webhook is told that an operation of a path makes; undefined where nothing is said of it. */
export function notificationSchema(item: PathItem): Schema | undefined {
  const content = item['x-ms-notification-content'];
  const schema = isObject(content) ? own(content, 'schema') : undefined;
  return isObject(schema) ? (schema as Schema) : undefined; // it was read by the table, and the type of an extension cannot say so
}

/** A parameter after its references are followed, and where it is declared. */
export interface ParameterAt {
  readonly parameter: Parameter;
  readonly pointer: string;
}

/**
 * What an operation takes: the parameters of its path item and its own, which win over those of the same name and place.
 * References are followed; one that leads nowhere is left out. `item` and `operation` are nodes of the document.
 */
export function parametersOf(document: Document, item: PathItem, operation: Operation): ParameterAt[] {
  const pointer = pointerOf(document, item);
  const method = methods.find((name) => item[name] === operation);
  const effective = new Map<string, ParameterAt>();
  const add = (declared: PathItem['parameters'], list: string) =>
    declared?.forEach((entry, index) => {
      const found = resolve<Parameter>(document, entry, child(list, index));
      if (found) {
        effective.set(`${found.node.in} ${found.node.name}`, { parameter: found.node, pointer: found.pointer });
      }
    });
  add(item.parameters, `${pointer}/parameters`);
  add(operation.parameters, `${pointer}/${method}/parameters`);
  return [...effective.values()];
}

/** Where the path items of a document stand. Documents are never changed, so it is looked up once. */
const itemPointers = new WeakMap<Document, ReadonlyMap<PathItem, string>>();

function pointerOf(document: Document, item: PathItem): string {
  let known = itemPointers.get(document);
  if (known === undefined) {
    known = new Map(pathItems(document).map(({ node, pointer }) => [node, pointer]));
    itemPointers.set(document, known);
  }
  const pointer = known.get(item);
  invariant(pointer !== undefined, 'the path item belongs to the document');
  return pointer;
}

function pathItems(document: Document): Extract<Node, { kind: 'pathItem' }>[] {
  const all = children({ kind: 'document', node: document, pointer: '', key: '' });
  return all.filter((node) => node.kind === 'pathItem');
}
