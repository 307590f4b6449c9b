import { Fault } from '../../core/fault.js';
import type { Values } from '../flags.js';
import type { fleetFlags } from './fleet-flags.js';

/** Throws a `Fault` where a flag says how a fleet is worked on, and there is none. */
export function refuseFleetFlags({ concurrency, resume, shard }: Values<typeof fleetFlags>): void {
  const given =
    concurrency !== undefined ? 'concurrency' : resume ? 'resume' : shard !== undefined ? 'shard' : undefined;
  if (given === undefined) return;
  throw new Fault('called-wrongly', `--${given} was given without --fleet.`, {
    help: `Name a fleet file with --fleet, or leave --${given} out.`,
  });
}
