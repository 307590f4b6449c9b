import { Fault } from '../../core/fault.js';
import { isRefusal, type World } from '../world.js';

/** The subscription of the emulator, where none is named. No real one has this id. */
const EMULATED = '00000000-0000-0000-0000-000000000000';

/** The subscription that is given, that of the environment, or the one that the Azure CLI is signed in to. Throws a `Fault` where there is none. */
export async function subscriptionOf(world: World, given: string | undefined, isEmulator: boolean): Promise<string> {
  const inEnvironment = world.env['AZURE_SUBSCRIPTION_ID'];
  if (given !== undefined) return given;
  if (inEnvironment !== undefined && inEnvironment !== '') return inEnvironment;
  if (isEmulator) return EMULATED;
  const ran = await world.run('az', ['account', 'show', '--query', 'id', '--output', 'tsv']);
  const id = isRefusal(ran) ? '' : ran.out.trim();
  if (!isRefusal(ran) && ran.exitCode === 0 && id !== '') return id;
  const why = isRefusal(ran) ? 'the Azure CLI could not be asked' : 'the Azure CLI is not signed in';
  throw new Fault('called-wrongly', `The subscription is missing, and ${why}.`, {
    help: 'Give --subscription ID, set AZURE_SUBSCRIPTION_ID, or sign in with "az login".',
  });
}
