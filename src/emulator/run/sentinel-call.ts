import { own, type Json } from '../../core/json.js';
import { pathOf } from '../../engine/outgoing/address.js';
import { sentinelAnswer } from '../../sentinel/answer.js';
import { writeJson } from '../../core/json-write.js';
import type { Reply } from '../../engine/effects.js';
import { signsInByIdentity } from '../logic/workflow-connections.js';
import type { Emulated } from '../message.js';
import { refusals } from '../refusals.js';
import { isGranted } from '../roles/granted.js';
import { incidentOf, withIncident } from '../sentinel/incident-of.js';
import { INCIDENT } from '../sentinel/types.js';
import type { EmulatorState, Resource } from '../state.js';
import { below, find } from '../store.js';
import type { CallAnswer, RunCall } from './call.js';
import { sentinelNeed, type SentinelNeed } from './sentinel-need.js';

/** A call of the Sentinel connector. */
export interface SentinelRunCall extends RunCall {
  readonly connection: Resource;
  /** What the workflow says of the connection. */
  readonly entry: Json;
}

/** What the Sentinel connector answers to a run, as whom the connection signs in; undefined where it has no such operation. */
export function sentinelReply(emulated: Emulated, asked: SentinelRunCall): CallAnswer | undefined {
  const { call, run, world, entry } = asked;
  const sent = { method: call.method, path: pathOf(call), body: call.body, time: call.time, by: call.action };
  const need = sentinelNeed(sent);
  const identity = run.workflow.identity ?? {};
  const principal = own(identity, 'principalId');
  const who = typeof principal === 'string' ? principal : undefined;
  const refusal = signsInByIdentity(entry) ? denied(emulated.state, need, who) : notSignedIn(asked.connection);
  if (refusal) return { emulated, reply: refusal };
  const before = named(emulated.state, need.incidents).map((one) => incidentOf(emulated.state, one));
  const answered = sentinelAnswer({ incidents: before, activity: [] }, sent);
  if (answered === undefined) return undefined;
  const change = { by: run.workflow.name, principal: who, world: { ...world, now: Date.parse(call.time) } };
  const next = answered.workspace.incidents.reduce(
    (after, incident, index) => withIncident(after, [before[index], incident], change),
    emulated,
  );
  return { emulated: next, reply: answered.reply };
}

/** The incidents that a call may be about: one, or all of a workspace. */
function named(state: EmulatorState, id: string): readonly Resource[] {
  const one = find(state, id);
  return one?.type === INCIDENT ? [one] : below(state, id, INCIDENT);
}

const headers = { 'Content-Type': 'application/json; charset=utf-8' };

/** As a run shows that its identity may not do something: github:Azure/Azure-Sentinel#4549. */
function denied(
  state: EmulatorState,
  { action, scope }: SentinelNeed,
  principal: string | undefined,
): Reply | undefined {
  if (action === undefined || (principal !== undefined && isGranted(state, { principal, action, scope })))
    return undefined;
  const { status, code } = refusals.forbidden;
  const who = principal ?? '';
  const message = `The client '${who}' with object id '${who}' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`;
  const Content = writeJson({ error: { code, message } }, { indent: 0 }).trimEnd();
  return {
    statusCode: status,
    headers,
    body: { StatusCode: 'Forbidden', ReasonPhrase: 'Forbidden', Content, Headers: {} },
  };
}

/** A connection that a person has to sign in to. */
function notSignedIn({ properties }: Resource): Reply | undefined {
  const text = writeJson(own(properties, 'statuses') ?? [], { indent: 0 });
  if (text.includes('"Connected"')) return undefined;
  const error = { code: 'Unauthenticated', message: 'This connection is not authenticated.' };
  return { statusCode: 401, headers, body: { error } };
}
