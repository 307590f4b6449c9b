import { Fault } from '../../core/fault.js';
import { givenAnswers as checkedUpstream } from '../emulator/answers.js';
import { givenKey } from '../target/key.js';
import type { World } from '../world.js';
import { askUpstream, type Asking } from './ask-upstream.js';
import { recorder } from './record-calls.js';

/** How a server is asked, as the command line says. */
interface AskFlags {
  readonly record: string | undefined;
  readonly 'key-env': string | undefined;
  readonly 'key-stdin': boolean;
}

/** Makes ready to ask the server at an address, and to record what it answers. Throws a `Fault` where the address, the key or the folder is none. */
export async function startAsking(
  world: World,
  given: string,
  { record, ...keys }: AskFlags,
): Promise<{ readonly asking: Asking; readonly written: readonly string[] }> {
  const { upstream = given } = await checkedUpstream(world, { samples: [], upstream: given });
  const key = await givenKey(world, { ...keys, 'key-vault': undefined }, noVault);
  const kept = record === undefined ? undefined : recorder(world, record);
  const asking = askUpstream({ url: upstream, key, keep: kept?.keep });
  return { asking, written: kept?.written ?? [] };
}

function noVault(): never {
  throw new Fault('called-wrongly', 'No vault is asked for here.', { help: 'Give --key-env NAME.' });
}
