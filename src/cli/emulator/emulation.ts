import type { IncomingMessage, ServerResponse } from 'node:http';
import { isFault, type Fault } from '../../core/fault.js';
import type { JsonObject } from '../../core/json.js';
import { writeJson } from '../../core/json-write.js';
import { addressOf } from '../../emulator/address.js';
import { started } from '../../emulator/fresh.js';
import { isGateway } from '../../emulator/gateway-route.js';
import type { Emulated, EmulatorRequest, EmulatorResponse, EmulatorWorld, Handled } from '../../emulator/message.js';
import { answerOfRun } from '../../emulator/run/answer-of-run.js';
import type { Holder } from '../../emulator/run/carry-out.js';
import type { EmulatorState } from '../../emulator/state.js';
import type { World } from '../world.js';
import { applied } from './applied.js';
import { deliver, deliverInstead, sendable } from './deliver.js';
import type { Trouble } from './dice.js';
import { forwarded } from './forward.js';
import { hostOf, incoming } from './incoming.js';
import { logLine } from './log-line.js';
import { INSTANCE_PATH } from './running.js';
import { runsOf, type Runs } from './runs.js';
import type { StateFile } from './state-file.js';

/** What an emulator is made with. */
export interface EmulationOptions {
  readonly world: World;
  readonly disk: StateFile;
  /** What it says when it is asked which one it is. */
  readonly instance: string;
  /** Who answers calls of connections. */
  readonly answers: Pick<EmulatorWorld, 'upstream' | 'exchanges'>;
  /** What goes wrong with the next request of Azure Resource Manager. */
  readonly trouble: () => Trouble | undefined;
  /** How long each request takes at least, in milliseconds. */
  readonly latency?: number;
  /** Gets a line for each request, where somebody reads them. */
  readonly log?: ((line: string) => void) | undefined;
}

/** An emulator whose requests come from sockets. */
export interface Emulation {
  /** From here on it answers, on this state, which nobody else may write any more. */
  readonly start: (state: EmulatorState) => void;
  readonly answer: (message: IncomingMessage, response: ServerResponse, at: At) => Promise<void>;
  /** From here on it changes the state no more. */
  readonly end: () => void;
  /** How many requests there were. */
  readonly requests: () => number;
}

/** Which of two servers a request came to. */
export interface At {
  readonly scheme: 'http' | 'https';
  /** The address of the other, such as `https://127.0.0.1:8443`. */
  readonly twin: string;
}

/** How long calls to services may still take when the emulator ends: as long as those who wait for them. */
const GRACE_MILLISECONDS = 2000;

/** An emulator for servers. Requests are carried out one after the other, calls that they lead to are made at the same time. */
export function emulation({ world, disk, instance, answers, trouble, latency = 0, log }: EmulationOptions): Emulation {
  let emulated: Emulated | undefined;
  let requests = 0;
  /** Where the emulator was asked last. */
  let place: Pick<EmulatorWorld, 'origin' | 'twin'> = {};

  const worldNow = (): EmulatorWorld => ({ now: world.now(), requestId: world.guid(), ...place, ...answers });
  const change: Holder['change'] = async (apply) => {
    await nextTurn();
    if (emulated === undefined) return undefined;
    const { emulated: after, result } = apply(emulated, worldNow());
    if (!disk.append(after.state)) return undefined;
    emulated = after;
    return result;
  };
  const cut = new AbortController();
  const forward: Holder['forward'] = (one) => forwarded(one, cut.signal);
  const runs = runsOf({ change, forward, rest: nextTurn }, (error) => world.err(`${textOf(error)}\n`));

  const carriedOut = (request: EmulatorRequest, origin: string, twin: string): Handled | EmulatorResponse => {
    if (emulated === undefined) return notThere;
    place = { origin, twin };
    const handled = applied(emulated, request, { world: worldNow(), disk: { file: disk.file, write: disk.append } });
    emulated = { state: handled.state, memory: handled.memory };
    runs.begin(emulated.memory.runs.values());
    return handled;
  };
  const answer: Emulation['answer'] = async (message, response, { scheme, twin }) => {
    const begun = world.now();
    const host = hostOf(message);
    const request = await incoming(message);
    if (request === undefined) return void response.destroy();
    if (host === undefined) return deliver(response, strangeHost);
    if (request.url === INSTANCE_PATH) return deliver(response, said(200, { formatVersion: 1, instance }));
    requests += 1;
    const isCall = isGateway(addressOf(request.url));
    const wrong = isCall ? undefined : trouble();
    const done = (what: string | number) => log?.(logLine(request, { what, wrong, milliseconds: world.now() - begun }));
    const takesLong = async () => {
      if (latency > 0) await world.sleep(Math.max(0, begun + latency - world.now()));
    };
    if (wrong !== undefined) await takesLong();
    if (deliverInstead(response, wrong)) return done('not carried out');
    const given = await settled(() => carriedOut(request, `${scheme}://${host}`, twin), { runs, forward });
    await takesLong();
    deliver(response, isCall ? sendable(given) : given, wrong);
    return done(given.status);
  };
  return {
    start: (state) => void (emulated = started(state)),
    answer,
    end: () => {
      emulated = undefined;
      setTimeout(() => cut.abort(), GRACE_MILLISECONDS).unref();
    },
    requests: () => requests,
  };
}

/** Lets everybody else go first who waits: requests are answered while runs go on. */
function nextTurn(): Promise<void> {
  return new Promise((go) => setImmediate(go));
}

function textOf(error: unknown): string {
  return (error instanceof Error ? error.stack : undefined) ?? String(error);
}

/** The answer, where a call has to be made first, or a run to end: what came of it. */
async function settled(
  carriedOut: () => Handled | EmulatorResponse,
  { runs, forward }: { readonly runs: Runs; readonly forward: Holder['forward'] },
): Promise<EmulatorResponse> {
  try {
    const handled = carriedOut();
    if ('status' in handled) return handled;
    if (handled.run) return answerOfRun(await runs.ended(handled.run));
    return handled.forward ? await forward(handled.forward) : handled.response;
  } catch (error) {
    if (isFault(error)) return failed(error);
    throw error;
  }
}

function said(status: number, body: JsonObject): EmulatorResponse {
  const type = { 'content-type': 'application/json; charset=utf-8' };
  return { status, headers: type, body: writeJson(body, { indent: 0 }).trimEnd() };
}

/** The state could not be written: nothing was done. */
function failed({ message, help }: Fault): EmulatorResponse {
  return said(500, { error: { code: 'InternalServerError', message: `${message} ${help}` } });
}

const notThere = said(503, { error: { code: 'ServiceUnavailable', message: 'The emulator begins or ends.' } });

const strangeHost = said(421, {
  error: {
    code: 'MisdirectedRequest',
    message: 'The emulator is 127.0.0.1 or localhost, and answers under no other name.',
  },
});
