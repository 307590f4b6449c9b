import { Fault } from '../../core/fault.js';
import { shorten } from '../../core/shorten.js';
import type { EmulatorWorld } from '../../emulator/message.js';
import type { Exchange } from '../../http/exchange.js';
import { findSamples } from '../find-samples.js';
import { readOthers, readSamples } from '../read-samples.js';
import type { World } from '../world.js';

/** Who answers calls of connections: recorded exchanges, one service for all, or, where neither is given, the service of each connector. */
export async function givenAnswers(
  world: World,
  { samples, upstream }: { readonly samples: readonly string[]; readonly upstream: string | undefined },
): Promise<Pick<EmulatorWorld, 'upstream' | 'exchanges'>> {
  if (samples.length > 0 && upstream !== undefined) {
    const help = 'Give the one that is to answer.';
    throw new Fault('called-wrongly', '--samples and --upstream were both given.', { help });
  }
  if (upstream !== undefined) return { upstream: baseUrl(upstream) };
  return samples.length === 0 ? {} : { exchanges: await recorded(world, samples) };
}

function baseUrl(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (url && isWeb && url.username === '' && url.password === '' && url.search === '' && url.hash === '') return given;
  // what is no address may be a key
  const shown = isWeb ? 'has a user, a query or a fragment' : 'is no address';
  const help = 'Give an address such as http://127.0.0.1:4010/v1: all that stands before the path of an operation.';
  throw new Fault('called-wrongly', `What --upstream was given ${shown}.`, { help });
}

/** The exchanges that have an answer. What cannot be read is told in one line; `test` says what is wrong with it. */
async function recorded(world: World, paths: readonly string[]): Promise<readonly Exchange[]> {
  const exchanges: Exchange[] = [];
  let failed = 0;
  for (const file of findSamples(world, paths)) {
    const read = readSamples(world, file) ?? (await readOthers(world, file));
    failed += read.failed;
    for (const { exchange } of read.recordings) if (exchange.response) exchanges.push(exchange);
  }
  const [first = ''] = paths;
  if (exchanges.length === 0) {
    const help = 'Give recordings that have an answer.';
    throw new Fault('nothing-to-do', `No recorded answer could be read from ${shorten(first)}.`, { help });
  }
  if (failed > 0) world.err(`${failed} ${failed === 1 ? 'recording' : 'recordings'} could not be read.\n`);
  return exchanges;
}
