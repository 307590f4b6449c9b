import type { Call } from '../engine/effects.js';
import { plainRequest } from '../engine/outgoing/plain-request.js';
import { requestOf, type WireRequest } from '../wire/request-of.js';
import type { ConnectorCall } from './connected.js';

/**
 * The request that goes out for a call, without the key of a connection: as its connector makes it, where that is known. `upstream` stands
 * in place of the service: for a connector's action before the path of the operation, for others in place of the host.
 */
export function wireCall(call: Call, found: ConnectorCall | undefined, upstream?: string): WireRequest {
  if (found === undefined || !('at' in found.route)) return plainRequest(call, upstream);
  const { method, queries, headers, body } = call;
  const request = { method, path: found.path, queries, headers, ...(body !== undefined && { body }) };
  const serviceUrl = upstream === undefined ? {} : { serviceUrl: upstream };
  return requestOf(found.connected.connector, { at: found.route.at, call: request, ...serviceUrl });
}
