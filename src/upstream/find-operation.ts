import { Fault } from '../core/fault.js';
import { isObject, own, type Json, type JsonObject } from '../core/json.js';
import { child } from '../core/pointer.js';
import { methods } from '../openapi/types.js';

/** Which operation of a specification: by its method and path template (parameter names do not matter), or by its operationId. */
export type OperationChoice = { readonly method: string; readonly path: string } | { readonly operationId: string };

/** One operation; or several, of which the first that a specification has is meant: where an upstream has moved it. */
export type OperationChoices = OperationChoice | readonly OperationChoice[];

/** An operation and where it stands. */
export interface OperationAt {
  readonly method: string;
  readonly path: string;
  /** What all operations of the path share: parameters and servers. */
  readonly item: JsonObject;
  readonly operation: JsonObject;
  /** Of the path item; the operation is its child of the method's name. */
  readonly pointer: string;
}

/** How many operations a fault names as being near. */
const NEAREST = 3;

/**
 * The chosen operation.
 * @throws {Fault} `not-found`, with what the file has instead
 */
export function findOperation(spec: JsonObject, file: string, choices: OperationChoices): OperationAt {
  const all = [...operationsOf(spec)];
  const wanted = 'length' in choices ? choices : [choices];
  for (const choice of wanted) {
    const found = all.find((operation) => isChosen(operation, choice));
    if (found !== undefined) return found;
  }
  const names = wanted.map((choice) => ('operationId' in choice ? choice.operationId : nameOf(choice)));
  throw new Fault('not-found', `${file} has ${plural(all.length)}, none is ${names.join(' or ')}.`, {
    help: nearest(all, wanted),
  });
}

const plural = (count: number): string => (count === 1 ? '1 operation' : `${count} operations`);

const nameOf = ({ method, path }: { readonly method: string; readonly path: string }): string =>
  `${method.toUpperCase()} ${path}`;

function isChosen({ method, path, operation }: OperationAt, choice: OperationChoice): boolean {
  if ('operationId' in choice) return own(operation, 'operationId') === choice.operationId;
  return method === choice.method.toLowerCase() && template(path) === template(choice.path);
}

/** A path template without the names of its parameters. */
function template(path: string): string {
  return path.replaceAll(/\{[^{}]*\}/g, '{}');
}

function* operationsOf(spec: JsonObject): Generator<OperationAt> {
  const paths = own(spec, 'paths');
  for (const [path, item] of Object.entries(isObject(paths) ? paths : {})) {
    if (!isObject(item)) continue;
    for (const method of methods) {
      const operation = own(item, method);
      if (isObject(operation)) yield { method, path, item, operation, pointer: child('/paths', path) };
    }
  }
}

/** A sentence that names the operations that share most words with the wanted one. */
function nearest(all: readonly OperationAt[], choices: readonly OperationChoice[]): string {
  const wanted = new Set(wordsOf(choices.flatMap((choice) => Object.values<Json>(choice))));
  const near = all
    .map((at) => ({
      at,
      shared: wordsOf([at.path, own(at.operation, 'operationId')]).filter((word) => wanted.has(word)),
    }))
    .filter(({ shared }) => shared.length > 0)
    .sort((one, other) => other.shared.length - one.shared.length)
    .slice(0, NEAREST)
    .map(({ at }) => nameOf(at));
  if (near.length > 0) return `Nearest: ${near.join(', ')}.`;
  const some = all.slice(0, NEAREST).map(nameOf).join(', ');
  return `${some === '' ? '' : `It has ${some}${all.length > NEAREST ? ', \u2026' : ''}. `}Give the specification of the service that the connector calls.`;
}

/** The words of paths and operationIds; the names of path parameters are none. */
function wordsOf(texts: readonly (Json | undefined)[]): string[] {
  const words = texts.flatMap((text) => (typeof text === 'string' ? template(text).match(/[A-Z]?[a-z]+|[A-Z]+/g) : []));
  return [...new Set(words.map((word) => String(word).toLowerCase()))];
}
