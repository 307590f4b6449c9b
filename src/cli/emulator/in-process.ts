import type { ArmRequest, ArmResponse, ArmWorld } from '../../azure/message.js';
import { Fault } from '../../core/fault.js';
import { started } from '../../emulator/fresh.js';
import type { EmulatorRequest, Handled } from '../../emulator/message.js';
import type { World } from '../world.js';
import { readAddress, type AddressFile } from './address-file.js';
import { applied } from './applied.js';
import { forwarded } from './forward.js';
import { inLock, tidy } from './folder.js';
import { stillRuns } from './running.js';
import { stateFileIn } from './state-file.js';

/** A name that no network knows (RFC 2606): what is sent there without us arrives nowhere. */
const ORIGIN = 'https://emulator.invalid';

/** An emulator in this process. */
interface InProcess {
  readonly arm: string;
  readonly gateway: string;
  readonly send: ArmWorld['send'];
}

/** The emulator in this process, on a state that other processes may use in the same way at the same time. Throws a `Fault` where it cannot be read. */
export async function inProcess(world: World, folder: string): Promise<InProcess> {
  const disk = stateFileIn(world, folder);
  tidy(world, folder);
  let { memory } = started(await inLock(world, folder, () => disk.read()));
  /** The address of an emulator that is known to run no more. */
  let stale: string | undefined;

  const handled = (request: EmulatorRequest): Handled => {
    const now = { now: world.now(), requestId: world.guid(), origin: ORIGIN };
    const after = applied({ state: disk.read(), memory }, request, { world: now, disk });
    memory = after.memory;
    return after;
  };
  const turn = async (request: EmulatorRequest): Promise<Handled> => {
    for (;;) {
      const given = await inLock(world, folder, (): Handled | AddressFile => {
        const there = readAddress(world, folder);
        return there === undefined || there.text === stale ? handled(request) : there;
      });
      if (!('text' in given)) return given;
      const { address, text } = given;
      if (address && (await stillRuns(address))) throw nowRunning(world, folder, address.arm);
      stale = text;
    }
  };
  const send = async ({ method, url, headers, body, authorize }: ArmRequest): Promise<ArmResponse> => {
    const token = authorize ? { authorization: 'Bearer emulator' } : {};
    const { forward, response } = await turn({
      method,
      url,
      headers: { ...headers, ...token },
      ...(body !== undefined && { body }),
    });
    const answer = forward ? await forwarded(forward) : response;
    return { ...answer, body: Buffer.from(answer.body).toString() };
  };
  return { arm: ORIGIN, gateway: `${ORIGIN}/apim`, send };
}

function nowRunning(world: World, folder: string, url: string): Fault {
  const message = `An emulator was started on ${world.shown(folder)} meanwhile, at ${url}.`;
  return new Fault('azure-unreachable', message, { help: 'Run the command again: it will talk to that emulator.' });
}
