import { isObject, own, type JsonObject } from '../core/json.js';
import type { Context, Route } from './context.js';
import { timeText } from './hex.js';
import { noResource } from './missing.js';
import { page } from './page.js';
import { ok, refused, type Reply } from './reply.js';
import { refusals } from './refusals.js';
import { badContent } from './resource-body.js';
import { isSameAssignment, readAssignment, ROLES } from './roles/assignment.js';
import { docs } from './source.js';
import type { Resource } from './state.js';
import { authorizations, covers, find, kept, scopeOf, shown, without } from './store.js';

const LOCKS = 'Microsoft.Authorization/locks';
const roleVersions = ['2015-07-01', '2018-01-01-preview', '2020-04-01-preview', '2022-04-01'];
const lockVersions = ['2015-01-01', '2016-09-01', '2017-04-01', '2020-05-01'];
const roles = docs('rest/api/authorization/role-assignments');
const locks = docs('rest/api/resources/management-locks');

/** Role assignments and locks, which stand on anything: a subscription, a group, a resource. */
export const authorizationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `{scope}/providers/${ROLES}`,
    action: `${ROLES}/read`,
    versions: roleVersions,
    source: roles,
    answer: (context) => list(context, ROLES),
  },
  {
    method: 'GET',
    path: `{scope}/providers/${ROLES}/{name}`,
    action: `${ROLES}/read`,
    versions: roleVersions,
    source: roles,
    answer: get,
  },
  {
    method: 'PUT',
    path: `{scope}/providers/${ROLES}/{name}`,
    action: `${ROLES}/write`,
    versions: roleVersions,
    takesBody: true,
    source: roles,
    answer: putRole,
  },
  {
    method: 'DELETE',
    path: `{scope}/providers/${ROLES}/{name}`,
    action: `${ROLES}/delete`,
    versions: roleVersions,
    source: roles,
    answer: remove,
  },
  {
    method: 'GET',
    path: `{scope}/providers/${LOCKS}`,
    action: `${LOCKS}/read`,
    versions: lockVersions,
    source: locks,
    answer: (context) => list(context, LOCKS),
  },
  {
    method: 'GET',
    path: `{scope}/providers/${LOCKS}/{name}`,
    action: `${LOCKS}/read`,
    versions: lockVersions,
    source: locks,
    answer: get,
  },
  {
    method: 'PUT',
    path: `{scope}/providers/${LOCKS}/{name}`,
    action: `${LOCKS}/write`,
    versions: lockVersions,
    takesBody: true,
    source: locks,
    answer: putLock,
  },
  {
    method: 'DELETE',
    path: `{scope}/providers/${LOCKS}/{name}`,
    action: `${LOCKS}/delete`,
    versions: lockVersions,
    source: locks,
    answer: remove,
  },
];

/** All of a type that stand on the scope, above it, or below it; `principalId eq '…'` and `assignedTo('…')` narrow it down. */
function list(context: Context, type: string): Reply {
  const { emulated, id, query } = context;
  const scope = scopeOf(id).toLowerCase();
  const filter = query.get('$filter') ?? '';
  const principal = /(?:principalId eq |assignedTo\()'([^']{0,100})'/i.exec(filter)?.[1]?.toLowerCase();
  const isHere = (at: string) => covers(at, scope) || (!/atScope\(\)/i.test(filter) && covers(scope, at));
  const all = authorizations(emulated.state).filter(
    (one) =>
      one.type === type &&
      isHere(scopeOf(one.id).toLowerCase()) &&
      (principal === undefined || String(own(one.properties, 'principalId')).toLowerCase() === principal),
  );
  return page(
    context,
    all.toSorted((a, b) => (a.id.toLowerCase() < b.id.toLowerCase() ? -1 : 1)),
    view,
  );
}

function view(resource: Resource): JsonObject {
  return shown(resource, resource.properties);
}

function get({ emulated, id }: Context): Reply {
  const resource = find(emulated.state, id);
  return resource ? ok(view(resource)) : noResource(id);
}

function putRole(context: Context): Reply {
  const { emulated, id } = context;
  const { properties, refusal } = readAssignment(context);
  if (refusal) return refusal;
  const before = find(emulated.state, id);
  if (before && !isSameAssignment(before.properties, properties)) {
    return refused(
      refusals.assignedOther,
      'Tenant ID, application ID, principal ID, and scope are not allowed to be updated.',
    );
  }
  const scope = scopeOf(id).toLowerCase();
  const isTaken = authorizations(emulated.state).some(
    (one) =>
      one.type === ROLES && scopeOf(one.id).toLowerCase() === scope && isSameAssignment(one.properties, properties),
  );
  if (!before && isTaken) return refused(refusals.assigned, 'The role assignment already exists.');
  return put(context, ROLES, properties);
}

const levels: ReadonlySet<unknown> = new Set(['CanNotDelete', 'ReadOnly']);

function putLock(context: Context): Reply {
  const given = own(context.body, 'properties');
  const level = isObject(given) ? own(given, 'level') : undefined;
  if (!isObject(given) || !levels.has(level)) return badContent('properties.level', 'CanNotDelete or ReadOnly');
  return put(context, LOCKS, given);
}

function put({ emulated, id, at, world }: Context, type: string, properties: JsonObject): Reply {
  const before = find(emulated.state, id);
  const now = timeText(world.now);
  const name = at.get('name') ?? '';
  const resource = { id: before?.id ?? id, type, name, properties, created: before?.created ?? now, changed: now };
  return { status: before ? 200 : 201, body: view(resource), emulated: kept(emulated, resource) };
}

function remove({ emulated, id }: Context): Reply {
  const before = find(emulated.state, id);
  return before ? { status: 200, body: view(before), emulated: without(emulated, id) } : { status: 204 };
}
