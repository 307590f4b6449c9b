import { planUnpublish, unpublish as carryOut, type UnpublishPlan } from '../../azure/unpublish.js';
import { command, type Call, type Outcome } from '../command.js';
import { refuseFleetFlags } from '../fleet/refuse-fleet-flags.js';
import { runFleet } from '../fleet/run-fleet.js';
import { connectorFlags, type FlagTable } from '../flags.js';
import { fleetFlags } from '../fleet/fleet-flags.js';
import { givenConnector } from '../publish/given-connector.js';
import { loadConnector } from '../load-connector.js';
import { agreed, refuseUnasked } from '../publish/consent.js';
import { placeJson, placeLine } from '../publish/place-json.js';
import { obstacleText, planText, unplanned } from '../publish/plan-report.js';
import type { UnpublishResult } from '../schemas/publish.js';
import { placeOf, type Place } from '../target/place.js';
import { azureFlags, consentFlags } from '../target/target-flags.js';

const unpublishFlags = {
  force: { kind: 'switch', help: 'Also where something uses it, or might. What others made is never deleted.' },
  ...consentFlags,
  ...azureFlags,
  ...fleetFlags,
  ...connectorFlags,
} as const satisfies FlagTable;

/** `unpublish`: the connections that we made, then the connector. */
export const unpublish = command({
  operands: { placeholder: 'CONNECTOR', least: 0, most: 1 },
  flags: unpublishFlags,
  details: [
    'Deletes only what has the tags of this tool: the connections that it made, then the connector. It refuses while a workflow or a connection of somebody else uses the connector.',
  ],
  examples: [
    {
      line: 'connector-kit unpublish ./tickets --target emulator -g soc --yes',
      shows: 'Out of the emulator on this machine.',
    },
  ],
  run,
});

async function run({ operands, flags, world }: Call<typeof unpublishFlags>): Promise<Outcome> {
  const { fleet } = flags;
  if (fleet !== undefined) {
    return runFleet({ command: 'unpublish', world, flags: { ...flags, fleet }, operand: operands[0] });
  }
  refuseFleetFlags(flags);
  refuseUnasked(world, flags);
  const { name } = await loadConnector(world, givenConnector(operands, 'unpublish'), flags);
  const place = await placeOf(world, flags, { name });
  const plan = await planUnpublish(place.client, place.target, { force: flags.force });
  if (plan.obstacles.length > 0) return outcome(place, plan, 'Something stands in the way.');
  if (!flags.yes && plan.steps.length > 0) {
    const shown = `${placeLine(placeJson(place, place.target))}\n${planText(plan.steps, { ...unplanned, findings: [] })}`;
    if (!(await agreed(world, shown, 'Delete?'))) return outcome(place, plan, 'The answer was no.');
  }
  await carryOut(place.client, plan);
  return outcome(place, plan, undefined);
}

function outcome(place: Place, { steps, obstacles }: UnpublishPlan, stopped: string | undefined): Outcome {
  const result = stopped === undefined ? ('done' as const) : ('stopped' as const);
  const json: Omit<UnpublishResult, 'formatVersion' | 'ok'> = {
    target: placeJson(place, place.target),
    steps: steps.map((one) => ({ ...one, result })),
    obstacles: obstacles.map((one) => ({ ...one })),
    ...(stopped !== undefined && { stopped }),
  };
  const text = () =>
    [
      `${placeLine(json.target)}\n`,
      planText(json.steps, { ...unplanned, findings: [] }),
      ...obstacles.map(obstacleText),
      ...(steps.length === 0 ? ['There is nothing of it left.\n'] : []),
      ...(stopped === undefined ? [] : [`Nothing was deleted. ${stopped}\n`]),
    ].join('');
  return { ok: stopped === undefined, json: () => json, text };
}
