import { isObject } from '../core/json.js';
import type { Call, Reply } from '../engine/effects.js';
import { pathOf } from '../engine/outgoing/address.js';
import { canonicalOf, canonicalOfValue, type CanonicalRequest } from '../engine/outgoing/canonical-request.js';
import { plainUrl } from '../engine/outgoing/plain-request.js';
import { sentinelAnswer } from '../sentinel/answer.js';
import type { Workspace } from '../sentinel/workspace.js';
import type { Answer } from './answer.js';
import type { ConnectorCall } from './connected.js';
import { mockAnswers } from './mock-answers.js';
import { replay } from './recorded.js';
import type { Setup } from './setup.js';
import { wireCall } from './wire-call.js';

/** A call, and what is known of it before it is answered. */
export interface Outgoing {
  readonly call: Call;
  /** Of a connector's action whose connector is known. */
  readonly found: ConnectorCall | undefined;
  readonly isSentinel: boolean;
  /** Made when it is first asked for. */
  readonly canonical: () => CanonicalRequest;
}

/** Who answers in a run. */
export interface Answerer {
  /** Undefined where nobody does. */
  answer(outgoing: Outgoing): Answer | Promise<Answer> | undefined;
  /** The workspace as it is now. */
  workspace(): Workspace;
}

/**
 * Begins a run: a call is answered by the mocks of its connection, the Sentinel workspace, the mocks of its host, those of `*`, a
 * recording, a server: by the first of these that does.
 */
export function answerer(setup: Setup, before: Workspace): Answerer {
  const mocks = setup.mock && mockAnswers(setup.mock);
  const recorded = setup.recorded && replay(setup.recorded);
  let workspace = before;
  const bySentinel = ({ call, isSentinel }: Outgoing): Answer | undefined => {
    if (!isSentinel) return undefined;
    const { method, body, time, action: by } = call;
    const answered = sentinelAnswer(workspace, { method, path: pathOf(call), body, time, by });
    if (answered) workspace = answered.workspace;
    return answered && { by: 'sentinel', reply: answered.reply };
  };
  return {
    answer: (outgoing) => {
      const { call, found } = outgoing;
      const paths = [pathOf(call), ...(found && found.path !== pathOf(call) ? [found.path] : [])];
      const mocked = mocks?.byConnection(call, paths);
      if (mocked) {
        // what was written stands on the incident, whoever says so
        if ('statusCode' in mocked.reply && mocked.reply.statusCode < 300) bySentinel(outgoing);
        return mocked;
      }
      return (
        bySentinel(outgoing) ??
        mocks?.byHost(call) ??
        mocks?.byAnything(call, paths) ??
        (recorded && (recorded(outgoing.canonical()) ?? recorded(redactedCall(outgoing)))) ??
        byUpstream(outgoing, setup)
      );
    },
    workspace: () => workspace,
  };
}

function byUpstream({ call, found }: Outgoing, { upstream }: Setup): Promise<Answer> | undefined {
  if (!upstream) return undefined;
  const request = wireCall(call, found, upstream.url);
  const on = found && 'at' in found.route ? { connected: found.connected, at: found.route.at } : undefined;
  const asked = { action: call.action, request, ...(on && { on }) };
  return upstream.ask(asked).then((reply: Reply) => ({ by: 'upstream', reply }));
}

/** What is known of a call before it is answered. */
export function outgoing(call: Call, found: ConnectorCall | undefined, isSentinel: boolean): Outgoing {
  let made: CanonicalRequest | undefined;
  const canonical = () => (made ??= canonicalCall(call, found));
  return { call, found, isSentinel, canonical };
}

/** What was recorded with its credentials replaced is asked with them. */
function redactedCall({ call, found }: Outgoing): CanonicalRequest {
  return canonicalOf(wireCall(call, found), true);
}

function canonicalCall(call: Call, found: ConnectorCall | undefined): CanonicalRequest {
  const { body, method, headers } = call;
  const isPlain = isObject(body) && !Object.hasOwn(body, '$content') && !Object.hasOwn(body, '$multipart');
  const saysType = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
  if (found || !isPlain || saysType) return canonicalOf(wireCall(call, found));
  return canonicalOfValue({ method, url: plainUrl(call) }, body);
}
