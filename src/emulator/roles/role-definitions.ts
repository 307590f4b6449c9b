import type { JsonObject } from '../../core/json.js';
import type { Context, Route } from '../context.js';
import { noResource } from '../missing.js';
import { ok, type Reply } from '../reply.js';
import { docs, guess } from '../source.js';
import { roleTable, type Role } from './role-table.js';

const DEFINITIONS = 'Microsoft.Authorization/roleDefinitions';
const PERMISSIONS = 'Microsoft.Authorization/permissions';
const versions = ['2015-07-01', '2018-01-01-preview', '2018-07-01', '2022-04-01', '2022-05-01-preview'];

/** Built-in roles, and what the caller may do. */
export const roleRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `{scope}/providers/${DEFINITIONS}`,
    action: `${DEFINITIONS}/read`,
    versions,
    source: docs('rest/api/authorization/role-definitions; the roles that playbooks need'),
    answer: list,
  },
  {
    method: 'GET',
    path: `{scope}/providers/${DEFINITIONS}/{name}`,
    action: `${DEFINITIONS}/read`,
    versions,
    source: docs('rest/api/authorization/role-definitions'),
    answer: get,
  },
  {
    method: 'GET',
    path: `{scope}/providers/${PERMISSIONS}`,
    action: `${PERMISSIONS}/read`,
    versions,
    source: guess('rest/api/authorization/permissions has the shape; everything but settings.forbidden'),
    answer: permissions,
  },
];

/** `$filter=roleName eq 'Reader'` gives the one of that title. */
function list({ query, at }: Context): Reply {
  const title = /roleName eq ('(?:[^']|'')*')/i.exec(query.get('$filter') ?? '')?.[1];
  const wanted = title?.slice(1, -1).replaceAll("''", "'").toLowerCase();
  const found = roleTable.filter((one) => wanted === undefined || one.title.toLowerCase() === wanted);
  return ok({ value: found.map((one) => view(one, at)) });
}

function get({ at, id }: Context): Reply {
  const found = roleTable.find(({ name }) => name === at.get('name')?.toLowerCase());
  return found ? ok(view(found, at)) : noResource(id);
}

function view({ name, title, actions, notActions }: Role, at: ReadonlyMap<string, string>): JsonObject {
  return {
    properties: {
      roleName: title,
      type: 'BuiltInRole',
      description: title,
      assignableScopes: ['/'],
      permissions: [{ actions, notActions, dataActions: [], notDataActions: [] }],
    },
    id: `/subscriptions/${at.get('subscription')}/providers/${DEFINITIONS}/${name}`,
    type: DEFINITIONS,
    name,
  };
}

function permissions({ emulated }: Context): Reply {
  const { forbidden } = emulated.state.settings;
  return ok({ value: [{ actions: ['*'], notActions: forbidden, dataActions: [], notDataActions: [] }] });
}
