import { dirname } from 'node:path/posix';
import { planPublish, type Plan } from '../../azure/plan.js';
import { publish as carryOut, type Published } from '../../azure/publish.js';
import { verify, type Verification } from '../../azure/verify.js';
import { findingJson } from '../../report/json.js';
import { findingsText, printable } from '../../report/text.js';
import { command, type Call, type Outcome } from '../command.js';
import { refuseFleetFlags } from '../fleet/refuse-fleet-flags.js';
import { runFleet } from '../fleet/run-fleet.js';
import { connectorFlags, type FlagTable } from '../flags.js';
import { fleetFlags } from '../fleet/fleet-flags.js';
import { givenConnector } from '../publish/given-connector.js';
import { agreed, refuseUnasked } from '../publish/consent.js';
import { keepReplaced } from '../publish/keep.js';
import { located, unsoundText } from '../publish/located.js';
import { placeLine } from '../publish/place-json.js';
import { planText, plannedJson, unplanned } from '../publish/plan-report.js';
import { verificationText } from '../publish/verification.js';
import { stopOf, type Stop } from '../publish/stop.js';
import { toPublish } from '../publish/wanted.js';
import type { PublishResult } from '../schemas/publish.js';
import { givenKey, keyFlags } from '../target/key.js';
import { placeOf, type Place } from '../target/place.js';
import { consentFlags, targetFlags } from '../target/target-flags.js';

const publishFlags = {
  connection: { kind: 'text', placeholder: 'NAME', help: 'A connection that is made where it is not there.' },
  ...keyFlags,
  'allow-breaking': { kind: 'switch', help: 'Also where deployed workflows may break.' },
  verify: { kind: 'switch', help: 'One small call through the connection afterwards shows whether its key works.' },
  force: { kind: 'switch', help: 'Also an API version that its service retired.' },
  ...consentFlags,
  ...targetFlags,
  ...fleetFlags,
  ...connectorFlags,
} as const satisfies FlagTable;

/** `publish`: a connector to Azure or to the emulator. */
export const publish = command({
  operands: { placeholder: 'CONNECTOR', least: 0, most: 1 },
  flags: publishFlags,
  details: [
    'Does what `plan` shows. Safe to repeat: where nothing differs nothing is sent, and where it was interrupted the next run does what is left. What is replaced is kept in .connector-kit/replaced.',
    'It stops before a change that breaks workflows: publish the new version beside the old one with --name, or give --allow-breaking. The key of a connection that exists is never touched: `connect` does that.',
  ],
  examples: [
    {
      line: 'connector-kit publish ./tickets --target emulator -g soc --yes',
      shows: 'To the emulator on this machine: no account, no network.',
    },
    {
      line: 'connector-kit publish ./tickets --target azure -g soc --connection soc-tickets --key-env TICKETS_KEY --verify',
      shows: 'Connector and connection; the key comes from an environment variable.',
    },
  ],
  run,
});

async function run({ operands, flags, world }: Call<typeof publishFlags>): Promise<Outcome> {
  const { fleet } = flags;
  if (fleet !== undefined) {
    return runFleet({ command: 'publish', world, flags: { ...flags, fleet }, operand: operands[0] });
  }
  refuseFleetFlags(flags);
  refuseUnasked(world, flags);
  const given = givenConnector(operands, 'publish');
  const { loaded, wanted } = await toPublish(world, given, flags);
  if (wanted === undefined) {
    const findings = await located(loaded);
    const json = { steps: [], published: [], ...unplanned, findings: [...findings] };
    return { ok: false, json: () => json, text: (style) => unsoundText(findings, style) };
  }
  const place = await placeOf(world, flags, { name: loaded.name, location: flags.location });
  const { connection, force } = flags;
  const key = connection === undefined ? undefined : await givenKey(world, flags, place.readVault);
  const made = await planPublish(place.client, {
    wanted,
    target: place.target,
    force,
    ...(connection !== undefined && { connection }),
  });
  const stop = stopOf(made, { given, allowBreaking: flags['allow-breaking'] });
  if (stop !== undefined) return stopped(made, place, stop);
  const isNothing = made.steps.every(({ action }) => action === 'none');
  if (!flags.yes && !isNothing) {
    const planned = plannedJson(made, place);
    const shown = `${placeLine(planned.target)}\n${planText(made.steps, planned)}`;
    if (!(await agreed(world, shown, 'Publish?'))) return stopped(made, place, { why: 'The answer was no.' });
  }
  const kept: string[] = [];
  const done = await carryOut(place.client, made, {
    ...(key && { key }),
    allowBreaking: true,
    keep: async (replaced) => void kept.push(...keepReplaced(world, replaced)),
  });
  const verification =
    flags.verify && connection !== undefined
      ? await verify(place.client, { target: made.target, connection, connector: wanted.connector })
      : undefined;
  return outcomeOf({ made, place, done, kept, verification });
}

function stopped(made: Plan, place: Place, { why, help }: Stop): Outcome {
  const planned = plannedJson(made, place);
  const steps = made.steps.map((one) => ({ ...one, result: 'stopped' as const }));
  const json: Omit<PublishResult, 'formatVersion' | 'ok'> = { steps, published: [], stopped: why, ...planned };
  const end = `Nothing was sent. ${why}\n${help === undefined ? '' : `  ${printable(help)}\n`}`;
  return { ok: false, json: () => json, text: () => `${placeLine(planned.target)}\n${planText(steps, planned)}${end}` };
}

interface Done {
  readonly made: Plan;
  readonly place: Place;
  readonly done: Published;
  readonly kept: readonly string[];
  readonly verification: Verification | undefined;
}

function outcomeOf({ made, place, done, kept, verification }: Done): Outcome {
  const planned = { ...plannedJson(made, place), unknown: done.unknown.map(findingJson) };
  const json: Omit<PublishResult, 'formatVersion' | 'ok'> = {
    steps: done.steps.map((one) => ({ ...one })),
    published: done.published.map((one) => ({ ...one })),
    ...(kept.length > 0 && { kept: [...kept] }),
    differs: done.differs.map(findingJson),
    ...(verification && { verification: { ...verification } }),
    ...planned,
  };
  return {
    ok: done.differs.length === 0 && verification?.result !== 'fails',
    json: () => json,
    text: (style) =>
      [
        `${placeLine(planned.target)}\n`,
        planText(done.steps, planned),
        ...(kept[0] === undefined ? [] : [`What was replaced is kept in ${printable(dirname(kept[0]))}.\n`]),
        ...(done.differs.length > 0 ? ['The service changed it:\n', findingsText(done.differs, style)] : []),
        ...(verification ? [verificationText(verification)] : []),
      ].join(''),
  };
}
