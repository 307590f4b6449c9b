import { findDrift } from '../../azure/drift.js';
import { printable } from '../../report/text.js';
import { findingJson } from '../../report/json.js';
import { command, type Call, type Outcome } from '../command.js';
import { refuseFleetFlags } from '../fleet/refuse-fleet-flags.js';
import { runFleet } from '../fleet/run-fleet.js';
import { connectorFlags, type FlagTable } from '../flags.js';
import { fleetFlags } from '../fleet/fleet-flags.js';
import { givenConnector } from '../publish/given-connector.js';
import { located, unsoundText } from '../publish/located.js';
import { placeJson, placeLine } from '../publish/place-json.js';
import { differenceJson, differencesText } from '../publish/plan-report.js';
import { toPublish } from '../publish/wanted.js';
import type { DriftResult } from '../schemas/publish.js';
import { placeOf } from '../target/place.js';
import { azureFlags } from '../target/target-flags.js';

const driftFlags = { ...azureFlags, ...fleetFlags, ...connectorFlags } as const satisfies FlagTable;

/** `drift`: what is deployed against what was published. */
export const drift = command({
  operands: { placeholder: 'CONNECTOR', least: 0, most: 1 },
  flags: driftFlags,
  details: [
    'Reads the definition, the address that is called and the connection parameters back from Azure, and compares them by meaning. A changed address is the gravest drift: the key goes where it points.',
    'Exits 1 where something differs, and also where something could not be read back: then nobody can say that nothing differs.',
  ],
  examples: [{ line: 'connector-kit drift ./tickets --target azure -g soc', shows: 'For a nightly run.' }],
  run,
});

async function run({ operands, flags, world }: Call<typeof driftFlags>): Promise<Outcome> {
  const { fleet } = flags;
  if (fleet !== undefined) {
    return runFleet({ command: 'drift', world, flags: { ...flags, fleet }, operand: operands[0] });
  }
  refuseFleetFlags(flags);
  const { loaded, wanted } = await toPublish(world, givenConnector(operands, 'drift'), flags);
  if (wanted === undefined) {
    const findings = await located(loaded);
    const json = { drifted: [], unknown: [], findings };
    return { ok: false, json: () => json, text: (style) => unsoundText(findings, style) };
  }
  const place = await placeOf(world, flags, { name: loaded.name });
  const { drifted, unknown } = await findDrift(place.client, wanted, place.target);
  const json: Omit<DriftResult, 'formatVersion' | 'ok'> = {
    target: placeJson(place, place.target),
    drifted: drifted.map(({ id, changes }) => ({ id, changes: changes.map(differenceJson) })),
    unknown: unknown.map(({ id, findings }) => ({ id, findings: findings.map(findingJson) })),
    findings: [],
  };
  return { ok: drifted.length === 0 && unknown.length === 0, json: () => json, text: () => driftText(json) };
}

function driftText({ target, drifted, unknown }: Omit<DriftResult, 'formatVersion' | 'ok'>): string {
  const isSame = drifted.length === 0 && unknown.length === 0;
  return [
    ...(target ? [`${placeLine(target)}\n`] : []),
    ...drifted.flatMap(({ id, changes }) => [`${printable(id)}\n`, ...differencesText(changes)]),
    ...unknown.flatMap(({ id, findings }) => [
      `${printable(id)}: not all of it could be compared\n`,
      ...findings.map(({ message, code }) => `  ${printable(message)}  ${code}\n`),
    ]),
    ...(isSame ? ['Nothing differs.\n'] : []),
  ].join('');
}
