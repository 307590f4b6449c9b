import { isObject, own, type JsonObject } from '../../core/json.js';
import { objectAt } from '../../workflow/find.js';
import { isRefused, type ArmClient } from '../client.js';
import { AUTHORIZATION_VERSION, assignmentsAt, isGuid, stableGuid } from './ids.js';

/** A built-in role: its id is the same in every tenant. */
export interface Role {
  readonly id: string;
  /** Undefined where only Azure knows it. */
  readonly name: string | undefined;
}

/** learn.microsoft.com/azure/role-based-access-control/built-in-roles. */
export const roles = {
  /** Reads and changes incidents. */
  responder: { id: '3e150937-b8fe-4cfb-8069-0eaf05ecd056', name: 'Microsoft Sentinel Responder' },
  /** Lets Microsoft Sentinel run playbooks. */
  automation: { id: 'f4c81013-99ee-4d62-a7ee-b3f1f648599a', name: 'Microsoft Sentinel Automation Contributor' },
  /** Calls the models of a resource of Azure AI services; its name is asked for. */
  model: { id: '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd', name: undefined },
} as const satisfies Readonly<Record<string, Role>>;

/** A role that a principal shall have at a scope. */
export interface WantedRole {
  readonly role: Role;
  /** The id of a resource group or a resource. */
  readonly scope: string;
  /** The object id; undefined for the identity that the workflow gets when it is made. */
  readonly principal: string | undefined;
  /** For a reader. */
  readonly whose: string;
  /** Whether it is enough that the principal has it somewhere in the subscription: nobody said where it is needed. */
  readonly isEnoughBelow?: boolean;
}

/** Where a principal has a role that counts: `false` where it does not have it, undefined where the account may not see that. */
export async function roleScope(
  client: ArmClient,
  { role, scope, isEnoughBelow = false }: Omit<WantedRole, 'principal' | 'whose'>,
  principal: string,
): Promise<string | false | undefined> {
  const path = isEnoughBelow ? subscriptionOf(scope) : scope;
  const query = { $filter: `principalId eq '${principal}'` };
  const listed = await client.list({ path: assignmentsAt(path), version: AUTHORIZATION_VERSION, query });
  if (isRefused(listed)) {
    return isEnoughBelow ? roleScope(client, { role, scope }, principal) : undefined;
  }
  const found = listed.find(
    (one) => principalIn(one) === principal && roleIn(one) === role.id && (isEnoughBelow || covers(one, scope)),
  );
  return found === undefined ? false : String(own(objectAt(found, 'properties'), 'scope') ?? '');
}

function subscriptionOf(scope: string): string {
  return scope.split('/').slice(0, 3).join('/');
}

/** The principals that have a role at a scope, there or above, none where the account may not see that. */
export async function principalsWith(client: ArmClient, role: Role, scope: string): Promise<readonly string[]> {
  const listed = await client.list({
    path: assignmentsAt(scope),
    version: AUTHORIZATION_VERSION,
    query: { $filter: 'atScope()' },
  });
  if (isRefused(listed)) return [];
  return listed.flatMap((one) => {
    const type = own(objectAt(one, 'properties'), 'principalType');
    const isService = type === undefined || type === 'ServicePrincipal';
    const principal = principalIn(one);
    return isService && isGuid(principal) && roleIn(one) === role.id && covers(one, scope) ? principal : [];
  });
}

function roleIn(assignment: JsonObject): string {
  const id = String(own(objectAt(assignment, 'properties'), 'roleDefinitionId') ?? '');
  return id.slice(id.lastIndexOf('/') + 1).toLowerCase();
}

/** Whether an assignment counts at a scope: it is there, or above. */
function covers(assignment: JsonObject, scope: string): boolean {
  const at = own(objectAt(assignment, 'properties'), 'scope');
  if (typeof at !== 'string') return false;
  const above = at.toLowerCase().replace(/\/$/, '');
  return scope.toLowerCase() === above || scope.toLowerCase().startsWith(`${above}/`);
}

function principalIn(assignment: JsonObject): string {
  return String(own(objectAt(assignment, 'properties'), 'principalId') ?? '').toLowerCase();
}

/** The id of an assignment: the same each time, so that one that is there is not made again. */
export function assignmentId({ role, scope }: WantedRole, principal: string): string {
  return `${assignmentsAt(scope)}/${stableGuid(scope, principal, role.id)}`;
}

/** The body of the PUT. The type of the principal says that it may be too new to be found everywhere. */
export function assignmentBody({ role, scope }: WantedRole, principal: string): JsonObject {
  const roleDefinitionId = `${subscriptionOf(scope)}/providers/Microsoft.Authorization/roleDefinitions/${role.id}`;
  return { properties: { roleDefinitionId, principalId: principal, principalType: 'ServicePrincipal' } };
}

/** A role with its name, as far as Azure tells it. */
export async function namedRole(client: ArmClient, role: Role, scope: string): Promise<Role> {
  if (role.name !== undefined) return role;
  const path = `${subscriptionOf(scope)}/providers/Microsoft.Authorization/roleDefinitions/${role.id}`;
  const answer = await client.attempt({ method: 'GET', path, version: AUTHORIZATION_VERSION });
  if (answer.error !== undefined || !isObject(answer.value)) return role;
  const name = own(objectAt(answer.value, 'properties'), 'roleName');
  return typeof name === 'string' && name !== '' ? { ...role, name } : role;
}
