import { isObject, own } from '../../core/json.js';
import type { Call, Reply } from '../../engine/effects.js';
import { shownCall } from '../../engine/outgoing/address.js';
import { parseResourceId } from '../../arm/resource-id.js';
import { valueOf } from '../answer.js';
import { apiIdOf } from '../connection-view.js';
import { TIMEOUT_SECONDS } from '../dynamic-invoke.js';
import { normalCall } from '../gateway-call.js';
import { passed, type Passed } from '../gateway.js';
import { connectionsIn } from '../logic/workflow-check.js';
import type { Emulated, EmulatorResponse } from '../message.js';
import { find } from '../store.js';
import type { CallAnswer, RunCall } from './call.js';
import { httpAnswer } from './http-call.js';
import { sentinelReply } from './sentinel-call.js';

/** Answers a call of a run: by the gateway, by Microsoft Sentinel, or, of an HTTP action, by whoever stands in for all services. */
export function answerCall(emulated: Emulated, asked: RunCall): CallAnswer {
  const { run, call, world } = asked;
  if (call.connection === undefined) {
    const answer = httpAnswer(emulated, { call, world });
    return answer ? handedOn(answer) : unanswered(emulated, call, NOBODY);
  }
  const entry = own(connectionsIn(run.workflow.properties), call.connection) ?? null;
  const id = isObject(entry) ? own(entry, 'connectionId') : undefined;
  const connection = typeof id === 'string' ? find(emulated.state, id) : undefined;
  if (connection === undefined) return unanswered(emulated, call, 'its connection is not there.');
  const api = parseResourceId(apiIdOf(connection));
  if (api?.type.toLowerCase() === 'microsoft.web/customapis') {
    const { method, uri: path, queries, headers, body } = call;
    const sent = normalCall({ method, path, queries, headers, ...(body !== undefined && { body }) });
    return handedOn(passed(emulated, { connection, call: sent, world }));
  }
  const name = api?.names.at(-1)?.toLowerCase();
  const answered = name === 'azuresentinel' ? sentinelReply(emulated, { ...asked, connection, entry }) : undefined;
  return answered ?? unanswered(emulated, call, `the emulator has no such operation of the connector '${name ?? ''}'.`);
}

const NOBODY = 'an HTTP action is answered by --samples or --upstream of the emulator, and neither does.';

/** What an action fails with that the emulator cannot answer. */
function unanswered(emulated: Emulated, call: Call, why: string): CallAnswer {
  const message = `The emulator does not answer ${shownCall(call)}: ${why}`;
  return { emulated, reply: { failure: { code: 'EmulatorCannotAnswer', message } } };
}

function handedOn(given: Passed): CallAnswer {
  const { emulated, response, request } = given;
  if (response) return { emulated, reply: replyOf(response) };
  return { emulated, forward: { request, timeoutSeconds: TIMEOUT_SECONDS, answerAs: 'itself' } };
}

/** An answer as the engine takes it. */
export function replyOf(response: EmulatorResponse): Reply {
  return valueOf(response);
}
