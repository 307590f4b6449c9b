import { isObject, own, type Json, type JsonObject } from '../core/json.js';
import type { ConnectionCall } from '../wire/connection-call.js';
import type { ArmError } from './arm-error.js';
import type { ArmClient } from './client.js';
import { checkedName, checkedTarget, connectionId, PORTAL_VERSION, type Target } from './target.js';
import { statusNumber } from './verdict.js';

/** What came of a call that Azure made through a connection: what the service answered, or Azure's own no. */
export type Invoked =
  | { readonly error: ArmError }
  | {
      readonly error?: never;
      /** Undefined where Azure does not say what came of it. */
      readonly status: number | undefined;
      /** As Azure writes them: names in any case. */
      readonly headers: JsonObject;
      readonly body: Json | undefined;
    };

/** Lets Azure make a call through a connection (`dynamicInvoke`), as the designer does. Throws a `Fault` where Azure does not answer. */
export async function invoke(
  client: ArmClient,
  { target, connection, call }: { readonly target: Target; readonly connection: string; readonly call: ConnectionCall },
): Promise<Invoked> {
  const id = connectionId(checkedTarget(target), checkedName(connection, 'connection'));
  const answer = await client.attempt({
    method: 'POST',
    path: `${id}/dynamicInvoke`,
    version: PORTAL_VERSION,
    body: { request: requestOf(call) },
  });
  if (answer.error) return { error: answer.error };
  const response = isObject(answer.value) ? own(answer.value, 'response') : undefined;
  if (!isObject(response)) return { status: undefined, headers: {}, body: undefined };
  const headers = own(response, 'headers');
  return {
    status: statusNumber(own(response, 'statusCode')),
    headers: isObject(headers) ? headers : {},
    body: own(response, 'body'),
  };
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
