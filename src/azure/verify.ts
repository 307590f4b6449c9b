import { isObject, own } from '../core/json.js';
import { writeJson } from '../core/json-write.js';
import type { Connector, Probe } from '../definition/connector.js';
import { operations, type OperationAt } from '../openapi/walk.js';
import { callOf, type CallInputs, type ConnectionCall } from '../wire/connection-call.js';
import type { ArmClient } from './client.js';
import { invoke } from './invoke.js';
import { checkedName, checkedTarget, type Target } from './target.js';
import { tidy } from './tidy.js';
import { verdictOf } from './verdict.js';

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
  /** The call to make. Default: the operation that the connector names for it (`x-ms-capabilities`), its probe (`contract.json`), or a GET that needs nothing. */
  readonly call?: ConnectionCall;
}

/** Makes one small call through a connection, as the designer does, and says what came of it. Throws no `Fault` for what the service or Azure answers. */
export async function verify(client: ArmClient, request: VerifyRequest): Promise<Verification> {
  checkedTarget(request.target);
  checkedName(request.connection, 'connection');
  const chosen: Chosen | undefined = request.call ? { call: request.call, taken: [] } : smallCall(request.connector);
  if (chosen === undefined) {
    return {
      result: 'unverified',
      message: 'The connector has no operation that can be called without inputs, so the key was not tried.',
      help: 'Try the connection with "connector-kit call", or in a workflow.',
    };
  }
  const { target, connection } = request;
  const invoked = await invoke(client, { target, connection, call: chosen.call });
  if (invoked.error) {
    const said = tidy(`${invoked.error.code} ${invoked.error.message}`);
    const message = `The key was not tried: Azure did not make the call (${invoked.error.status} ${said}).`;
    return { result: 'unverified', message, help: 'Try the connection in a workflow.' };
  }
  const { status, body = '' } = invoked;
  if (status === undefined)
    return { result: 'unverified', message: 'Azure made the call, and did not say what came of it.' };
  const text = typeof body === 'string' ? body : writeJson(body, { indent: 0 });
  const isTaken = chosen.taken.some((one) => one.status === status && text.includes(one.says ?? ''));
  if (!isTaken) return { status, ...verdictOf(status, text) };
  return {
    result: 'works',
    status,
    message: `The service answered with ${status}, as it does where it takes the key.`,
  };
}

interface Chosen {
  readonly call: ConnectionCall;
  /** What shows that the key is taken, beside a success. */
  readonly taken: Probe['answers'];
}

/** Source of the first: "testConnection", learn.microsoft.com/connectors/custom-connectors/openapi-extensions. */
function smallCall({ definition, contract: { probe } }: Connector): Chosen | undefined {
  const all = operations(definition);
  const capabilities = definition['x-ms-capabilities'];
  const test = isObject(capabilities) ? own(capabilities, 'testConnection') : undefined;
  const named = isObject(test) ? own(test, 'operationId') : undefined;
  const parameters = isObject(test) ? own(test, 'parameters') : undefined;
  const first = made(withId(named), { parameters: isObject(parameters) ? parameters : {} });
  if (first) return { call: first, taken: [] };
  const probing = probe && made(withId(probe.operation), probe);
  if (probing) return { call: probing, taken: probe.answers };
  for (const at of all) {
    const isReading = at.method === 'get' && at.operation['x-ms-trigger'] === undefined;
    const call = isReading ? made(at, {}) : undefined;
    if (call) return { call, taken: [] };
  }
  return undefined;

  function withId(id: unknown): OperationAt | undefined {
    return typeof id === 'string' ? all.find(({ operation }) => operation.operationId === id) : undefined;
  }
  function made(at: OperationAt | undefined, inputs: CallInputs): ConnectionCall | undefined {
    return at && callOf(definition, at, inputs).call;
  }
}
