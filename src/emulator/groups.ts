import { isObject, own, type JsonObject } from '../core/json.js';
import type { Context, Route } from './context.js';
import { noGroup } from './missing.js';
import { filteredPage } from './page.js';
import { ok, refused, type Reply } from './reply.js';
import { refusals } from './refusals.js';
import { normalRegion, regions } from './regions.js';
import { refusedParts } from './resource-body.js';
import { RESOURCES_VERSIONS as versions } from './resources-versions.js';
import { docs, guess } from './source.js';
import { belowOnShelf, onShelf, put as putOn } from './shelf.js';
import type { EmulatorState, ResourceGroup } from './state.js';
import { below, shown, without } from './store.js';

const LIST = '/subscriptions/{subscription}/resourceGroups';
const ONE = `${LIST}/{group}`;
const action = 'Microsoft.Resources/subscriptions/resourceGroups';
const source = docs('rest/api/resources/resource-groups');

/** Resource groups. */
export const groupRoutes: readonly Route[] = [
  { method: 'GET', path: LIST, action: `${action}/read`, versions, source, answer: list },
  { method: 'GET', path: ONE, action: `${action}/read`, versions, source, answer: get },
  { method: 'PUT', path: ONE, action: `${action}/write`, versions, takesBody: true, source, answer: put },
  { method: 'PATCH', path: ONE, action: `${action}/write`, versions, takesBody: true, source, answer: patch },
  {
    method: 'DELETE',
    path: ONE,
    action: `${action}/delete`,
    versions,
    source: guess('done at once with 200; Azure answers 202 and takes its time'),
    answer: remove,
  },
  {
    method: 'GET',
    path: `${ONE}/resources`,
    action: `${action}/resources/read`,
    versions,
    source: docs('rest/api/resources/resources'),
    answer: resources,
  },
  {
    method: 'GET',
    path: '/subscriptions/{subscription}/resources',
    action: 'Microsoft.Resources/subscriptions/resources/read',
    versions,
    source: docs('rest/api/resources/resources'),
    answer: resources,
  },
];

/** The group with an id, in any case; undefined where there is none, or none any more. */
export function findGroup({ groups }: EmulatorState, id: string): ResourceGroup | undefined {
  const found = onShelf(groups, id.toLowerCase());
  return found?.isDeleted ? undefined : found;
}

/** The state with a group put in. */
export function withGroup(state: EmulatorState, group: ResourceGroup): EmulatorState {
  return { ...state, groups: putOn(state.groups, group.id.toLowerCase(), group) };
}

function view({ id, name, location, tags }: ResourceGroup): JsonObject {
  const type = 'Microsoft.Resources/resourceGroups';
  return { id, name, type, location, ...(tags && { tags }), properties: { provisioningState: 'Succeeded' } };
}

function list({ emulated, id }: Context): Reply {
  const all = belowOnShelf(emulated.state.groups, id.toLowerCase()).filter(([, one]) => !one.isDeleted);
  return ok({ value: all.map(([, group]) => view(group)) });
}

function get({ emulated, id, at }: Context): Reply {
  const group = findGroup(emulated.state, id);
  return group ? ok(view(group)) : noGroup(at.get('group') ?? '');
}

function put({ emulated, id, at, body }: Context): Reply {
  const before = findGroup(emulated.state, id);
  const location = own(body, 'location');
  const refusal = refusedParts(body);
  if (refusal) return refusal;
  if (typeof location !== 'string') {
    return refused(refusals.noLocation, 'The location property is required for this definition.');
  }
  const region = normalRegion(location);
  if (!regions.has(region)) {
    const message = `The provided location '${location.slice(0, 60)}' is not available for resource group. List of available regions is '${[...regions].join(',')}'.`;
    return refused(refusals.badLocation, message);
  }
  if (before && before.location !== region) {
    const message = `Invalid resource group location '${region}'. The Resource group already exists in location '${before.location}'.`;
    return refused(refusals.otherGroupLocation, message);
  }
  const tags = own(body, 'tags');
  const group = {
    id: before?.id ?? id,
    name: before?.name ?? at.get('group') ?? '',
    location: region,
    ...(isObject(tags) && { tags }),
  };
  return {
    status: before ? 200 : 201,
    body: view(group),
    emulated: { ...emulated, state: withGroup(emulated.state, group) },
  };
}

/** Tags are replaced, all of them; what is not named stays. */
function patch({ emulated, id, at, body }: Context): Reply {
  const before = findGroup(emulated.state, id);
  if (before === undefined) return noGroup(at.get('group') ?? '');
  const refusal = refusedParts(body);
  if (refusal) return refusal;
  const tags = own(body, 'tags');
  const group = isObject(tags) ? { ...before, tags } : before;
  return ok(view(group), { ...emulated, state: withGroup(emulated.state, group) });
}

/** A group that is deleted takes all that is in it along. */
function remove({ emulated, id, at }: Context): Reply {
  const before = findGroup(emulated.state, id);
  if (before === undefined) return noGroup(at.get('group') ?? '');
  const after = without(emulated, id);
  return { status: 200, emulated: { ...after, state: withGroup(after.state, { ...before, isDeleted: true }) } };
}

/** Not listed is what stands on a resource or below one: role assignments, incidents, runs; nor are deployments. */
function isListed(id: string): boolean {
  const [, providers = '', ...more] = id.split(/\/providers\//i);
  const [namespace = '', ...parts] = providers.split('/');
  return more.length === 0 && parts.length === 2 && !/^Microsoft\.(?:Authorization|Resources)$/i.test(namespace);
}

function resources(context: Context): Reply {
  const scope = context.id.slice(0, -'/resources'.length);
  const all = below(context.emulated.state, scope).filter(({ id }) => isListed(id));
  return filteredPage(context, all, (one) => {
    const { properties: _, ...brief } = shown(one, {});
    return brief;
  });
}
