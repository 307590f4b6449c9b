import { own, type Json } from '../core/json.js';
import { child } from '../core/pointer.js';
import type { Connector, Wider } from '../definition/connector.js';
import { resolve } from '../openapi/refs.js';
import type { BodyParameter, Operation, Response, Schema, ValueParameter } from '../openapi/types.js';
import { parametersOf, type OperationAt } from '../openapi/walk.js';
import type { Sightings } from './sightings.js';

/** What a body is held against. */
export interface BodyPlan {
  readonly schema: Schema;
  /** Whether the root takes properties that it does not name: a body that has only such ones may be something else altogether. */
  readonly isOpen: boolean;
  /** Where the schema stands in the definition. */
  readonly pointer: string;
  /** What `contract.json` says of the body, and where. */
  readonly contract: {
    readonly pointer: string;
    readonly wider: Wider | undefined;
    readonly expect: Schema | undefined;
  };
  /** Records what a body shows. */
  readonly visit: (schema: Schema, value: Json) => void;
}

/** What a request of one operation is held against. */
export interface RequestPlan {
  readonly parameters: readonly { readonly parameter: ValueParameter; readonly pointer: string }[];
  /** The query parameters that are known: declared, or carrying the key. */
  readonly queryNames: ReadonlySet<string>;
  readonly body: (BodyPlan & { readonly required: boolean }) | undefined;
}

/** What a response of one operation and one status is held against. */
export interface ResponsePlan {
  /** The key under which the status is declared: its number, or `default`. */
  readonly declared: string;
  /** Undefined where the response has no schema. */
  readonly body: BodyPlan | undefined;
}

/** Looks up what exchanges are held against: once, for however many exchanges there are. */
export interface Plans {
  request(at: OperationAt): RequestPlan;
  /** Undefined where the status is not declared. */
  response(at: OperationAt, status: number): ResponsePlan | undefined;
}

/** The plans of a connector; what bodies show is recorded in `seen`. */
export function plansOf(connector: Connector, seen: Sightings): Plans {
  const requests = new Map<Operation, RequestPlan>();
  const responses = new Map<Operation, Map<number, ResponsePlan | undefined>>();
  return {
    request: (at) => remembered(requests, at.operation, () => requestPlan(connector, at, seen)),
    response: (at, status) => {
      const ofOperation = remembered(responses, at.operation, () => new Map());
      return remembered(ofOperation, status, () => responsePlan(connector, { at, status }, seen));
    },
  };
}

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = known.get(key);
  if (found !== undefined || known.has(key)) return found as Value; // it has the key
  const made = make();
  known.set(key, made);
  return made;
}

function requestPlan(connector: Connector, { item, operation }: OperationAt, seen: Sightings): RequestPlan {
  const all = parametersOf(connector.definition, item, operation);
  const parameters = all.flatMap(({ parameter, pointer }) => (parameter.in === 'body' ? [] : [{ parameter, pointer }]));
  const inQuery = parameters.flatMap(({ parameter: { in: location, name } }) => (location === 'query' ? [name] : []));
  const body = all.find(
    (found): found is { parameter: BodyParameter; pointer: string } => found.parameter.in === 'body',
  );
  return {
    parameters,
    queryNames: new Set([...inQuery, ...keyNames(connector)]),
    body: body && {
      required: body.parameter.required === true,
      schema: body.parameter.schema,
      isOpen: isOpen(connector, body.parameter.schema),
      pointer: `${body.pointer}/schema`,
      contract: {
        pointer: `${contractPointer(operation)}/request`,
        wider: own(connector.contract.operations, operation.operationId ?? '')?.request?.wider,
        expect: undefined,
      },
      visit: seen.visitor(body.parameter.schema),
    },
  };
}

/** The query parameters that carry the key: declared by the security scheme, not by a parameter. */
function keyNames({ definition }: Connector): string[] {
  return Object.values(definition.securityDefinitions ?? {}).flatMap((scheme) =>
    scheme.type === 'apiKey' && scheme.in === 'query' ? [scheme.name] : [],
  );
}

function responsePlan(
  connector: Connector,
  { at, status }: { readonly at: OperationAt; readonly status: number },
  seen: Sightings,
): ResponsePlan | undefined {
  const { operation, pointer } = at;
  const declared = keyOf(operation.responses, status);
  if (declared === undefined) return undefined;
  const place = child(`${pointer}/responses`, declared);
  const found = resolve<Response>(connector.definition, operation.responses[declared], place);
  const schema = found?.node.schema;
  if (found === undefined || schema === undefined) return { declared, body: undefined };
  const contracts = own(connector.contract.operations, operation.operationId ?? '')?.responses ?? {};
  const key = contractKeyOf(contracts, status) ?? declared;
  const contract = own(contracts, key);
  return {
    declared,
    body: {
      schema,
      isOpen: isOpen(connector, schema),
      pointer: `${found.pointer}/schema`,
      contract: {
        pointer: child(`${contractPointer(operation)}/responses`, key),
        wider: contract?.wider,
        expect: contract?.expect,
      },
      visit: seen.visitor(schema),
    },
  };
}

/** The key under which a status is declared: its number, or `default`. */
function keyOf(responses: Readonly<Record<string, unknown>>, status: number): string | undefined {
  return [String(status), 'default'].find((key) => Object.hasOwn(responses, key));
}

/** The same in `contract.json`, which also has ranges. */
function contractKeyOf(responses: Readonly<Record<string, unknown>>, status: number): string | undefined {
  return [String(status), `${Math.floor(status / 100)}XX`, 'default'].find((key) => Object.hasOwn(responses, key));
}

function contractPointer({ operationId = '' }: Operation): string {
  return child('/operations', operationId);
}

function isOpen({ definition }: Connector, schema: Schema): boolean {
  return resolve<Schema>(definition, schema, '')?.node.additionalProperties !== undefined;
}
