import type { ArmRequest, ArmResponse, ArmWorld } from '../../azure/message.js';
import type { World } from '../world.js';
import { DEFAULT_STATE } from './folder.js';
import { inProcess } from './in-process.js';
import { readAddress } from './address-file.js';
import { sendToLoopback, stillRuns } from './running.js';

/** The emulator, as whoever publishes to it sees it. */
export interface EmulatorLink {
  /** Where Azure Resource Manager is, without an ending slash. In process it is an address that leads nowhere but through `send`. */
  readonly arm: string;
  /** Where calls of connections go, without an ending slash: `<gateway>/<connector>/<connection>/<path>`. */
  readonly gateway: string;
  /** Whether it is another process. Otherwise keys are gone with this one. */
  readonly isRunning: boolean;
  /** Sends to `arm` and to `gateway`. */
  readonly send: ArmWorld['send'];
  /** The folder with its state, as it is printed. */
  readonly file: string;
}

/** The running emulator of a state folder, or one in this process where none runs. Throws a `Fault` where the state cannot be read. */
export async function emulatorLink(
  world: World,
  { state = DEFAULT_STATE }: { readonly state?: string },
): Promise<EmulatorLink> {
  const address = readAddress(world, state)?.address;
  const isRunning = address !== undefined && (await stillRuns(address));
  const there = isRunning
    ? { arm: address.arm, gateway: address.gateway, send: sendWithToken }
    : await inProcess(world, state);
  return { ...there, isRunning, file: world.shown(state) };
}

async function sendWithToken({ authorize, headers, ...request }: ArmRequest): Promise<ArmResponse> {
  const token = authorize ? { authorization: 'Bearer emulator' } : {};
  const { body, ...rest } = await sendToLoopback({ ...request, headers: { ...headers, ...token } });
  return { ...rest, body: Buffer.from(body).toString() };
}
