import { invariant } from '../core/fault.js';
import { child } from '../core/pointer.js';
import { children, type Node, type NodeOf } from './anatomy.js';
import { resolve } from './refs.js';
import { methods, type Document, type Method, type Operation, type Parameter, type PathItem } from './types.js';

/** Where a visited node stands: its pointer and, at and below a path item or an operation, what it belongs to. */
export interface NodePlace {
  readonly pointer: string;
  /** The path template. */
  readonly path?: string;
  readonly method?: Method;
  readonly operation?: Operation;
}

/** What to call for each kind of node; a missing member costs nothing. */
export type Visitor = { readonly [K in keyof NodeOf]?: (node: NodeOf[K], place: NodePlace) => void };

/**
 * Visits every node of `document` once, where it stands, in document order, a node before what it holds.
 * References are visited and not followed; what they lead to is visited in its own place.
 */
export function walk(document: Document, visitor: Visitor): void {
  visit({ kind: 'document', node: document, pointer: '', key: '' }, {}, visitor);
}

function visit(at: Node, above: Omit<NodePlace, 'pointer'>, visitor: Visitor): void {
  const place = { ...belonging(at, above), pointer: at.pointer };
  const call = visitor[at.kind] as ((node: unknown, place: NodePlace) => void) | undefined; // the member for this kind of node
  call?.(at.node, place);
  for (const below of children(at)) visit(below, place, visitor);
}

function belonging(at: Node, above: Omit<NodePlace, 'pointer'>): Omit<NodePlace, 'pointer'> {
  if (at.kind === 'pathItem') return { path: at.key };
  if (at.kind === 'operation') return { ...above, method: at.key as Method, operation: at.node }; // it stands under a method
  return above;
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
