import { plural } from '../../report/counts.js';
import type { Outcome } from '../command.js';
import { agreed, refuseUnasked } from '../publish/consent.js';
import type { World } from '../world.js';
import { backendsOf } from './backends.js';
import { connectorsIn } from './connectors.js';
import type { FleetFlags } from './fleet-flags.js';
import { fleetOutcome, refusedFleet, tally, tallyText } from './fleet-report.js';
import { givenFleet } from './given-fleet.js';
import { entriesIn, givenShard } from './given-shard.js';
import { journaled, workOnAll } from './journaled.js';
import type { Doing } from './job.js';
import { keysOf } from './keys.js';
import { connectOne, driftOne, planUnpublishOne, unpublishOne } from './other-ones.js';
import { planOne, publishOne } from './publish-one.js';

/** What a command does at each target, and what is asked before. */
interface FleetCommand {
  readonly doing: Doing;
  /** Of a command that asks: what it would do, and the question. */
  readonly asks?: { readonly planning: Doing; readonly question: string };
}

const commands = {
  plan: { doing: planOne },
  publish: { doing: publishOne, asks: { planning: planOne, question: 'Publish?' } },
  connect: { doing: connectOne },
  drift: { doing: driftOne },
  unpublish: { doing: unpublishOne, asks: { planning: planUnpublishOne, question: 'Delete?' } },
} as const satisfies Readonly<Record<string, FleetCommand>>;

/** A command on a fleet. */
export interface FleetCall {
  readonly command: keyof typeof commands;
  readonly world: World;
  readonly flags: FleetFlags & { readonly fleet: string; readonly json: boolean; readonly format: string };
  /** The CONNECTOR of targets that name none. */
  readonly operand: string | undefined;
}

/** Runs a command at every target of a fleet. Throws a `Fault` where it cannot begin; what goes wrong at a target is in the outcome. */
export async function runFleet({ command, world, flags, operand }: FleetCall): Promise<Outcome> {
  const { doing, asks }: FleetCommand = commands[command];
  if (asks) refuseUnasked(world, { yes: flags.yes ?? false, 'key-stdin': flags['key-stdin'] ?? false });
  const shard = givenShard(flags.shard);
  const connectors = connectorsIn(world);
  const fleet = world.shown(flags.fleet);
  const given = await givenFleet(world, { flags, file: fleet, operand, connectors });
  if (given.refused) return refusedFleet(fleet, given.refused);
  const entries = entriesIn(given.entries, shard);
  const backends = backendsOf(world, flags);
  const keys = keysOf(world, flags, backends);
  const working = { world, flags, connectors, backends, keys, version: world.version(), done: new Map() };
  const tallied = tally(entries, flags.json || flags.format === 'json');
  if (asks && !flags.yes) {
    const planned = tally(entries, false);
    await workOnAll(working, entries, { doing: asks.planning, heard: planned.add });
    const shown = `${plural(entries.count, 'target')}:\n${tallyText(planned)}`;
    if (!(await agreed(world, shown, asks.question)))
      return fleetOutcome(tallied, { fleet, stopped: 'The answer was no.' });
  }
  const journal = await journaled(working, entries, { command, fleet, shard, doing, heard: tallied.add });
  return fleetOutcome(tallied, { fleet, journal });
}
