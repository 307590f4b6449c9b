import { planPublish } from '../../azure/plan.js';
import { command, type Call, type Outcome } from '../command.js';
import { refuseFleetFlags } from '../fleet/refuse-fleet-flags.js';
import { runFleet } from '../fleet/run-fleet.js';
import { connectorFlags, type FlagTable } from '../flags.js';
import { fleetFlags } from '../fleet/fleet-flags.js';
import { givenConnector } from '../publish/given-connector.js';
import { located, unsoundText } from '../publish/located.js';
import { placeLine } from '../publish/place-json.js';
import { planText, plannedJson, unplanned } from '../publish/plan-report.js';
import { toPublish } from '../publish/wanted.js';
import type { PlanResult } from '../schemas/publish.js';
import { placeOf } from '../target/place.js';
import { targetFlags } from '../target/target-flags.js';

const planFlags = {
  connection: { kind: 'text', placeholder: 'NAME', help: 'A connection that shall be there too.' },
  force: { kind: 'switch', help: 'Also for an API version that its service retired.' },
  'exit-code': { kind: 'switch', help: 'The exit code is 1 where something would change, or stands in the way.' },
  ...targetFlags,
  ...fleetFlags,
  ...connectorFlags,
} as const satisfies FlagTable;

/** `plan`: what `publish` would do. */
export const plan = command({
  operands: { placeholder: 'CONNECTOR', least: 0, most: 1 },
  flags: planFlags,
  details: [
    'Reads what is deployed back from Azure (the definition, the address that is called, the connection parameters), compares it by meaning, and shows each difference with what it breaks and which deployed workflows that hits. Sends nothing that changes anything.',
    'Before: are the provider, the resource group and the region there, is anything locked?',
  ],
  examples: [
    {
      line: 'connector-kit plan ./tickets --target emulator -g soc',
      shows: 'What publishing would do to the emulator on this machine.',
    },
    {
      line: 'connector-kit plan ./my-connector --target azure -g soc --exit-code --json',
      shows: 'For a pipeline: exit code 1 where something would change.',
    },
  ],
  run,
});

async function run({ operands, flags, world }: Call<typeof planFlags>): Promise<Outcome> {
  const { fleet } = flags;
  if (fleet !== undefined) {
    return runFleet({ command: 'plan', world, flags: { ...flags, fleet }, operand: operands[0] });
  }
  refuseFleetFlags(flags);
  const { loaded, wanted } = await toPublish(world, givenConnector(operands, 'plan'), flags);
  if (wanted === undefined) {
    const findings = await located(loaded);
    const json: Omit<PlanResult, 'formatVersion' | 'ok'> = { steps: [], ...unplanned, findings: [...findings] };
    return { ok: false, json: () => json, text: (style) => unsoundText(findings, style) };
  }
  const place = await placeOf(world, flags, { name: loaded.name, location: flags.location });
  const { connection, force } = flags;
  const made = await planPublish(place.client, {
    wanted,
    target: place.target,
    force,
    ...(connection !== undefined && { connection }),
  });
  const planned = plannedJson(made, place);
  const isChange = made.steps.some(({ action }) => action !== 'none') || made.obstacles.length > 0;
  const json: Omit<PlanResult, 'formatVersion' | 'ok'> = { steps: made.steps.map((one) => ({ ...one })), ...planned };
  return {
    ok: !(flags['exit-code'] && isChange),
    json: () => json,
    text: () => `${placeLine(planned.target)}\n${planText(made.steps, planned)}`,
  };
}
