import type { ArmClient } from '../client.js';
import type { Target } from '../target.js';
import { groupId } from '../target.js';
import type { LeftOver } from './commands.js';
import { assignCommand, principalOf, principalOfIdentity, securityInsightsId } from './commands.js';
import { workflowId } from './ids.js';
import { modelRole } from './model-role.js';
import type { PlaybookRequest } from './playbook-request.js';
import { mayAssign } from './rights.js';
import { refusedRole, roleStep, scopeText, whatOf, type PlannedRoles, type RoleStep } from './role-step.js';
import { assignmentId, principalsWith, roles, type Role, type WantedRole } from './roles.js';
import { isSentinelByIdentity } from './wanted.js';
import type { WorkflowIdentity } from './workflow-body.js';

/** What the roles need that a playbook needs: its own, and that of Azure Security Insights. */
export async function planRoles(
  client: ArmClient,
  request: PlaybookRequest,
  identity: WorkflowIdentity | undefined,
): Promise<PlannedRoles> {
  const principal = identity?.principalId.toLowerCase();
  const own = await Promise.all(ownRoles(request, principal).map(async (one) => roleStep(client, one)));
  const service = await serviceRole(client, request);
  const users = userRoles(request);
  const models = await modelRole(client, request, principal);
  const steps = [...own, ...models.steps, ...service.steps];
  return {
    steps,
    left: [...(await withoutRights(client, steps, request.target)), ...users, ...models.left, ...service.left],
  };
}

/** The roles of the playbook's identity. */
function ownRoles(
  { wanted, target, workspace, modelResource }: PlaybookRequest,
  principal: string | undefined,
): readonly WantedRole[] {
  const whose = "the playbook's identity";
  const isOnIncidents = wanted.connections.some((one) => isSentinelByIdentity(one) && one.userIdentity === undefined);
  return [
    ...(isOnIncidents ? [{ ...responderAt(target, workspace), principal, whose }] : []),
    ...(modelResource === undefined ? [] : [{ role: roles.model, scope: modelResource, principal, whose }]),
  ];
}

/** On the workspace. Where none is named on the resource group, unless the identity has the role anywhere already. */
function responderAt(target: Target, workspace: string | undefined) {
  const scope = workspace ?? groupId(target);
  return { role: roles.responder, scope, isEnoughBelow: workspace === undefined };
}

/** The roles of identities that are not the playbook's own: they are not given here. */
function userRoles({ wanted, target, workspace }: PlaybookRequest): readonly LeftOver[] {
  const users = wanted.connections.filter(isSentinelByIdentity).flatMap(({ userIdentity }) => userIdentity ?? []);
  return [...new Set(users)].map((id) => ({
    code: 'role-unknown',
    message: `The playbook works on incidents as the identity ${JSON.stringify(id.slice(id.lastIndexOf('/') + 1))}, which needs the role "${roles.responder.name}".`,
    commands: [assignCommand(principalOfIdentity(id), roles.responder, workspace ?? groupId(target))],
    isRefused: false,
  }));
}

const service = 'Azure Security Insights';

/** What Azure Security Insights needs to run the playbook. Resource Manager does not tell its object id: it is given, or known from an assignment that is there. */
async function serviceRole(client: ArmClient, request: PlaybookRequest): Promise<PlannedRoles> {
  const { wanted, target, securityInsights } = request;
  if (wanted.trigger === undefined) return { steps: [], left: [] };
  const role: Role = roles.automation;
  const scope = groupId(target);
  const base = { role, scope, whose: service };
  if (securityInsights !== undefined) {
    return { steps: [await roleStep(client, { ...base, principal: securityInsights })], left: [] };
  }
  const [principal] = await principalsWith(client, role, scope);
  if (principal !== undefined) {
    const one = { ...base, principal };
    const why = `${principal} has the role; that it is ${service} cannot be seen here`;
    const step = { action: 'none', id: assignmentId(one, principal), why, what: whatOf(one) } as const;
    return { steps: [{ wanted: one, step }], left: [] };
  }
  const left: LeftOver = {
    code: 'role-unknown',
    message: `${service} needs the role "${role.name}" on ${scopeText(scope)} to run the playbook, and its object id is not known here: give it with --security-insights-id, or run the command.`,
    commands: [assignCommand(securityInsightsId, role, scope)],
    isRefused: false,
  };
  return { steps: [], left: [left] };
}

/** The commands for somebody else, where the account may not give roles. */
async function withoutRights(
  client: ArmClient,
  steps: readonly RoleStep[],
  target: Target,
): Promise<readonly LeftOver[]> {
  const wanted = steps.flatMap(({ step, wanted: one }) => (step.action === 'create' ? [one] : []));
  const may = await Promise.all(wanted.map(({ scope }) => mayAssign(client, scope)));
  return wanted.flatMap((one, at) => {
    if (may[at] !== false) return [];
    return [refusedRole(one, one.principal ?? principalOf(workflowId(target)), 'The account may not give roles')];
  });
}
