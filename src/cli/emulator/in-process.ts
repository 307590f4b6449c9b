import type { ArmRequest, ArmResponse, ArmWorld } from '../../azure/message.js';
import { Fault } from '../../core/fault.js';
import { started } from '../../emulator/fresh.js';
import type { RunRecord } from '../../engine/record.js';
import type { EmulatorRequest, EmulatorWorld, Handled, OpenRun } from '../../emulator/message.js';
import { answerOfRun } from '../../emulator/run/answer-of-run.js';
import { carryOut, type Holder } from '../../emulator/run/carry-out.js';
import { withoutRun } from '../../emulator/run/keep-run.js';
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

  const worldNow = (): EmulatorWorld => ({ now: world.now(), requestId: world.guid(), origin: ORIGIN });
  const isOurs = (): boolean => {
    const there = readAddress(world, folder);
    return there === undefined || there.text === stale;
  };
  const handled = (request: EmulatorRequest): Handled => {
    const after = applied({ state: disk.read(), memory }, request, { world: worldNow(), disk });
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
  const change: Holder['change'] = (apply) =>
    inLock(world, folder, () => {
      if (!isOurs()) return undefined;
      const { emulated, result } = apply({ state: disk.read(), memory }, worldNow());
      if (!disk.write(emulated.state)) return undefined;
      memory = emulated.memory;
      return result;
    });
  const send = async ({ method, url, headers, body, authorize }: ArmRequest): Promise<ArmResponse> => {
    const token = authorize ? { authorization: 'Bearer emulator' } : {};
    const { forward, response, run } = await turn({
      method,
      url,
      headers: { ...headers, ...token },
      ...(body !== undefined && { body }),
    });
    const forget = (id: string) => void (memory = withoutRun(memory, id));
    const record = await carriedOut({ next: () => memory.runs.values().next().value, forget, change });
    const answer = forward ? await forwarded(forward) : run ? answerOfRun(record) : response;
    return { ...answer, body: Buffer.from(answer.body).toString() };
  };
  return { arm: ORIGIN, gateway: `${ORIGIN}/apim`, send };
}

interface OpenRuns {
  readonly next: () => OpenRun | undefined;
  readonly forget: (id: string) => void;
  readonly change: Holder['change'];
}

/** Carries out the runs that a request has begun, before anybody hears of it: this process may end then. Gives the record of the first. */
async function carriedOut({ next, forget, change }: OpenRuns): Promise<RunRecord | undefined> {
  let first: RunRecord | undefined;
  for (let run = next(); run !== undefined; run = next()) {
    try {
      const record = await carryOut(run, { change, forward: forwarded });
      first ??= record;
    } finally {
      forget(run.id);
    }
  }
  return first;
}

function nowRunning(world: World, folder: string, url: string): Fault {
  const message = `An emulator was started on ${world.shown(folder)} meanwhile, at ${url}.`;
  return new Fault('azure-unreachable', message, { help: 'Run the command again: it will talk to that emulator.' });
}
