import { isObject, own, type Json, type JsonObject } from '../../core/json.js';
import type { Call } from '../effects.js';
import type { Start } from '../model.js';
import { shownHost } from '../ready/host.js';
import { contextOf } from '../run/context.js';
import { badRequest, inputsOf, notEvaluated } from '../run/evaluate.js';
import { endTurn } from '../run/turn.js';
import { addressOf } from './address.js';
import { readyCall, type ReadyCall } from './ready-call.js';
import { recordedInputs } from './recorded.js';
import { retryPolicy } from './retry.js';
import { objectOf, send } from './send.js';

/** An action that sends a request: Http, ApiConnection, ApiConnectionWebhook. The answer to a webhook's subscription counts as its call back. */
export function calling(type: Call['type'], written: JsonObject): Start {
  const ready = readyCall(type, written);
  return (run, turn) => {
    const evaluated = inputsOf(run, turn, { inputs: ready.inputs, isWebhook: type === 'ApiConnectionWebhook' });
    if (!evaluated.ok) return endTurn(run, turn, notEvaluated(turn.action.name, evaluated));
    const given = isObject(evaluated.value) ? evaluated.value : {};
    const host = shownHost(ready.host, run.parameters, contextOf(run, { frame: turn.frame }));
    const inputs = recordedInputs({ ...host, ...given });
    const shown = { inputs, secretInputs: evaluated.secret };
    // What is hidden by the action's own setting is a secret as well.
    const request = callOf(ready, given, evaluated.secret || turn.action.hidesInputs);
    if (typeof request === 'string') return endTurn(run, turn, badRequest(request, shown));
    const call = { action: turn.action.name, ...request };
    const policy = retryPolicy(own(given, 'retryPolicy'));
    const deadline = ready.time === undefined ? undefined : run.now + ready.time;
    const page = ready.items === undefined ? undefined : { items: [], wanted: ready.items };
    return send({ run, turn, call, policy, isAsync: ready.isAsync, deadline, shown, attempt: 0, retries: 0, page });
  };
}

/** The request, or why there is none. */
function callOf(
  ready: ReadyCall,
  given: JsonObject,
  secret: boolean,
): Omit<Call, 'action' | 'attempt' | 'time'> | string {
  const { type, host } = ready;
  const connection = host?.connection;
  const key = type === 'Http' ? 'uri' : 'path';
  const written = own(given, key);
  const method = own(given, 'method') ?? (type === 'ApiConnectionWebhook' ? 'post' : undefined);
  if (typeof written !== 'string' || written === '') return `The '${key}' property must be a text that is not empty.`;
  if (typeof method !== 'string' || method === '') return "The 'method' property must be a text that is not empty.";
  const queries = objectOf(given, 'queries');
  const headers = objectOf(given, 'headers');
  if (!queries || !headers) return `The '${queries ? 'headers' : 'queries'}' property must be an object.`;
  const address = type === 'Http' ? addressOf(written, queries) : { uri: written, queries };
  const authentication = own(given, 'authentication');
  return {
    type,
    ...(connection !== undefined && { connection }),
    method: method.toUpperCase(),
    ...address,
    headers: withCookie(headers, own(given, 'cookie')),
    body: own(given, 'body') ?? undefined,
    ...(isObject(authentication) && { authentication }),
    secret,
  };
}

function withCookie(headers: JsonObject, cookie: Json | undefined): JsonObject {
  return typeof cookie === 'string' && own(headers, 'Cookie') === undefined ? { ...headers, Cookie: cookie } : headers;
}
