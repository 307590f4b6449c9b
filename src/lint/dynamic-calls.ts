import { isObject, own, type Json, type JsonObject } from '../core/json.js';
import { child } from '../core/pointer.js';
import { remembered } from '../core/remembered.js';
import { isReference } from '../openapi/refs.js';
import type { Extensible } from '../openapi/types.js';
import type { OperationAt } from '../openapi/walk.js';
import type { ExtensionKeyAt } from './extension-keys.js';

/** The extensions that call another operation while a workflow is designed: the older two, which take parameters by name, and the newer. */
export const dynamicExtensions = [
  'x-ms-dynamic-values',
  'x-ms-dynamic-list',
  'x-ms-dynamic-schema',
  'x-ms-dynamic-properties',
  'x-ms-dynamic-tree',
] as const;
/** The name of one of {@link dynamicExtensions}. */
export type DynamicExtension = (typeof dynamicExtensions)[number];

/** A call of an operation that fills a drop-down, a tree or a schema. */
export interface DynamicCall {
  readonly extension: DynamicExtension;
  /** `open` or `browse` of a tree. */
  readonly level: 'open' | 'browse' | undefined;
  /** The object that says what is called; it can have any shape. */
  readonly value: JsonObject;
  readonly pointer: string;
  /** The parameter or schema that it is for. */
  readonly node: Extensible;
  /** The operation that is called; undefined where the definition has none of that name. */
  readonly target: OperationAt | undefined;
}

/** An argument of a call. Exactly one of the last three is there, or none where it has no shape that is known. */
export interface CallArgument {
  readonly name: string;
  readonly pointer: string;
  /** A value that is always the same. */
  readonly literal?: Json;
  /** What the user gave for this parameter or property of the operation that is designed. */
  readonly reference?: string;
  /** Where in the selected item of a tree the value is. */
  readonly selected?: Json;
}

/** All dynamic calls of a definition with these extensions, in document order. */
export function dynamicCalls(
  keys: readonly ExtensionKeyAt[],
  operationById: ReadonlyMap<string, OperationAt>,
): readonly DynamicCall[] {
  const calls: DynamicCall[] = [];
  const look = (node: Extensible, at: string) => {
    for (const extension of dynamicExtensions) {
      const value = node[extension];
      if (!isObject(value)) continue;
      const pointer = `${at}/${extension}`;
      const add = (called: JsonObject, level?: 'open' | 'browse') => {
        const id = own(called, 'operationId');
        const target = typeof id === 'string' ? operationById.get(id) : undefined;
        const place = level === undefined ? pointer : `${pointer}/${level}`;
        calls.push({ extension, level, value: called, pointer: place, node, target });
      };
      if (extension !== 'x-ms-dynamic-tree') add(value);
      else {
        for (const level of ['open', 'browse'] as const) {
          const called = own(value, level);
          if (isObject(called)) add(called, level);
        }
      }
    }
  };
  let last: string | undefined;
  for (const { key, node, owner, place } of keys) {
    if (!known.has(key) || owner === last || (place !== 'schema' && !place?.endsWith('-parameter'))) continue;
    last = owner; // a node with several is looked at once
    if (!isReference(node)) look(node as Extensible, owner); // any node may have extensions
  }
  return calls;
}

const known: ReadonlySet<string> = new Set(dynamicExtensions);

/** Whether a call has the form in which an argument is an object that says what it is. */
export function isNewer({ extension }: DynamicCall): boolean {
  return extension !== 'x-ms-dynamic-values' && extension !== 'x-ms-dynamic-schema';
}

/** The arguments of a call, in document order. */
export function argumentsOf(call: DynamicCall): readonly CallArgument[] {
  let found = knownArguments.get(call);
  if (found === undefined) knownArguments.set(call, (found = lookAtArguments(call)));
  return found;
}

/** The arguments of each call: several rules ask. */
const knownArguments = remembered<DynamicCall, readonly CallArgument[]>();

function lookAtArguments(call: DynamicCall): readonly CallArgument[] {
  const given = own(call.value, 'parameters');
  if (!isObject(given)) return [];
  const newer = isNewer(call);
  return Object.entries(given).map(([name, value]) => {
    const at = { name, pointer: child(`${call.pointer}/parameters`, name) };
    const [literal, reference, selected] = isObject(value)
      ? [
          own(value, 'value'),
          own(value, newer ? 'parameterReference' : 'parameter'),
          own(value, 'selectedItemValuePath'),
        ]
      : [];
    if (typeof reference === 'string') return { ...at, reference };
    if (selected !== undefined) return { ...at, selected };
    if (!newer) return { ...at, literal: value };
    return literal === undefined ? at : { ...at, literal };
  });
}
