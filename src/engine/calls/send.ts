import { isObject, own, type Json, type JsonObject } from '../../core/json.js';
import type { Call, Reply } from '../effects.js';
import { MAX_CALL_MS, POLL_MS } from '../limits.js';
import type { Run, Turn } from '../model.js';
import type { Ending } from '../run/ending.js';
import { isoTime } from '../run/time.js';
import { endTurn, isWithinLimit } from '../run/turn.js';
import { nextPage, type Page } from './pages.js';
import { headerOf, isTransient, retryAfter, retryDelay, type RetryPolicy } from './retry.js';
import { statusName } from '../../http/status-name.js';

/** A call on its way. */
export interface Sending {
  readonly run: Run;
  readonly turn: Turn;
  readonly call: Omit<Call, 'attempt' | 'time'>;
  readonly policy: RetryPolicy;
  readonly isAsync: boolean;
  /** When the action has to be done, in milliseconds since 1970. */
  readonly deadline: number | undefined;
  /** What is recorded of its inputs. */
  readonly shown: Pick<Ending, 'inputs' | 'secretInputs'>;
  /** Times that it was sent again since an answer that counts. */
  readonly attempt: number;
  readonly retries: number;
  /** Of pagination. */
  readonly page: Page | undefined;
}

/** Sends a call; its answer ends the turn, or it is sent again. */
export function send(sending: Sending): void | Promise<void> {
  const { run, call, attempt } = sending;
  if (!isWithinLimit(run)) return;
  const reply = run.send({ ...call, attempt, time: isoTime(run.now) });
  return 'then' in reply ? reply.then((one) => arrived(sending, one)) : arrived(sending, reply);
}

/** The words of the service for an answer that did not come in time, seen in forums. */
const tooLate: Reply = {
  failure: {
    code: 'BadRequest',
    message:
      'Http request failed: the server did not respond within the timeout limit. Please see logic app limits at https://aka.ms/logic-apps-limits-and-config#http-limits.',
  },
};

/** An answer takes as long on the run's clock as it says. */
function arrived(sending: Sending, reply: Reply): void {
  const { run, deadline = Infinity } = sending;
  const took = 'failure' in reply ? 0 : (reply.milliseconds ?? 0);
  if (!(took > 0)) return answered(sending, reply);
  const isLate = took > MAX_CALL_MS;
  const time = run.now + (isLate ? MAX_CALL_MS : took);
  if (time > deadline) return timeOut(sending, deadline);
  run.queue.later(time, () => answered(sending, isLate ? tooLate : reply));
}

function answered(sending: Sending, reply: Reply): void {
  if ('failure' in reply) return end(sending, { status: 'Failed', code: reply.failure.code, error: reply.failure });
  const { run, policy, attempt } = sending;
  const { statusCode, headers } = reply;
  const location = statusCode === 202 && sending.isAsync ? headerOf(headers, 'location') : undefined;
  if (location !== undefined) {
    const call = { ...sending.call, method: 'GET', uri: location, queries: {}, body: undefined };
    const wait = Math.max(retryAfter(headers, run.now) ?? POLL_MS, 1000);
    return again({ ...sending, call, attempt: 0 }, wait);
  }
  const wait = isTransient(statusCode) ? retryDelay(policy, attempt + 1, retryAfter(headers, run.now)) : undefined;
  if (wait !== undefined) return again({ ...sending, attempt: attempt + 1, retries: sending.retries + 1 }, wait);
  if (statusCode >= 400)
    return end(sending, {
      status: 'Failed',
      code: statusName(statusCode) ?? String(statusCode),
      outputs: outputsOf(reply),
    });
  const turned = sending.page && nextPage(sending.page, reply.body);
  if (turned?.next !== undefined) {
    const call = { ...sending.call, uri: turned.next, queries: {} };
    return run.queue.soon(() => send({ ...sending, call, attempt: 0 }));
  }
  const outputs = outputsOf(turned ? { ...reply, body: turned.body } : reply);
  return end(sending, { status: 'Succeeded', code: statusName(statusCode) ?? String(statusCode), outputs });
}

/** Sends it later, or gives up where that is too late for the action. */
function again(sending: Sending, wait: number): void {
  const { run, deadline = Infinity } = sending;
  const time = run.now + wait;
  if (time > deadline) timeOut(sending, deadline);
  else run.queue.later(time, () => send(sending));
}

/** Ends the action at its deadline. */
function timeOut(sending: Sending, deadline: number): void {
  const { run } = sending;
  const { name } = sending.turn.action;
  const message = `The execution of template action '${name}' is failed: the action did not end within its time limit.`;
  const ending: Ending = { status: 'TimedOut', code: 'ActionTimedOut', error: { code: 'ActionTimedOut', message } };
  run.queue.later(Math.max(deadline, run.now), () => end(sending, ending));
}

function end({ run, turn, shown, retries }: Sending, ending: Ending): void {
  endTurn(run, turn, { ...shown, ...ending, ...(retries > 0 && { retries }) });
}

function outputsOf({ statusCode, headers, body }: Exclude<Reply, { readonly failure: unknown }>): JsonObject {
  return { statusCode, headers, ...(body !== undefined && { body }) };
}

/** The object under a key of inputs; undefined for something else that is not null. */
export function objectOf(inputs: JsonObject, key: string): JsonObject | undefined {
  const value: Json = own(inputs, key) ?? {};
  return isObject(value) ? value : undefined;
}
