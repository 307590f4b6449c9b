import { clouds } from '../../azure/cloud.js';
import type { Values } from '../flags.js';
import { credentialOf } from '../target/credential.js';
import type { ReadVault } from '../target/key.js';
import type { azureFlags } from '../target/target-flags.js';
import type { World } from '../world.js';

/** Reads a key from a vault with the credential that the flags choose. */
export function vaultReader(world: World, flags: Values<typeof azureFlags>): ReadVault {
  const credential = credentialOf(world, flags);
  return async (vault, secret) => {
    const { secretIn } = await import('../target/vault.js');
    return secretIn(world, { vault, secret, cloud: clouds[flags.cloud], credential });
  };
}
