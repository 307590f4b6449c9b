import type { ArmClient } from '../client.js';
import type { Obstacle } from '../preflight.js';
import { findRules, ruleId, type WantedRule } from './automation-rule.js';
import { WORKSPACE_VERSION, workflowId } from './ids.js';
import type { PlaybookRequest, PlaybookStep } from './playbook-request.js';
import { shorten } from '../../core/shorten.js';

/** The rule that runs the playbook. */
export interface RuleStep {
  readonly step: PlaybookStep;
  readonly wanted: WantedRule;
}

/** What becomes of the automation rule, where one is asked for; whether the workspace is there, where one is named. */
export async function planRule(
  client: ArmClient,
  { wanted, target, workspace, automationRule }: PlaybookRequest,
): Promise<{ readonly step: RuleStep | undefined; readonly obstacles: readonly Obstacle[] } | undefined> {
  if (workspace === undefined) return undefined;
  const obstacles = await workspaceObstacles(client, workspace);
  if (!automationRule) return { step: undefined, obstacles };
  const { trigger } = wanted;
  if (trigger === undefined || trigger === 'entity')
    return { step: undefined, obstacles: [...obstacles, unfit(trigger)] };
  const workflow = workflowId(target);
  const { running, order, isRefused } = await findRules(client, workspace, workflow);
  const rule = { workspace, workflow, name: wanted.name, on: trigger, order };
  const why =
    running !== undefined
      ? `the rule ${shorten(running)} runs it`
      : isRefused
        ? 'whether one runs it the account may not see'
        : `none runs it; it comes at place ${order}`;
  const step = { action: running === undefined ? 'create' : 'none', id: ruleId(workspace, workflow), why } as const;
  const what = `automation rule that runs the playbook on new ${trigger.toLowerCase()} of workspace ${JSON.stringify(workspace.slice(workspace.lastIndexOf('/') + 1))}`;
  return { step: { wanted: rule, step: { ...step, what } }, obstacles };
}

/** What the account may not see is no obstacle. */
async function workspaceObstacles(client: ArmClient, workspace: string): Promise<readonly Obstacle[]> {
  const { error } = await client.attempt({ method: 'GET', path: workspace, version: WORKSPACE_VERSION });
  if (error === undefined || error.status !== 404) return [];
  return [
    {
      code: 'workspace-missing',
      message: `There is no workspace ${shorten(workspace.slice(workspace.lastIndexOf('/') + 1))} where --workspace says.`,
      help: 'See "az monitor log-analytics workspace list --query [].id" for the ids.',
    },
  ];
}

function unfit(trigger: 'entity' | undefined): Obstacle {
  const starts = trigger === 'entity' ? 'a person at an entity starts it' : 'nothing of Microsoft Sentinel starts it';
  return {
    code: 'trigger-unfit',
    message: `No automation rule can run the playbook: ${starts}.`,
    help: 'Leave --automation-rule out, or give the workflow the trigger for incidents.',
  };
}
