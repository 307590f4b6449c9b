import { Fault } from '../../core/fault.js';
import { writeJson } from '../../core/json-write.js';
import { plural } from '../../report/counts.js';
import { printable } from '../../report/text.js';
import { command, type Call, type Outcome } from '../command.js';
import type { FlagTable } from '../flags.js';
import { listen } from '../net/listen.js';
import { checkFolder } from '../net/new-sample.js';
import { recorder, type Recorded } from '../record/recorder.js';
import { upstreamAt, type Upstream } from '../record/upstream.js';
import type { RecordResult } from '../schemas/record.js';
import { isRefusal, type World } from '../world.js';

const recordFlags = {
  upstream: {
    kind: 'text',
    placeholder: 'URL',
    help: 'The server that requests go on to; its path stands before theirs.',
  },
  out: { kind: 'text', placeholder: 'DIR', help: 'The folder for the samples; it is made where it does not exist.' },
  port: {
    kind: 'number',
    placeholder: 'N',
    least: 0,
    most: 65_535,
    whole: true,
    help: 'The port to listen at. Any that is free unless given.',
  },
} as const satisfies FlagTable;

/** How long answers that are under way may take when it ends, in milliseconds. */
const GRACE_MILLISECONDS = 5000;
/** For all bodies that are held at a time, in bytes. */
const ROOM_BYTES = 256 * 1024 * 1024;

/** `record`: a reverse proxy on loopback that records what passes by. */
export const record = command({
  operands: { placeholder: '', least: 0, most: 0 },
  flags: recordFlags,
  details: [
    'Listens on 127.0.0.1 and sends every request on to the upstream, with the key that the client sent; the answer goes back as it comes, streams too. Each whole exchange becomes a sample in DIR, its credentials replaced, which test, infer and import read. The first line on standard output is {"formatVersion":1,"url":...}; give that address to the client in place of the upstream. Ctrl+C ends it.',
    'Not kept, but passed on: what is cut off on either side, what is not answered, and bodies above 8 MiB. Content codings are undone in the sample; those that cannot be are not asked for. No WebSockets, no HTTP/2.',
  ],
  examples: [
    {
      line: 'connector-kit record --upstream https://api.contoso.com/v1 --out recorded --port 4010',
      shows: 'A client whose base address is http://127.0.0.1:4010 is recorded.',
    },
  ],
  run,
});

async function run({ flags, world }: Call<typeof recordFlags>): Promise<Outcome> {
  const { out } = flags;
  const upstream = await upstreamAt(given(flags.upstream, '--upstream URL'));
  if (out === undefined || out === '-') throw missing('--out DIR');
  checkFolder(world, '--out', out);
  refuseItself(upstream, flags.port);
  const log = (line: string) => (flags.quiet ? undefined : world.err(`${line}\n`));
  let port = flags.port ?? 0;
  const passing = { upstream, room: { left: ROOM_BYTES }, ownPort: () => port };
  const recording = recorder(world, { passing, out, log });
  const ended = world.ended();
  const listener = await listen({
    port,
    answer: (client, answer) => recording.answer(client, answer),
    onError: (error) => world.err(`connector-kit: a bug: ${error instanceof Error ? error.stack : String(error)}\n`),
  });
  ({ port } = listener);
  sayWhere(world, listener.url);
  log(
    `Recording ${printable(upstream.origin + upstream.basePath)} into ${printable(world.shown(out))}. Ctrl+C ends it.`,
  );
  await ended;
  await listener.close(GRACE_MILLISECONDS);
  return outcomeOf(listener.url, recording.recorded());
}

function given(value: string | undefined, flag: string): string {
  if (value === undefined) throw missing(flag);
  return value;
}

function missing(flag: string): Fault {
  const help = 'Write connector-kit record --upstream https://HOST/PATH --out DIR.';
  return new Fault('called-wrongly', `${flag} is missing.`, { help });
}

/** What other names this machine has is seen when the first request comes back. */
function refuseItself({ hostname, port }: Upstream, own: number | undefined): void {
  if (own === undefined || port !== own || !/^(?:127\.0\.0\.1|localhost|0\.0\.0\.0)$/.test(hostname)) return;
  const help = 'Give another --port, or the address of the service as --upstream.';
  throw new Fault('called-wrongly', 'The upstream is the recorder itself.', { help });
}

function sayWhere(world: World, url: string): void {
  const refusal = world.out(writeJson({ formatVersion: 1, url }, { indent: 0 }));
  if (!isRefusal(refusal)) return;
  const help = 'Send the output to a place that can be written.';
  throw new Fault('not-writable', `Standard output cannot be written: ${refusal.refused}.`, { help });
}

/** Throws the `Fault` of a sample that could not be written: the recording is not what it should be. */
function outcomeOf(url: string, { fault, ...recorded }: Recorded): Outcome {
  if (fault) throw fault;
  const { written, redactions, notKept } = recorded;
  const result: Omit<RecordResult, 'formatVersion' | 'ok'> = { url, ...recorded, written: [...written] };
  const lost = notKept === 0 ? '' : `, ${notKept} not kept`;
  return {
    ok: true,
    json: () => result,
    text: () => `${plural(written.length, 'exchange')} recorded${lost}; ${plural(redactions, 'credential')} replaced\n`,
  };
}
