import { isObject, own, type Json, type JsonObject } from '../core/json.js';
import { readJson } from '../core/json-read.js';
import { normalCall } from './gateway-call.js';
import { wrapped } from './answer.js';
import type { Context } from './context.js';
import { passed } from './gateway.js';
import type { EmulatorResponse } from './message.js';
import { noResource } from './missing.js';
import type { Reply } from './reply.js';
import { badContent } from './resource-body.js';
import { find } from './store.js';

/** How long a call of a connector may take. docs: azure/logic-apps/logic-apps-limits-and-configuration. */
export const TIMEOUT_SECONDS = 120;

/** Calls an operation through a connection, as the designer does for its lists: `{ request: { method, path, queries, headers, body } }`. */
export function dynamicInvoke({ emulated, world, id, body }: Context): Reply {
  const connection = find(emulated.state, id);
  if (connection === undefined) return noResource(id);
  const request = own(body, 'request');
  if (!isObject(request)) return badContent('request', 'an object');
  const method = own(request, 'method');
  const path = own(request, 'path');
  if (typeof method !== 'string') return badContent('request.method', 'a text');
  if (typeof path !== 'string') return badContent('request.path', 'a text');
  const queries = objectIn(request, 'queries');
  const headers = objectIn(request, 'headers');
  if (queries === undefined) return badContent('request.queries', 'an object');
  if (headers === undefined) return badContent('request.headers', 'an object');
  const sent = own(request, 'body');
  const call = normalCall({
    method,
    path,
    queries,
    headers,
    ...(sent !== undefined && sent !== null && { body: sent }),
  });
  const result = passed(emulated, { connection, call, world });
  if (result.response) return { ...replyOf(wrapped(result.response)), emulated: result.emulated };
  const forward = { request: result.request, timeoutSeconds: TIMEOUT_SECONDS, answerAs: 'dynamicInvoke' } as const;
  return { status: 200, emulated: result.emulated, forward };
}

function objectIn(request: JsonObject, name: string): JsonObject | undefined {
  const value = own(request, name) ?? {};
  return isObject(value) ? value : undefined;
}

function replyOf({ status, headers, body }: EmulatorResponse): Reply {
  const value: Json | undefined = readJson('', Buffer.from(body).toString()).value;
  return { status, headers, ...(value !== undefined && { body: value }) };
}
