import { isObject, own } from '../../core/json.js';
import { readJson } from '../../core/json-read.js';
import { loopbackPipeline, NetError, send, type NetRequest, type NetResponse } from '../net/send.js';
import type { EmulatorAddress } from './address-file.js';
import { isRunning } from './lock.js';

/** The path at which an emulator says which one it is. */
export const INSTANCE_PATH = '/emulator';

/** Loopback answers within milliseconds, unless the machine is very busy. */
const TIMEOUT_SECONDS = 5;

/** Sends to loopback, whatever proxy the environment names. */
export function sendToLoopback(request: NetRequest): Promise<NetResponse> {
  return send(request, loopbackPipeline());
}

/** Whether the emulator of an address still runs. One that was killed leaves its address behind, and others may listen there by now. */
export async function stillRuns({ arm, instance, pid }: EmulatorAddress): Promise<boolean> {
  const url = arm + INSTANCE_PATH;
  try {
    const { body } = await sendToLoopback({ method: 'GET', url, headers: {}, timeoutSeconds: TIMEOUT_SECONDS });
    const { value } = readJson('', Buffer.from(body).toString());
    return isObject(value) && own(value, 'instance') === instance;
  } catch (error) {
    if (!(error instanceof NetError)) throw error;
    return error.kind === 'timed-out' && isRunning(pid);
  }
}
