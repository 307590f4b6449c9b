import { isObject, own, type JsonObject } from '../../core/json.js';
import { objectIn } from '../logic/workflow-check.js';
import { WORKFLOW } from '../logic/workflows.js';
import { refused, type Reply } from '../reply.js';
import { refusals } from '../refusals.js';
import { isGranted } from '../roles/granted.js';
import type { EmulatorState, Resource } from '../state.js';
import { find } from '../store.js';

/** A playbook that Microsoft Sentinel can start, or why it cannot. */
export type Playbook =
  | { readonly workflow: Resource; readonly refusal?: never }
  | { readonly refusal: Reply; readonly workflow?: never };

/** What Microsoft Sentinel needs to start a playbook. Microsoft Sentinel Automation Contributor has it. */
const RIGHT = 'Microsoft.Logic/workflows/triggers/listCallbackUrl/action';

/** The playbook with an id that Microsoft Sentinel may start on incidents. */
export function playbookAt(state: EmulatorState, id: string): Playbook {
  const workflow = find(state, id);
  const principal = state.settings.securityInsightsId;
  if (!isGranted(state, { principal, action: RIGHT, scope: id })) {
    const message = `Missing required permissions for Microsoft Sentinel on the playbook resource '${id}'.`;
    return { refusal: refused(refusals.playbookRights, message) };
  }
  if (workflow?.type === WORKFLOW && startsOnIncidents(workflow)) return { workflow };
  const message = `Playbook resource '${id}' is not using Microsoft Sentinel Incident trigger.`;
  return { refusal: refused(refusals.playbookTrigger, message) };
}

/** Whether an incident starts a workflow: its trigger is that of the Microsoft Sentinel connector. */
function startsOnIncidents({ properties }: Resource): boolean {
  const triggers = Object.values(objectIn(objectIn(properties, 'definition'), 'triggers'));
  return triggers.some(
    (one) =>
      isObject(one) &&
      textIn(one, 'type') === 'apiconnectionwebhook' &&
      textIn(objectIn(one, 'inputs'), 'path') === '/incident-creation',
  );
}

function textIn(object: JsonObject, name: string): string {
  return String(own(object, name)).toLowerCase();
}

/** Why a workflow does not run; undefined where it does. */
export function disabled({ name, properties }: Resource): Reply | undefined {
  if (own(properties, 'state') !== 'Disabled') return undefined;
  const [trigger = ''] = Object.keys(objectIn(objectIn(properties, 'definition'), 'triggers'));
  const message = `Could not execute workflow '${name}' trigger '${trigger}' with state 'Disabled': trigger is not enabled.`;
  return refused(refusals.playbookDisabled, message);
}
