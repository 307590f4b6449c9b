import type { ArmClient } from '../client.js';
import type { ArmError } from '../arm-error.js';
import { explained } from '../explanations.js';
import { tidy } from '../tidy.js';
import { AUTHORIZATION_VERSION } from './ids.js';
import type { LeftOver } from './commands.js';
import { refusedRole, type RoleStep } from './role-step.js';
import type { DonePlaybookStep } from './playbook-request.js';
import { assignmentBody, assignmentId } from './roles.js';

/** What came of steps that may be refused without stopping the others. */
export interface Tried {
  readonly steps: readonly DonePlaybookStep[];
  readonly left: readonly LeftOver[];
}

/** Gives the roles that are not there; `principal` is the workflow's own. What is refused is left, with the command for it. */
export async function giveRoles(
  client: ArmClient,
  roles: readonly RoleStep[],
  principal: string | undefined,
): Promise<Tried> {
  const steps: DonePlaybookStep[] = [];
  const left: LeftOver[] = [];
  for (const { step, wanted } of roles) {
    const id = wanted.principal ?? principal;
    if (step.action === 'none') steps.push({ ...step, result: 'unchanged' });
    else if (id === undefined) {
      steps.push({ ...step, result: 'refused' });
      left.push(refusedRole(wanted, 'OBJECT_ID', 'The workflow has no identity to give a role'));
    } else {
      const path = assignmentId(wanted, id);
      const { error } = await client.attempt({
        method: 'PUT',
        path,
        version: AUTHORIZATION_VERSION,
        body: assignmentBody(wanted, id),
      });
      const isThere = error?.code === 'RoleAssignmentExists';
      const result = error === undefined ? 'done' : isThere ? 'unchanged' : 'refused';
      steps.push({ ...step, id: path, result });
      if (error && !isThere) left.push(refusedRole(wanted, id, whyOf(error)));
    }
  }
  return { steps, left };
}

/** Why Azure said no, as the beginning of a sentence. */
export function whyOf(error: ArmError): string {
  if (error.code === 'AuthorizationFailed') return 'The account may not give roles';
  const { means } = explained(error);
  const words = tidy(error.message).replace(/\.$/, '');
  return `Azure refuses it (${error.code || error.status}: ${words === '' ? means : words})`;
}
