import { dirname } from 'node:path/posix';
import { stepsOfPlan, type PlaybookPlan } from '../../azure/playbook/plan-playbook.js';
import { publishPlaybook } from '../../azure/playbook/publish-playbook.js';
import { Fault } from '../../core/fault.js';
import { findingJson } from '../../report/json.js';
import { findingsText, printable } from '../../report/text.js';
import { command, type Call, type Outcome } from '../command.js';
import type { FlagTable } from '../flags.js';
import type { PlannedPlaybook } from '../playbook-publish/planned-playbook.js';
import { playbookFlags } from '../playbook-publish/playbook-flags.js';
import { plannedJson, playbookText, unplannedJson } from '../playbook-publish/playbook-report.js';
import { agreed, refuseUnasked } from '../publish/consent.js';
import { keepReplaced } from '../publish/keep.js';
import type { PlaybookPublishResult } from '../schemas/playbook-publish.js';
import { consentFlags } from '../target/target-flags.js';

const publishFlags = { ...consentFlags, ...playbookFlags } as const satisfies FlagTable;

type Json = Omit<PlaybookPublishResult, 'formatVersion' | 'ok'>;

/** `playbook publish`: a workflow with its connections and roles. */
export const playbookPublish = command({
  operands: { placeholder: 'WORKFLOW', least: 1, most: 1 },
  flags: publishFlags,
  details: [
    'Does what `playbook plan` shows, after its connector was published: the connections that are not there, the workflow with an identity of its own, the role that this identity needs, that of Azure Security Insights, and with --automation-rule the rule that runs it. Safe to repeat: where nothing differs nothing is sent. What is replaced is kept in .connector-kit/replaced.',
    'A connection that is there is used as it is: its key is never touched. One that is made gets the key that --key-env, --key-stdin or --key-vault gives, or none. Where the account may not give a role or write the rule, the rest is done, the exact commands for somebody who may are printed, and the exit code is 1.',
  ],
  examples: [
    {
      line: 'connector-kit playbook publish three-steps --target emulator -g soc --yes',
      shows: 'To the emulator on this machine, after its connector was published there.',
    },
    {
      line: 'connector-kit playbook publish ./triage.ts --target azure -g soc --connection soc-tickets --workspace /subscriptions/ID/resourceGroups/soc/providers/Microsoft.OperationalInsights/workspaces/soc --automation-rule',
      shows: 'With a connection that is there, and a rule that runs it on each new incident.',
    },
  ],
  run,
});

async function run({ operands, flags, world }: Call<typeof publishFlags>): Promise<Outcome> {
  refuseUnasked(world, flags, 'playbook plan');
  const { plannedPlaybook } = await import('../playbook-publish/planned-playbook.js');
  const planned = await plannedPlaybook(world, operands[0] ?? '', flags);
  const { made, place, key, findings } = planned;
  if (made === undefined) {
    const json: Json = { steps: [], published: [], ...unplannedJson(findings) };
    const text = 'Nothing was sent: the workflow has errors.\n';
    return { ok: false, json: () => json, text: (style) => playbookText([], json, style) + text };
  }
  refuseOpenValues(made);
  if (made.obstacles.length > 0) return stopped(planned, made, 'Something stands in the way.');
  const isNothing = stepsOfPlan(made).every(({ action }) => action === 'none');
  if (!flags.yes && !isNothing) {
    const shown = playbookText(stepsOfPlan(made), plannedJson(made, { place, findings }), { color: false });
    if (!(await agreed(world, shown, 'Publish?'))) return stopped(planned, made, 'The answer was no.');
  }
  const kept: string[] = [];
  const { steps, published, differs, left } = await publishPlaybook(place.client, made, {
    ...(key && { key }),
    keep: async (replaced) => void kept.push(...keepReplaced(world, replaced)),
  });
  const json: Json = {
    steps: steps.map((one) => ({ ...one })),
    published: published.map((one) => ({ ...one })),
    ...(kept.length > 0 && { kept: [...kept] }),
    differs: differs.map(findingJson),
    ...plannedJson(made, { place, findings, left }),
  };
  return {
    ok: differs.length === 0 && !left.some(({ isRefused }) => isRefused),
    json: () => json,
    text: (style) =>
      [
        playbookText(steps, json, style),
        ...(kept[0] === undefined ? [] : [`What was replaced is kept in ${printable(dirname(kept[0]))}.\n`]),
        ...(differs.length > 0 ? ['The service changed it:\n', findingsText(differs, style)] : []),
      ].join(''),
  };
}

/** What the command line leaves open. Throws a `Fault` for the first. */
function refuseOpenValues({ obstacles }: PlaybookPlan): void {
  const open = obstacles.find(({ code }) => code === 'parameter-missing' || code === 'placeholder-left');
  if (open) throw new Fault('called-wrongly', open.message, { help: open.help });
}

function stopped({ place, findings }: PlannedPlaybook, made: PlaybookPlan, why: string): Outcome {
  const steps = stepsOfPlan(made).map((one) => ({ ...one, result: 'stopped' as const }));
  const json: Json = { steps, published: [], stopped: why, ...plannedJson(made, { place, findings }) };
  return {
    ok: false,
    json: () => json,
    text: (style) => `${playbookText(steps, json, style)}Nothing was sent. ${why}\n`,
  };
}
