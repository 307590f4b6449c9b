import type { ArmClient } from '../client.js';
import { assignCommand, type LeftOver } from './commands.js';
import { assignmentsAt } from './ids.js';
import type { PlaybookStep } from './playbook-request.js';
import { assignmentId, namedRole, roleScope, type WantedRole } from './roles.js';

/** A role that is given, or is there. */
export interface RoleStep {
  readonly step: PlaybookStep;
  readonly wanted: WantedRole;
}

/** Roles, and what cannot be given here. */
export interface PlannedRoles {
  readonly steps: readonly RoleStep[];
  readonly left: readonly LeftOver[];
}

/** What becomes of a role: given, or there. */
export async function roleStep(client: ArmClient, one: WantedRole): Promise<RoleStep> {
  const role = await namedRole(client, one.role, one.scope);
  const wanted = { ...one, role };
  const what = whatOf(wanted);
  if (one.principal === undefined) {
    const why = 'the identity gets its id when the workflow is made';
    return { wanted, step: { action: 'create', id: assignmentsAt(one.scope), why, what } };
  }
  const id = assignmentId(wanted, one.principal);
  const has = await roleScope(client, wanted, one.principal);
  const action = typeof has === 'string' ? 'none' : 'create';
  return { wanted, step: { action, id, why: whyOf(has, one.scope), what } };
}

function whyOf(has: string | false | undefined, scope: string): string {
  if (has === undefined) return 'whether it has the role the account may not see';
  if (has === false) return 'it does not have the role';
  return has.toLowerCase() === scope.toLowerCase() ? 'it has the role' : `it has the role on ${scopeText(has)}`;
}

/** For a reader. */
export function whatOf({ role, scope, whose }: WantedRole): string {
  return `role ${JSON.stringify(role.name ?? role.id)} for ${whose} on ${scopeText(scope)}`;
}

/** `resource group "soc"`, of its id. */
export function scopeText(scope: string): string {
  const [type = '', name = ''] = scope.split('/').slice(-2);
  const noun = type.toLowerCase() === 'resourcegroups' ? 'resource group' : type.replace(/s$/, '');
  return `${noun} ${JSON.stringify(name)}`;
}

/** A role that the account could not give. */
export function refusedRole({ role, scope, whose }: WantedRole, principal: string, why: string): LeftOver {
  const name = JSON.stringify(role.name ?? role.id);
  return {
    code: 'role-unassigned',
    message: `${why} on ${scopeText(scope)}: somebody who may has to give ${whose} the role ${name}.`,
    commands: [assignCommand(principal, role, scope)],
    isRefused: true,
  };
}
