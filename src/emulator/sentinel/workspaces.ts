import { isObject, own, type JsonObject } from '../../core/json.js';
import type { Context, Route } from '../context.js';
import { guidOf, timeText } from '../hex.js';
import type { Emulated } from '../message.js';
import { noResource } from '../missing.js';
import { filteredPage } from '../page.js';
import { ok, type Reply } from '../reply.js';
import { readResource } from '../resource-body.js';
import { spec } from '../source.js';
import type { Resource } from '../state.js';
import { below, find, kept, scopeOf, shown, without } from '../store.js';
import { ONBOARDING, WORKSPACE, WORKSPACES, workspaceVersions as versions } from './types.js';

const of = (id: string) => spec(`Microsoft.OperationalInsights ${id}`);

/** Log Analytics workspaces: Microsoft Sentinel stands on one. No logs are in them. */
export const workspaceRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `/subscriptions/{subscription}/providers/${WORKSPACE}`,
    action: `${WORKSPACE}/read`,
    versions,
    source: of('Workspaces_List'),
    answer: list,
  },
  {
    method: 'GET',
    path: WORKSPACES,
    action: `${WORKSPACE}/read`,
    versions,
    source: of('Workspaces_ListByResourceGroup'),
    answer: list,
  },
  {
    method: 'GET',
    path: `${WORKSPACES}/{name}`,
    action: `${WORKSPACE}/read`,
    versions,
    source: of('Workspaces_Get'),
    answer: get,
  },
  {
    method: 'PUT',
    path: `${WORKSPACES}/{name}`,
    action: `${WORKSPACE}/write`,
    versions,
    takesBody: true,
    source: of('Workspaces_CreateOrUpdate: 201 or 200'),
    answer: put,
  },
  {
    method: 'DELETE',
    path: `${WORKSPACES}/{name}`,
    action: `${WORKSPACE}/delete`,
    versions,
    source: of('Workspaces_Delete: 200, or 204 where there was none; done at once, and nothing can be recovered'),
    answer: remove,
  },
];

function view(resource: Resource): JsonObject {
  const { id, properties, created, changed } = resource;
  return shown(resource, {
    customerId: customerId(id),
    provisioningState: 'Succeeded',
    sku: { name: 'PerGB2018', lastSkuUpdate: created },
    retentionInDays: 30,
    createdDate: created,
    modifiedDate: changed,
    ...properties,
  });
}

/** What the portal calls the workspace's id: a GUID. */
export function customerId(workspace: string): string {
  return guidOf(`${workspace} workspace`);
}

function list(context: Context): Reply {
  return filteredPage(context, below(context.emulated.state, scopeOf(context.id), WORKSPACE), view);
}

function get({ emulated, id }: Context): Reply {
  const resource = find(emulated.state, id);
  return resource ? ok(view(resource)) : noResource(id);
}

function put(context: Context): Reply {
  const given = own(context.body, 'properties');
  const body = { ...context.body, properties: isObject(given) ? given : {} };
  const read = readResource({ ...context, body }, WORKSPACE);
  if (read.refusal) return read.refusal;
  const { resource, before } = read;
  return { status: before ? 200 : 201, body: view(resource), emulated: kept(context.emulated, resource) };
}

function remove({ emulated, id }: Context): Reply {
  return find(emulated.state, id) ? { status: 200, emulated: without(emulated, id) } : { status: 204 };
}

/** A workspace that is made because it is named, with Microsoft Sentinel on it. */
export function withNamedWorkspace(emulated: Emulated, id: string, { now, location }: Named): Emulated {
  const time = timeText(now);
  const workspace: Resource = {
    id,
    type: WORKSPACE,
    name: id.slice(id.lastIndexOf('/') + 1),
    location,
    properties: {},
    created: time,
    changed: time,
  };
  const onboarding: Resource = {
    id: `${id}/providers/${ONBOARDING}/default`,
    type: ONBOARDING,
    name: 'default',
    properties: {},
    created: time,
    changed: time,
  };
  return kept(kept(emulated, workspace), onboarding);
}

interface Named {
  /** In milliseconds since 1970. */
  readonly now: number;
  readonly location: string;
}
