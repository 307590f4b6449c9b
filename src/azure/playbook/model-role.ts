import type { ArmClient } from '../client.js';
import { groupId } from '../target.js';
import { assignCommand, principalOf, type LeftOver } from './commands.js';
import { workflowId } from './ids.js';
import type { PlaybookRequest } from './playbook-request.js';
import { whatOf, type PlannedRoles } from './role-step.js';
import { assignmentId, namedRole, roles, roleScope } from './roles.js';
import type { SignIn } from './wanted.js';

/** What a token is for that a resource of Azure AI services takes. */
const MODELS = /^https:\/\/cognitiveservices\.azure\.(?:com|us)\/?$/i;

/** The roles that HTTP actions need which sign in as the playbook, as far as nobody says on what: the identity may have one already. */
export async function modelRole(
  client: ArmClient,
  { wanted, target, modelResource }: PlaybookRequest,
  principal: string | undefined,
): Promise<PlannedRoles> {
  const others = wanted.signIns.filter(({ audience }) => !MODELS.test(audience));
  const [call] = wanted.signIns.filter(({ audience }) => MODELS.test(audience));
  const left = [...new Map(others.map((one) => [one.audience, one])).values()].map(unknownRole);
  if (call === undefined || modelResource !== undefined) return { steps: [], left };
  const base = { role: roles.model, scope: groupId(target), isEnoughBelow: true };
  const has = principal === undefined ? false : await roleScope(client, base, principal);
  if (principal !== undefined && typeof has === 'string') {
    const one = {
      ...base,
      role: await namedRole(client, base.role, has),
      scope: has,
      principal,
      whose: "the playbook's identity",
    };
    const step = {
      action: 'none',
      id: assignmentId(one, principal),
      why: 'it has the role',
      what: whatOf(one),
    } as const;
    return { steps: [{ wanted: one, step }], left };
  }
  const who = principal ?? principalOf(workflowId(target));
  const message = `The action ${JSON.stringify(call.action)} signs in as the playbook, whose identity needs a role on the resource that it calls: give its id with --model-resource, or run the command.`;
  const commands = [assignCommand(who, roles.model, 'ID_OF_THE_RESOURCE')];
  return { steps: [], left: [{ code: 'role-unknown', message, commands, isRefused: false }, ...left] };
}

function unknownRole({ action, audience }: SignIn): LeftOver {
  const message = `The action ${JSON.stringify(action)} signs in as the playbook (for ${JSON.stringify(audience)}), whose identity needs a role where it calls: which one nobody can tell here.`;
  return { code: 'role-unknown', message, commands: [], isRefused: false };
}
