import { finding, type Finding } from '../core/finding.js';
import { shorten } from '../core/shorten.js';
import type { Call, Reply } from '../engine/effects.js';
import { placeholderIn, shownCall } from '../engine/outgoing/address.js';
import type { Workspace } from '../sentinel/workspace.js';
import type { Answer, LoggedCall } from './answer.js';
import { answerer, outgoing, type Outgoing } from './answerer.js';
import type { ReadyPlaybook } from './ready-playbook.js';
import { runRules } from './rules.js';
import { secretsOfCall, type KnownSecret } from './secrets.js';
import { usageOf } from './usage.js';
import { wireCall } from './wire-call.js';

/** The calls of one run: answers them, and remembers what was said. */
export interface CallLog {
  readonly calls: readonly LoggedCall[];
  readonly findings: readonly Finding[];
  readonly secrets: readonly KnownSecret[];
  /** Calls that nobody answered. */
  readonly unanswered: readonly Call[];
  readonly send: (call: Call) => Reply | Promise<Reply>;
  workspace(): Workspace;
}

/** What the run fails with where nobody answers. */
export const NOT_ANSWERED = 'CallNotAnswered';

/** Begins a run. */
export function callLog(ready: ReadyPlaybook, before: Workspace): CallLog {
  const { setup, connectors, placeOf, isSentinel } = ready;
  const asking = answerer(setup, before);
  const calls: LoggedCall[] = [];
  const findings: Finding[] = [];
  const secrets: KnownSecret[] = [];
  const unanswered: Call[] = [];
  const answered = (out: Outgoing, answer: Answer): Reply => {
    const { call, found } = out;
    const { reply, by } = answer;
    const usage = 'statusCode' in reply && by !== 'sentinel' ? usageOf(found, reply) : undefined;
    const operation = found && 'at' in found.route ? found.route.at.operation.operationId : undefined;
    calls.push({
      call,
      by,
      status: 'statusCode' in reply ? reply.statusCode : undefined,
      key: by === 'sentinel' ? '' : JSON.stringify(out.canonical()),
      ...(operation !== undefined && { operation }),
      ...(usage && { usage }),
    });
    const place = placeOf(call.action);
    const placeholder = by === 'sentinel' || by === 'nobody' ? undefined : placeholderIn(call);
    if (placeholder !== undefined) findings.push(stillHolds(call, placeholder, place));
    const connector = call.connection === undefined ? undefined : connectors.get(call.connection);
    if (connector && found && by !== 'nobody') {
      const request = wireCall(call, found);
      findings.push(...connector.check({ action: call.action, place, found, request, answer }));
    }
    return reply;
  };
  return {
    calls,
    findings,
    secrets,
    unanswered,
    workspace: asking.workspace,
    send: (call) => {
      const { connection } = call;
      const found = connection === undefined ? undefined : connectors.get(connection)?.find(call);
      const out = outgoing(call, found, connection !== undefined && isSentinel(connection));
      secrets.push(...secretsOfCall(call));
      const answer = asking.answer(out);
      if (answer instanceof Promise) return answer.then((one) => answered(out, one));
      if (answer) return answered(out, answer);
      unanswered.push(call);
      findings.push(notAnswered(out, placeOf(call.action)));
      return answered(out, { by: 'nobody', reply: { failure: unansweredFailure(call) } });
    },
  };
}

/** What an action that nobody answers fails with. */
function unansweredFailure(call: Call): { readonly code: string; readonly message: string } {
  return { code: NOT_ANSWERED, message: `Nothing answers ${shownCall(call)}.` };
}

type Place = ReturnType<ReadyPlaybook['placeOf']>;

function notAnswered({ call, isSentinel }: Outgoing, place: Place): Finding {
  const keys = [call.connection ?? hostNamed(call), '*'].map((key) => shorten(key)).join(' or ');
  const what = isSentinel ? 'The Sentinel workspace has no such operation. ' : '';
  const message = `Nothing answers the call of ${call.action}, ${shorten(shownCall(call), 120)}. ${what}An entry under ${keys} in --mock would, or a recording in --replay, or --upstream.`;
  return finding(runRules.notAnswered, { ...place, message });
}

function hostNamed({ uri }: Call): string {
  return /^[a-z]+:\/\/([^/?#]*)/i.exec(uri)?.[1] ?? uri;
}

function stillHolds(call: Call, placeholder: string, place: Place): Finding {
  const message = `The address of ${call.action} still holds ${shorten(placeholder)}: ${shorten(shownCall(call), 120)}.`;
  return finding(runRules.placeholder, { ...place, message });
}
