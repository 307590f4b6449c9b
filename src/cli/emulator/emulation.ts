import type { IncomingMessage, ServerResponse } from 'node:http';
import { isFault, type Fault } from '../../core/fault.js';
import type { JsonObject } from '../../core/json.js';
import { writeJson } from '../../core/json-write.js';
import { addressOf } from '../../emulator/address.js';
import { started } from '../../emulator/fresh.js';
import { isGateway } from '../../emulator/gateway-route.js';
import type { Emulated, EmulatorRequest, EmulatorResponse, EmulatorWorld, Handled } from '../../emulator/message.js';
import type { EmulatorState } from '../../emulator/state.js';
import type { World } from '../world.js';
import { applied } from './applied.js';
import { deliver, deliverInstead, sendable } from './deliver.js';
import type { Trouble } from './dice.js';
import { forwarded } from './forward.js';
import { hostOf, incoming } from './incoming.js';
import { logLine } from './log-line.js';
import { INSTANCE_PATH } from './running.js';
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

/** An emulator for servers. Requests are carried out one after the other, calls that they lead to are made at the same time. */
export function emulation({ world, disk, instance, answers, trouble, latency = 0, log }: EmulationOptions): Emulation {
  let emulated: Emulated | undefined;
  let requests = 0;

  const carriedOut = (request: EmulatorRequest, origin: string, twin: string): Handled | EmulatorResponse => {
    if (emulated === undefined) return notThere;
    const now = { now: world.now(), requestId: world.guid(), origin, twin, ...answers };
    const handled = applied(emulated, request, { world: now, disk: { file: disk.file, write: disk.append } });
    emulated = { state: handled.state, memory: handled.memory };
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
    const given = await settled(() => carriedOut(request, `${scheme}://${host}`, twin));
    await takesLong();
    deliver(response, isCall ? sendable(given) : given, wrong);
    return done(given.status);
  };
  return {
    start: (state) => void (emulated = started(state)),
    answer,
    end: () => void (emulated = undefined),
    requests: () => requests,
  };
}

/** The answer, where a call has to be made first: what came of it. */
async function settled(carriedOut: () => Handled | EmulatorResponse): Promise<EmulatorResponse> {
  try {
    const handled = carriedOut();
    if ('status' in handled) return handled;
    return handled.forward ? await forwarded(handled.forward) : handled.response;
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
