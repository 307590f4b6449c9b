import { writeJson } from '../../core/json-write.js';
import { command, type Call, type Outcome } from '../command.js';
import { givenAnswers } from '../emulator/answers.js';
import { dice } from '../emulator/dice.js';
import { emulation } from '../emulator/emulation.js';
import { DEFAULT_STATE } from '../emulator/folder.js';
import { serve } from '../emulator/serve.js';
import { stateFileIn } from '../emulator/state-file.js';
import type { FlagTable } from '../flags.js';

/** Source: RFC 6335. */
const LAST_PORT = 65_535;
const LAST_SEED = 2 ** 32 - 1;
/** In milliseconds: no request of Azure Resource Manager takes longer. */
const LONGEST_LATENCY = 60_000;

const port = { kind: 'number', placeholder: 'N', least: 0, most: LAST_PORT, whole: true } as const;

const emulateFlags = {
  port: { ...port, help: 'The port on loopback. Unless given, any that is free.' },
  'tls-port': { ...port, help: 'The port for TLS. Unless given, any that is free.' },
  state: { kind: 'text', placeholder: 'DIR', help: `The folder of its state. Unless given, ${DEFAULT_STATE}.` },
  samples: {
    kind: 'list',
    placeholder: 'PATH',
    help: 'Recordings that answer calls of connections, in place of the services.',
  },
  upstream: {
    kind: 'text',
    placeholder: 'URL',
    help: 'The address that gets the calls of connections, in place of the services.',
  },
  faults: {
    kind: 'number',
    placeholder: 'SHARE',
    least: 0,
    most: 1,
    whole: false,
    help: 'Of all requests for resources, the share with which something goes wrong, 0 to 1.',
  },
  seed: {
    kind: 'number',
    placeholder: 'N',
    least: 0,
    most: LAST_SEED,
    whole: true,
    help: 'Chooses what goes wrong: the same each time for the same N. Unless given, 1.',
  },
  latency: {
    kind: 'number',
    placeholder: 'MILLISECONDS',
    least: 0,
    most: LONGEST_LATENCY,
    whole: true,
    help: 'How long each request takes at least. Unless given, 0.',
  },
} as const satisfies FlagTable;

/** `emulate`: Azure on loopback, until it is asked to end. */
export const emulate = command({
  operands: { placeholder: '', least: 0, most: 0 },
  flags: emulateFlags,
  details: [
    'Serves Azure Resource Manager, the gateway of connectors and the store of definitions on 127.0.0.1 until Ctrl+C. The first line of output is a JSON object with the addresses: arm, gateway, state, and tls with its url and the certificate that clients have to trust. Any bearer token will do.',
    'Commands with --target emulator and the same --state talk to it. Resources are kept in the state folder; keys are in memory only, and gone when it ends.',
    'With --faults some requests get 429, 500, 503, a page in HTML, half an answer, none, or are cut off before or after they were carried out, as a test of what talks to Azure.',
  ],
  examples: [
    {
      line: 'connector-kit emulate --samples recorded/tickets',
      shows: 'Calls of connections are answered by recordings.',
    },
    {
      line: 'connector-kit emulate --port 8080 --upstream http://127.0.0.1:4010/v1',
      shows: 'Calls of connections go to a server on this machine.',
    },
    { line: 'connector-kit emulate --faults 0.33 --seed 7', shows: 'One request in three goes wrong.' },
  ],
  run,
});

async function run({ flags, world }: Call<typeof emulateFlags>): Promise<Outcome> {
  const { state: folder = DEFAULT_STATE, port: plainPort = 0, 'tls-port': tlsPort = 0 } = flags;
  const answers = await givenAnswers(world, flags);
  const disk = stateFileIn(world, folder);
  const instance = world.guid();
  const emulated = emulation({
    world,
    disk,
    instance,
    answers,
    latency: flags.latency ?? 0,
    trouble: dice({ share: flags.faults ?? 0, seed: flags.seed ?? 1 }),
    log: flags.quiet ? undefined : (line) => world.err(`${line}\n`),
  });
  const ended = world.ended();
  const served = await serve({ world, folder, disk, emulation: emulated, instance, port: plainPort, tlsPort });
  const { arm, gateway, tls } = served.address;
  const state = world.shown(folder);
  const places = { arm, gateway, state, tls: { url: tls.url, certificate: world.shown(tls.certificate) } };
  world.out(writeJson({ formatVersion: 1, ...places }, { indent: 0 }));
  await ended;
  await served.close();
  const requests = emulated.requests();
  return {
    ok: true,
    json: () => ({ ...places, requests }),
    text: () =>
      `The emulator ended after ${requests} ${requests === 1 ? 'request' : 'requests'}. Its state is in ${state}.\n`,
  };
}
