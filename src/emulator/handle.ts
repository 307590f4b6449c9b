import { isObject, type Json } from '../core/json.js';
import { addressOf } from './address.js';
import { armReply } from './arm.js';
import { writtenDefinition } from './definitions.js';
import { graphAnswer, isGraph } from './graph.js';
import { isWorkflow, workflowAnswered } from './logic/workflow-address.js';
import { gatewayAnswered, isGateway } from './gateway-route.js';
import type { Emulated, EmulatorRequest, EmulatorResponse, EmulatorWorld, Handled } from './message.js';
import { oneLine } from './one-line.js';
import type { Reply } from './reply.js';
import { fileAnswer, isFile } from './swagger-files.js';

/**
 * Answers a request as Azure would: Azure Resource Manager, the gateway of connectors (`/apim/...`), the store of their definitions
 * (`/api-swagger-files/...`), workflows at their own addresses (`/workflows/...`), Microsoft Graph as far as it names Azure Security Insights (`/v1.0/...`).
 * Pure: nothing is read, sent or waited for. What is to be forwarded the caller sends, and gives the answer to `answerOf`.
 * The runs that are in its memory then the caller carries out: `carryOut`.
 */
export function handle(emulated: Emulated, request: EmulatorRequest, world: EmulatorWorld): Handled {
  const address = addressOf(request.url);
  if (isGateway(address)) {
    const handled = gatewayAnswered(emulated, { request, world, address });
    return handled.response ? { ...handled, response: stamped(handled.response, world) } : handled;
  }
  if (isWorkflow(address)) {
    const handled = workflowAnswered(emulated, { request, world, address });
    return handled.response ? { ...handled, response: stamped(handled.response, world) } : handled;
  }
  if (isGraph(address)) return { ...emulated, response: stamped(graphAnswer(emulated.state, address), world) };
  if (isFile(address)) return { ...emulated, response: stamped(fileAnswer(emulated, address, world), world) };
  const reply = armReply({ emulated, request, world, address });
  const after = reply.emulated ?? emulated;
  if (reply.forward) return { ...after, forward: reply.forward };
  return { ...after, response: stamped(responseOf(reply, request), world) };
}

function responseOf({ status, body, headers }: Reply, { method }: EmulatorRequest): EmulatorResponse {
  const isHead = method.toUpperCase() === 'HEAD';
  if (isHead || body === undefined)
    return { status: isHead && status === 200 ? 204 : status, headers: headers ?? {}, body: '' };
  const type = { 'content-type': 'application/json; charset=utf-8' };
  return { status, headers: { ...type, ...headers }, body: textOf(body) };
}

function textOf(body: Json): string {
  const written = isObject(body) ? writtenDefinition(body) : undefined;
  return written ?? oneLine(body);
}

function stamped(response: EmulatorResponse, { now, requestId }: EmulatorWorld): EmulatorResponse {
  return { ...response, headers: { ...response.headers, 'x-ms-request-id': requestId, date: dateText(now) } };
}

const SECOND = 1000;
let last = { second: Number.NaN, text: '' };

/** A moment as headers have it, in full seconds. Of a thousand requests in a second it is made once. */
function dateText(now: number): string {
  const second = Math.floor(now / SECOND);
  if (last.second !== second) last = { second, text: new Date(now).toUTCString() };
  return last.text;
}
