import { isObject, own, type Json, type JsonObject } from '../core/json.js';
import type { Connector } from '../definition/connector.js';
import type { Change } from '../diff/change.js';
import { playbookHits, type PlaybookHit } from '../diff/playbooks.js';
import { readWorkflows } from '../workflow/read-workflows.js';
import { isRefused, type ArmClient } from './client.js';
import { groupId, LOGIC_VERSION, type Target } from './target.js';

/** The deployed workflows of a subscription, as far as they could be looked at. */
interface DeployedWorkflows {
  readonly workflows: readonly JsonObject[];
  /** Whether the whole subscription could be looked at. */
  readonly isComplete: boolean;
}

const TYPE = 'Microsoft.Logic/workflows';

/** Lists the workflows of the subscription, or where that is not allowed those of the resource group. */
export async function listWorkflows(client: ArmClient, target: Target): Promise<DeployedWorkflows> {
  const version = LOGIC_VERSION;
  const all = await client.list({ path: `/subscriptions/${target.subscription}/providers/${TYPE}`, version });
  if (!isRefused(all)) return { workflows: all, isComplete: true };
  const here = await client.list({ path: `${groupId(target)}/providers/${TYPE}`, version });
  return { workflows: isRefused(here) ? [] : here, isComplete: false };
}

/** Those workflows that name one of the resources, wherever in them. */
export function workflowsNaming(workflows: readonly JsonObject[], ids: readonly string[]): readonly JsonObject[] {
  const wanted = ids.map((id) => id.toLowerCase());
  return workflows.filter((workflow) => names(own(workflow, 'properties') ?? null, wanted));
}

/** A loop, not a recursion: what others deploy may be nested deeply. */
function names(value: Json, ids: readonly string[]): boolean {
  const left: Json[] = [value];
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    if (typeof one === 'string') {
      const text = one.toLowerCase();
      if (ids.some((id) => holds(text, id))) return true;
    } else if (typeof one === 'object' && one !== null) {
      for (const inner of Object.values(one)) left.push(inner as Json); // members of JSON
    }
  }
  return false;
}

/** Whether a text has the id, and not only one that begins in the same way. */
function holds(text: string, id: string): boolean {
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + id.length)) {
    if (!/[\w.()-]/.test(text.charAt(at + id.length))) return true;
  }
  return false;
}

/** Which calls of deployed workflows the changes concern. The `file` of a hit is the workflow's id. */
export function workflowHits(
  changes: readonly Change[],
  workflows: readonly JsonObject[],
  deployed: { readonly old: Connector; readonly name: string },
): readonly PlaybookHit[] {
  const files = workflows.map((workflow) => {
    const id = own(workflow, 'id');
    return readWorkflows({
      file: typeof id === 'string' ? id : '',
      value: { ...(isObject(workflow) && workflow) },
      findings: [],
      locate: () => ({ line: 1, column: 1 }),
    });
  });
  return playbookHits(changes, files, { old: deployed.old, names: [deployed.name] });
}
