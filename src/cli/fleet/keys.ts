import { Fault } from '../../core/fault.js';
import type { Secret } from '../../core/secret.js';
import { givenKey } from '../target/key.js';
import type { World } from '../world.js';
import type { Backends } from './backends.js';
import type { FleetFlags } from './fleet-flags.js';
import type { FleetEntry } from './job.js';

/** Reads the key of a target, once for all that have the same one; undefined where none is named. Throws a `Fault` where there is none. */
export type Keys = (entry: FleetEntry) => Promise<Secret | undefined>;

/** The keys of a fleet. */
export function keysOf(world: World, flags: FleetFlags, backends: Backends): Keys {
  const known = new Map<string, Promise<Secret | undefined>>();
  const once = (name: string, read: () => Promise<Secret | undefined>) => {
    const there = known.get(name) ?? read();
    known.set(name, there);
    return there;
  };
  return (entry) => {
    const { key, ...settings } = entry.settings;
    if (key === undefined) return once('flags', () => ofFlags(world, flags, backends));
    if (key.env !== undefined) {
      return once(`env ${key.env}`, () => givenKey(world, { ...noKey, 'key-env': key.env }, refusesVaults));
    }
    const { tenant = settings.tenant, credential = settings.credential } = key;
    const who = { ...settings, ...(tenant !== undefined && { tenant }), ...(credential && { credential }) };
    return once(JSON.stringify(['vault', key.vault, tenant, credential, settings.cloud]), async () => {
      const { readVault } = await backends(who);
      return givenKey(world, { ...noKey, 'key-vault': key.vault }, readVault);
    });
  };
}

const noKey = { 'key-env': undefined, 'key-stdin': false, 'key-vault': undefined };

async function ofFlags(world: World, flags: FleetFlags, backends: Backends): Promise<Secret | undefined> {
  const { tenant, credential, cloud } = flags;
  const { readVault } = await backends({ ...(tenant !== undefined && { tenant }), credential, cloud });
  const given = {
    'key-env': flags['key-env'],
    'key-stdin': flags['key-stdin'] ?? false,
    'key-vault': flags['key-vault'],
  };
  return givenKey(world, given, readVault);
}

const refusesVaults = () => Promise.reject(new Fault('called-wrongly', 'No vault is named.', { help: '' }));
