import { isArray, isObject, own, type Json, type JsonObject } from '../../core/json.js';
import { objectAt } from '../../workflow/find.js';
import { isRefused, type ArmClient } from '../client.js';
import { rulesIn, SENTINEL_VERSION, stableGuid } from './ids.js';

/** What is known of the automation rules of a workspace. */
export interface FoundRules {
  /** The name of one that runs the playbook already. */
  readonly running: string | undefined;
  /** At which place a new one comes: behind those that are there. */
  readonly order: number;
  readonly isRefused: boolean;
}

/** Of AutomationRule.order, Microsoft.SecurityInsights. */
const MOST_ORDER = 1000;

/** Looks for a rule that runs a playbook, whoever made it. */
export async function findRules(client: ArmClient, workspace: string, workflow: string): Promise<FoundRules> {
  const listed = await client.list({ path: rulesIn(workspace), version: SENTINEL_VERSION });
  if (isRefused(listed)) return { running: undefined, order: 1, isRefused: true };
  const running = listed.find((one) => runs(one, workflow));
  const orders = listed.map((one) => own(objectAt(one, 'properties'), 'order'));
  const last = Math.max(0, ...orders.filter((one) => typeof one === 'number'));
  const name = running && own(objectAt(running, 'properties'), 'displayName');
  return {
    running: running && (typeof name === 'string' ? name : String(own(running, 'name') ?? '')),
    order: Math.min(last + 1, MOST_ORDER),
    isRefused: false,
  };
}

function runs(rule: JsonObject, workflow: string): boolean {
  const actions: Json | undefined = own(objectAt(rule, 'properties'), 'actions');
  return (actions !== undefined && isArray(actions) ? actions : []).some((action) => {
    const id = isObject(action) ? own(objectAt(action, 'actionConfiguration'), 'logicAppResourceId') : undefined;
    return typeof id === 'string' && id.toLowerCase() === workflow.toLowerCase();
  });
}

/** The id of the rule that we make: the same each time. */
export function ruleId(workspace: string, workflow: string): string {
  return `${rulesIn(workspace)}/${stableGuid(workspace, workflow)}`;
}

/** A rule without conditions: each new incident, or alert, starts the playbook. */
export interface WantedRule {
  readonly workspace: string;
  readonly workflow: string;
  /** Of the playbook. */
  readonly name: string;
  readonly on: 'Incidents' | 'Alerts';
  readonly order: number;
}

/** The body of the PUT. Source: AutomationRules_CreateOrUpdate, Microsoft.SecurityInsights. */
export function ruleBody({ workflow, name, on, order }: WantedRule, tenantId: string): JsonObject {
  return {
    properties: {
      displayName: `Run ${name}`,
      order,
      triggeringLogic: { isEnabled: true, triggersOn: on, triggersWhen: 'Created', conditions: [] },
      actions: [
        { order: 1, actionType: 'RunPlaybook', actionConfiguration: { logicAppResourceId: workflow, tenantId } },
      ],
    },
  };
}
