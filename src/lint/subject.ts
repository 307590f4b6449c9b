import type { ApiProperties, Connector } from '../definition/connector.js';
import type { Document, Operation } from '../openapi/types.js';
import { operations, parametersAt, type OperationAt, type ParameterAt } from '../openapi/walk.js';
import { bodiesOf, type Bodies } from './bodies.js';
import { callersOf } from './callers.js';
import { connectionParametersOf, type ConnectionParameterAt } from './connection-parameters.js';
import { dynamicCalls, type DynamicCall } from './dynamic-calls.js';
import { extensionKeysIn, type ExtensionKeyAt } from './extension-keys.js';
import { notificationUrlsOf, type NotificationUrl } from './notification-urls.js';
import { schemaFacts, type SchemaFacts } from './schema-facts.js';

/** What is checked, and what several rules look up in it. */
export interface Subject extends SchemaFacts {
  readonly definition: Document;
  /** Undefined where the connector has no `apiProperties.json`. */
  readonly properties: ApiProperties['properties'] | undefined;
  /** What a connection asks for, whether in `connectionParameters` or in a set of them. */
  readonly connectionParameters: readonly ConnectionParameterAt[];
  /** Size of the definition's file, where that is known. */
  readonly bytes: number | undefined;
  /** True where each customer has a host of their own, and the definition's only stands for it. */
  readonly openHost: boolean;
  /** All operations, in document order. */
  readonly operations: readonly OperationAt[];
  /** The first operation of each operationId. */
  readonly operationById: ReadonlyMap<string, OperationAt>;
  /** What each operation takes: the parameters of its path and its own, references followed. */
  readonly parameters: ReadonlyMap<Operation, readonly ParameterAt[]>;
  /** The bodies of each operation. */
  readonly bodies: ReadonlyMap<Operation, Bodies>;
  /** The properties that get the address of a webhook, for each operation that takes one. */
  readonly notificationUrls: ReadonlyMap<Operation, readonly NotificationUrl[]>;
  /** Each key that may be an extension. */
  readonly extensionKeys: readonly ExtensionKeyAt[];
  /** The names of those, each once: there are few. */
  readonly extensionNames: ReadonlySet<string>;
  /** The calls that fill drop-downs, trees and schemas, in document order. */
  readonly dynamicCalls: readonly DynamicCall[];
  /** The operations that use a parameter or schema with such a call, or the first of many. */
  readonly callers: ReadonlyMap<object, readonly OperationAt[]>;
}

/** What is known of a connector beside its parts. */
interface FileFacts {
  /** It has an `apiProperties.json`. */
  readonly hasProperties: boolean;
  /** Size of the definition's file. */
  readonly bytes: number | undefined;
}

/** The subject that a connector is. */
export function subjectOf(
  { definition, properties, contract }: Connector,
  { hasProperties, bytes }: FileFacts,
): Subject {
  const all = operations(definition);
  const byId = new Map<string, OperationAt>();
  for (const at of all) {
    const { operationId } = at.operation;
    if (operationId !== undefined && !byId.has(operationId)) byId.set(operationId, at);
  }
  const parameters = new Map<Operation, readonly ParameterAt[]>();
  const bodies = new Map<Operation, Bodies>();
  for (const at of all) {
    const taken = parametersAt(definition, at);
    parameters.set(at.operation, taken);
    bodies.set(at.operation, bodiesOf(definition, at, taken));
  }
  const extensionKeys = extensionKeysIn(definition);
  const extensionNames = new Set<string>();
  for (const { key } of extensionKeys) extensionNames.add(key);
  const calls = dynamicCalls(extensionKeys, byId);
  const facts = schemaFacts(definition, bodies);
  return {
    definition,
    properties: hasProperties ? properties.properties : undefined,
    connectionParameters: hasProperties ? connectionParametersOf(properties.properties) : [],
    bytes,
    openHost: contract.openHost === true,
    operations: all,
    operationById: byId,
    parameters,
    bodies,
    notificationUrls: extensionNames.has('x-ms-notification-url') ? notificationUrlsOf(definition, bodies) : new Map(),
    extensionKeys,
    extensionNames,
    dynamicCalls: calls,
    callers: callersOf({ operations: all, parameters, bodies, graph: facts.graph }, calls),
    ...facts,
  };
}
