import { countedAs, turns } from '../../fleet/limits.js';
import type { FleetTarget } from '../../fleet/target.js';
import { backendOf, targetKind, type Asking, type Backend } from '../target/place.js';
import type { World } from '../world.js';
import type { FleetFlags } from './fleet-flags.js';

/** Whom to ask for a target: made once for each tenant, credential and cloud. */
export type Backends = (settings: Pick<FleetTarget, 'tenant' | 'credential' | 'cloud'>) => Promise<Backend>;

/** The backends of a fleet. They keep the limits of each subscription, and their connections. */
export function backendsOf(world: World, flags: FleetFlags): Backends {
  const known = new Map<string, Promise<Backend>>();
  const isEmulator = targetKind(flags.target) === 'emulator';
  const asking = { isKeeping: true, before: waitingForTurns(world, isEmulator) };
  return ({ tenant, credential = flags.credential, cloud = flags.cloud }) => {
    const key = isEmulator ? '' : JSON.stringify([tenant, credential, cloud]);
    const there = known.get(key);
    if (there) return there;
    const made = backendOf(world, { ...flags, quiet: true, tenant, credential, cloud }, asking);
    known.set(key, made);
    return made;
  };
}

/** The emulator is read without waiting: it is on this machine. */
function waitingForTurns(world: World, isEmulator: boolean): Required<Asking>['before'] {
  const turn = turns(world);
  return async ({ method, url }) => {
    const counted = countedAs(method, url);
    if (counted && !(isEmulator && counted.kind === 'reads')) await turn(counted.subscription, counted.kind);
  };
}
