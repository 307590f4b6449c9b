import { isObject, own, type JsonObject } from '../../core/json.js';
import { shorten } from '../../core/shorten.js';
import type { Context } from '../context.js';
import { refused, type Reply } from '../reply.js';
import { refusals } from '../refusals.js';
import { badContent } from '../resource-body.js';
import { scopeOf } from '../store.js';

/** The type of a role assignment. */
export const ROLES = 'Microsoft.Authorization/roleAssignments';

/** What a PUT of a role assignment says, or why it is refused. */
export type ReadAssignment =
  | { readonly properties: JsonObject; readonly refusal?: never }
  | { readonly refusal: Reply; readonly properties?: never };

/** Reads the body of a role assignment. */
export function readAssignment({ id, at, body }: Context): ReadAssignment {
  const given = own(body, 'properties');
  if (!isObject(given)) return { refusal: badContent('properties', 'an object') };
  const [roleDefinitionId, principalId] = [own(given, 'roleDefinitionId'), own(given, 'principalId')];
  if (typeof roleDefinitionId !== 'string') return { refusal: badContent('properties.roleDefinitionId', 'a text') };
  if (typeof principalId !== 'string') return { refusal: badContent('properties.principalId', 'a text') };
  const refusal = refusedIds(at.get('name') ?? '', roleDefinitionId, principalId);
  if (refusal) return { refusal };
  const principalType = own(given, 'principalType') || 'ServicePrincipal';
  return { properties: { roleDefinitionId, principalId, principalType, scope: scopeOf(id) } };
}

const GUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const DEFINITION = /(?:^|\/)providers\/Microsoft\.Authorization\/roleDefinitions\/([^/]*)$/i;

function refusedIds(name: string, definition: string, principal: string): Reply | undefined {
  if (!GUID.test(name)) {
    const message = `The role assignment ID ${shorten(name)} is not valid. The role assignment ID must be a GUID.`;
    return refused(refusals.assignmentId, message);
  }
  if (!GUID.test(DEFINITION.exec(definition)?.[1] ?? '')) {
    const message = `The specified role definition with ID ${shorten(definition, 200)} does not exist.`;
    return refused(refusals.noRole, message);
  }
  if (GUID.test(principal)) return undefined;
  return refused(refusals.noPrincipal, 'A valid principal ID must be provided for role assignment.');
}

/** Whether two assignments give the same role to the same principal. */
export function isSameAssignment(one: JsonObject, other: JsonObject): boolean {
  return roleIn(one) === roleIn(other) && textIn(one, 'principalId') === textIn(other, 'principalId');
}

/** The name of the role: its id may begin with a subscription, or not. */
function roleIn(properties: JsonObject): string {
  const id = textIn(properties, 'roleDefinitionId');
  return id.slice(id.lastIndexOf('/') + 1);
}

function textIn(properties: JsonObject, name: string): string {
  return String(own(properties, name)).toLowerCase();
}
