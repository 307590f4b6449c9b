import { createHash } from 'node:crypto';
import { parseResourceId } from '../../arm/resource-id.js';
import { shorten } from '../../core/shorten.js';
import { calledWrongly } from '../faults.js';
import { groupId, type Target } from '../target.js';

/** Of role assignments. */
export const AUTHORIZATION_VERSION = '2022-04-01';
/** Of automation rules: a stable version of Microsoft.SecurityInsights that has all that we send. */
export const SENTINEL_VERSION = '2024-03-01';
/** Of Log Analytics workspaces. */
export const WORKSPACE_VERSION = '2022-10-01';

/** The type of a workflow. */
const WORKFLOW = 'Microsoft.Logic/workflows';
const WORKSPACE = 'microsoft.operationalinsights/workspaces';
const ASSIGNMENTS = 'providers/Microsoft.Authorization/roleAssignments';

/** learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules, "Microsoft.Logic". */
const WORKFLOW_NAME = /^[\w.()-]{1,80}$/;

/** The id of a target's workflow. */
export function workflowId(target: Target): string {
  return `${groupId(target)}/providers/${WORKFLOW}/${target.name}`;
}

/** Where the role assignments at a scope are. */
export function assignmentsAt(scope: string): string {
  return `${scope}/${ASSIGNMENTS}`;
}

/** Where the automation rules of a workspace are. */
export function rulesIn(workspace: string): string {
  return `${workspace}/providers/Microsoft.SecurityInsights/automationRules`;
}

/** The name of a workflow. Throws a `Fault` where it cannot be one. */
export function checkedWorkflowName(name: string): string {
  if (WORKFLOW_NAME.test(name)) return name;
  throw calledWrongly(
    `The name of the workflow is ${shorten(name)}, expected 1 to 80 letters, digits and "-_.()".`,
    'Give it another name with --name.',
  );
}

/** An id, as it can be put into an address. */
const ID = /^\/subscriptions\/[0-9a-f-]{36}\/resourceGroups\/[^/?#%\\]+\/providers\/[^?#%\\]+$/i;

/** The id of a resource that the command line names. Throws a `Fault` where it is none, or one of another type. */
export function checkedId(id: string, what: { readonly flag: string; readonly type?: string }): string {
  const bare = id.replace(/\/+$/, '');
  const parsed = ID.test(bare) && !/\/\.{1,2}(?:\/|$)/.test(bare) ? parseResourceId(bare) : undefined;
  const isRight = parsed && (what.type === undefined || parsed.type.toLowerCase() === what.type);
  if (isRight) return bare;
  const type = what.type === WORKSPACE ? 'Microsoft.OperationalInsights/workspaces/NAME' : 'NAMESPACE/TYPE/NAME';
  throw calledWrongly(
    `${what.flag} is ${shorten(id, 120)}, expected the id of a resource.`,
    `Give /subscriptions/ID/resourceGroups/GROUP/providers/${type}; "az resource list" shows ids.`,
  );
}

/** The id of a workspace that the command line names. */
export function checkedWorkspace(id: string): string {
  return checkedId(id, { flag: '--workspace', type: WORKSPACE });
}

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text is a GUID: what Azure says is put into command lines. */
export function isGuid(text: string): boolean {
  return GUID.test(text);
}

/** The object id of a principal that the command line names. Throws a `Fault` where it is no GUID. */
export function checkedPrincipal(id: string, flag: string): string {
  if (isGuid(id)) return id.toLowerCase();
  throw calledWrongly(
    `${flag} is ${shorten(id)}, expected the object id of a service principal, a GUID.`,
    `Give what "az ad sp show --id APP_ID --query id -o tsv" prints.`,
  );
}

/** A name that is the same each time for the same parts: a GUID of version 5, RFC 9562 section 5.5. */
export function stableGuid(...parts: readonly string[]): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(parts.join('\n').toLowerCase()).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Of URLs: RFC 9562 section 6.6. */
const NAMESPACE = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');
