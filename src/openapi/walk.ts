import { invariant } from '../core/fault.js';
import { isObject, own } from '../core/json.js';
import { remembered } from '../core/remembered.js';
import type { NodeOf } from './anatomy.js';
import { kinds, placesIn, type PlaceOfNode } from './node-places.js';
import { resolveAs } from './refs.js';
import {
  methods,
  type Document,
  type Method,
  type Operation,
  type Parameter,
  type PathItem,
  type Schema,
} from './types.js';

/** Where a visited node stands. */
export type NodePlace = Readonly<Omit<PlaceOfNode, 'kind' | 'node'>>;

/** What to call for each kind of node; a missing member costs nothing. */
export type Visitor = { readonly [K in keyof NodeOf]?: (node: NodeOf[K], place: NodePlace) => void };

/**
 * Visits every node of `document` once, where it stands, in document order, a node before what it holds.
 * References are visited and not followed; what they lead to is visited in its own place.
 */
export function walk(document: Document, visitor: Visitor): void {
  const calls = kinds.map((kind) => visitor[kind] as ((node: unknown, place: NodePlace) => void) | undefined); // the member for this kind of node
  const { all, besideSchemas } = placesIn(document);
  const found = visitor.schema === undefined ? besideSchemas : all;
  // by index: where V8 has not optimized it yet, `for of` makes an object for each step
  for (let index = 0; index < found.length; index += 1) {
    const place = found[index] as PlaceOfNode; // it is one of them
    const call = calls[place.kind];
    if (call !== undefined) call(place.node, place);
  }
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
export function operations(document: Document): readonly OperationAt[] {
  let known = operationsOf.get(document);
  if (known === undefined) operationsOf.set(document, (known = operationsIn(document)));
  return known;
}

/** The operations of each document. */
const operationsOf = remembered<Document, readonly OperationAt[]>();

function operationsIn(document: Document): readonly OperationAt[] {
  const found: OperationAt[] = [];
  let item: PathItem = {};
  walk(document, {
    pathItem: (node) => void (item = node),
    operation(operation, { method, path, pointer }) {
      // an operation stands below a path, under a method
      if (method !== undefined && path !== undefined) found.push({ method, path, pointer, operation, item });
    },
  });
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
export function parametersOf(document: Document, item: PathItem, operation: Operation): readonly ParameterAt[] {
  const pointer = pointerOf(document, item);
  const method = methods.find((name) => item[name] === operation);
  return lookAtParameters(document, { item, operation, pointer: `${pointer}/${method}` });
}

/** Where the path items of a document stand. Documents are never changed, so it is looked up once. */
const itemPointers = remembered<Document, ReadonlyMap<PathItem, string>>();

function pointerOf(document: Document, item: PathItem): string {
  let known = itemPointers.get(document);
  if (known === undefined) {
    const found = new Map<PathItem, string>();
    walk(document, { pathItem: (node, { pointer }) => void found.set(node, pointer) });
    itemPointers.set(document, (known = found));
  }
  const pointer = known.get(item);
  invariant(pointer !== undefined, 'the path item belongs to the document');
  return pointer;
}

/** The same of an operation of which is known where it stands. */
export function parametersAt(document: Document, at: OperationAt): readonly ParameterAt[] {
  let known = parametersOfEach.get(at);
  if (known === undefined) parametersOfEach.set(at, (known = lookAtParameters(document, at)));
  return known;
}

/** What each operation takes. Documents are never changed, so it is looked up once. */
const parametersOfEach = remembered<OperationAt, readonly ParameterAt[]>();

function lookAtParameters(
  document: Document,
  { item, operation, pointer }: Pick<OperationAt, 'item' | 'operation' | 'pointer'>,
): readonly ParameterAt[] {
  const effective = new Map<string, ParameterAt>();
  const add = (declared: NonNullable<PathItem['parameters']>, above: string) => {
    for (let index = 0; index < declared.length; index += 1) {
      const found = resolveAs(document, 'parameter', {
        node: declared[index],
        pointer: `${above}/parameters/${index}`,
      });
      if (found === undefined) continue;
      const { node: parameter } = found;
      effective.set(`${parameter.in} ${parameter.name}`, { parameter, pointer: found.pointer });
    }
  };
  if (item.parameters) add(item.parameters, pointer.slice(0, pointer.lastIndexOf('/')));
  if (operation.parameters) add(operation.parameters, pointer);
  return [...effective.values()];
}
