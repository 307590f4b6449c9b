import { isObject, own, type Json, type JsonObject } from '../core/json.js';
import { writeJson } from '../core/json-write.js';
import type { Connector } from '../definition/connector.js';
import { operations, type OperationAt } from '../openapi/walk.js';
import { callOf, type ConnectionCall } from '../wire/connection-call.js';
import type { ArmClient } from './client.js';
import { checkedName, checkedTarget, connectionId, PORTAL_VERSION, type Target } from './target.js';
import { tidy } from './tidy.js';
import { statusNumber, verdictOf } from './verdict.js';

/** What one call through a connection showed. */
export interface Verification {
  /** `works`, `fails`, or `unverified`: no call could be made, or its answer says nothing. */
  readonly result: 'works' | 'fails' | 'unverified';
  /** The status that the service answered with, where it did. */
  readonly status?: number;
  /** One sentence. */
  readonly message: string;
  /** What can be done about it. */
  readonly help?: string;
}

/** A connection that shall be tried. */
export interface VerifyRequest {
  readonly target: Target;
  readonly connection: string;
  readonly connector: Connector;
  /** The call to make. Default: the operation that the connector names for it (`x-ms-capabilities`), else a GET that needs nothing. */
  readonly call?: ConnectionCall;
}

/** Makes one small call through a connection, as the designer does, and says what came of it. Throws no `Fault` for what the service or Azure answers. */
export async function verify(client: ArmClient, request: VerifyRequest): Promise<Verification> {
  const target = checkedTarget(request.target);
  const path = connectionId(target, checkedName(request.connection, 'connection'));
  const call = request.call ?? smallCall(request.connector);
  if (call === undefined) {
    return {
      result: 'unverified',
      message: 'The connector has no operation that can be called without inputs, so the key was not tried.',
      help: 'Try the connection with "connector-kit call", or in a workflow.',
    };
  }
  const answer = await client.attempt({
    method: 'POST',
    path: `${path}/dynamicInvoke`,
    version: PORTAL_VERSION,
    body: { request: requestOf(call) },
  });
  if (answer.error) {
    const said = tidy(`${answer.error.code} ${answer.error.message}`);
    const message = `The key was not tried: Azure did not make the call (${answer.error.status} ${said}).`;
    return { result: 'unverified', message, help: 'Try the connection in a workflow.' };
  }
  return judged(answer.value);
}

function requestOf({ method, path, queries, headers, body }: ConnectionCall): JsonObject {
  return {
    method: method.toUpperCase(),
    path,
    ...(queries && { queries }),
    ...(headers && { headers }),
    ...(body !== undefined && { body }),
  };
}

function judged(value: Json | undefined): Verification {
  const response = isObject(value) ? own(value, 'response') : undefined;
  const status = isObject(response) ? statusNumber(own(response, 'statusCode')) : undefined;
  if (!isObject(response) || status === undefined) {
    return { result: 'unverified', message: 'Azure made the call, and did not say what came of it.' };
  }
  const body = own(response, 'body') ?? '';
  return { status, ...verdictOf(status, typeof body === 'string' ? body : writeJson(body, { indent: 0 })) };
}

/** The call of the operation that tries a connection. Source of the first: "testConnection", learn.microsoft.com/connectors/custom-connectors/openapi-extensions. */
function smallCall({ definition }: Connector): ConnectionCall | undefined {
  const all = operations(definition);
  const capabilities = definition['x-ms-capabilities'];
  const test = isObject(capabilities) ? own(capabilities, 'testConnection') : undefined;
  const named = isObject(test) ? own(test, 'operationId') : undefined;
  const parameters = isObject(test) ? own(test, 'parameters') : undefined;
  const chosen = all.find(({ operation }) => operation.operationId !== undefined && operation.operationId === named);
  const first = chosen && made(chosen, isObject(parameters) ? parameters : {});
  if (first) return first;
  for (const at of all) {
    const call = at.method === 'get' && at.operation['x-ms-trigger'] === undefined ? made(at, {}) : undefined;
    if (call) return call;
  }
  return undefined;

  function made(at: OperationAt, given: JsonObject): ConnectionCall | undefined {
    return callOf(definition, at, { parameters: given }).call;
  }
}
