import { Fault } from '../../core/fault.js';
import type { EmulatorState } from '../../emulator/state.js';
import { listen, type Listener } from '../net/listen.js';
import type { World } from '../world.js';
import { readAddress, removeAddress, writeAddress, type EmulatorAddress } from './address-file.js';
import { loopbackTls } from './certificate.js';
import type { Emulation } from './emulation.js';
import { inLock, tidy } from './folder.js';
import { stillRuns } from './running.js';
import type { StateFile } from './state-file.js';
import { write } from './write.js';

/** What is served, and where. */
export interface Serving {
  readonly world: World;
  /** The state folder. */
  readonly folder: string;
  readonly disk: StateFile;
  readonly emulation: Emulation;
  readonly instance: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** The same for TLS. */
  readonly tlsPort: number;
}

/** An emulator that is served. */
export interface Served {
  readonly address: EmulatorAddress;
  /** Takes no more requests, and lets those under way end for a while. */
  readonly close: () => Promise<void>;
}

/** How long calls that were forwarded may still take when the emulator ends. */
const GRACE_MILLISECONDS = 2000;

/** Serves an emulator with and without TLS, and leaves its address in the state folder. Throws a `Fault` where one runs on it already. */
export async function serve(serving: Serving): Promise<Served> {
  const { world, folder, disk, emulation } = serving;
  await inLock(world, folder, () => disk.read()); // what is wrong with the folder is told before anything listens
  const stale = await noneRuns(world, folder);
  tidy(world, folder);
  const { authority, cert, key } = loopbackTls(world.now());
  const listeners: Listener[] = [];
  const twins = { http: '', https: '' };
  const open = async (scheme: 'http' | 'https', port: number): Promise<string> => {
    const other = scheme === 'http' ? 'https' : 'http';
    const listener = await listen({
      port,
      answer: (message, response) => emulation.answer(message, response, { scheme, twin: twins[other] }),
      ...(scheme === 'https' && { tls: { cert, key } }),
      onError: (error) => world.err(`${error instanceof Error ? error.stack : String(error)}\n`),
    });
    listeners.push(listener);
    return (twins[scheme] = listener.url);
  };
  const closeAll = () => Promise.all(listeners.map((listener) => listener.close(GRACE_MILLISECONDS)));
  try {
    const arm = await open('http', serving.port);
    const certificate = world.absolute(`${folder}/certificate.pem`);
    const tls = { url: await open('https', serving.tlsPort), certificate };
    const address = { arm, gateway: `${arm}/apim`, tls, pid: process.pid, instance: serving.instance };
    emulation.start(await begun(serving, address, { stale, authority }));
    const close = async () => {
      emulation.end();
      try {
        await inLock(world, folder, () => {
          disk.compact();
          removeAddress(world, folder, address);
        });
      } finally {
        world.remove(certificate);
        await closeAll(); // whatever became of the folder: what listens keeps the process
      }
    };
    return { address, close };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** Makes sure that no emulator runs on the folder; the text of the address that one left there which was killed. */
async function noneRuns(world: World, folder: string): Promise<string | undefined> {
  const there = readAddress(world, folder);
  if (there?.address && (await stillRuns(there.address))) throw runsAlready(world, folder, there.address);
  return there?.text;
}

interface Beginning {
  readonly stale: string | undefined;
  /** The certificate that clients have to trust. */
  readonly authority: string;
}

/** Leaves the address in the folder and gives the state that is there: from here on it belongs to this emulator. */
function begun(
  { world, folder, disk }: Serving,
  address: EmulatorAddress,
  { stale, authority }: Beginning,
): Promise<EmulatorState> {
  return inLock(world, folder, () => {
    const there = readAddress(world, folder);
    if (there?.address && there.text !== stale) throw runsAlready(world, folder, there.address);
    const state = disk.read();
    disk.compact(); // what one left behind that was killed
    writeAddress(world, folder, address);
    write(world, address.tls.certificate, authority);
    return state;
  });
}

function runsAlready(world: World, folder: string, { arm }: EmulatorAddress): Fault {
  const message = `An emulator runs on ${world.shown(folder)} already, at ${arm}.`;
  return new Fault('called-wrongly', message, { help: 'Use that one, end it, or give another --state.' });
}
