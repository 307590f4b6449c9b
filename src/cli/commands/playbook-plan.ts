import { stepsOfPlan } from '../../azure/playbook/plan-playbook.js';
import { command, type Call, type Outcome } from '../command.js';
import type { FlagTable } from '../flags.js';
import { playbookFlags } from '../playbook-publish/playbook-flags.js';
import { plannedJson, playbookText, stepsJson, unplannedJson } from '../playbook-publish/playbook-report.js';
import type { PlaybookPlanResult } from '../schemas/playbook-publish.js';

const planFlags = {
  'exit-code': { kind: 'switch', help: 'The exit code is 1 where something would change, or stands in the way.' },
  ...playbookFlags,
} as const satisfies FlagTable;

/** `playbook plan`: what `playbook publish` would do. */
export const playbookPlan = command({
  operands: { placeholder: 'WORKFLOW', least: 1, most: 1 },
  flags: planFlags,
  details: [
    'WORKFLOW is the name of a shipped playbook, a workflow definition, an ARM template that holds one (FILE#NAME where it holds several), or a module that exports one.',
    'Reads what is deployed: the custom connector, the connections, the workflow, the roles of its identity, the rules of the workspace. Shows what would be made or changed, action by action, and what somebody else has to do. Sends nothing that changes anything.',
  ],
  examples: [
    {
      line: 'connector-kit playbook plan three-steps --target emulator -g soc',
      shows: 'What publishing a shipped playbook would do to the emulator on this machine.',
    },
    {
      line: 'connector-kit playbook plan ./triage.ts --target azure -g soc --exit-code --json',
      shows: 'For a pipeline: exit code 1 where something would change.',
    },
  ],
  run,
});

async function run({ operands, flags, world }: Call<typeof planFlags>): Promise<Outcome> {
  const { plannedPlaybook } = await import('../playbook-publish/planned-playbook.js');
  const { made, place, findings } = await plannedPlaybook(world, operands[0] ?? '', flags);
  if (made === undefined) {
    const json = { steps: [], ...unplannedJson(findings) };
    return { ok: false, json: () => json, text: (style) => playbookText([], json, style) };
  }
  const planned = plannedJson(made, { place, findings });
  const json: Omit<PlaybookPlanResult, 'formatVersion' | 'ok'> = { steps: stepsJson(made), ...planned };
  const isChange = made.obstacles.length > 0 || json.steps.some(({ action }) => action !== 'none');
  return {
    ok: !(flags['exit-code'] && isChange),
    json: () => json,
    text: (style) => playbookText(stepsOfPlan(made), planned, style),
  };
}
