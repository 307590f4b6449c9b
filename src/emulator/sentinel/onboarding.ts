import { isObject, own, type JsonObject } from '../../core/json.js';
import type { Context, Route } from '../context.js';
import { timeText } from '../hex.js';
import { noResource } from '../missing.js';
import { ok, type Reply } from '../reply.js';
import { badContent } from '../resource-body.js';
import { spec } from '../source.js';
import type { Resource } from '../state.js';
import { below, find, kept, shown, without } from '../store.js';
import { missingWorkspace, workspaceId } from './on-workspace.js';
import { ON_WORKSPACE, ONBOARDING, sentinelVersions as versions } from './types.js';

const ALL = `${ON_WORKSPACE}/onboardingStates`;
const of = (id: string) => spec(`Microsoft.SecurityInsights SentinelOnboardingStates_${id}`);

/** Whether Microsoft Sentinel stands on a workspace: where the state `default` is. */
export const onboardingRoutes: readonly Route[] = [
  { method: 'GET', path: ALL, action: `${ONBOARDING}/read`, versions, source: of('List'), answer: list },
  { method: 'GET', path: `${ALL}/{name}`, action: `${ONBOARDING}/read`, versions, source: of('Get'), answer: get },
  {
    method: 'PUT',
    path: `${ALL}/{name}`,
    action: `${ONBOARDING}/write`,
    versions,
    takesBody: true,
    source: of('Create: 201 or 200'),
    answer: put,
  },
  {
    method: 'DELETE',
    path: `${ALL}/{name}`,
    action: `${ONBOARDING}/delete`,
    versions,
    source: of('Delete: 200, or 204 where there was none'),
    answer: ({ emulated, id }) =>
      find(emulated.state, id) ? { status: 200, emulated: without(emulated, id) } : { status: 204 },
  },
];

function view(resource: Resource): JsonObject {
  return shown(resource, { customerManagedKey: false, ...resource.properties });
}

function list(context: Context): Reply {
  const found = below(context.emulated.state, workspaceId(context.at), ONBOARDING);
  return missingWorkspace(context) ?? ok({ value: found.map(view) });
}

function get(context: Context): Reply {
  const found = find(context.emulated.state, context.id);
  return missingWorkspace(context) ?? (found ? ok(view(found)) : noResource(context.id));
}

function put(context: Context): Reply {
  const { emulated, id, at, body, world } = context;
  const missing = missingWorkspace(context);
  if (missing) return missing;
  const name = at.get('name') ?? '';
  if (name !== 'default') return badContent('the name', "'default'");
  const given = own(body, 'properties') ?? {};
  if (!isObject(given)) return badContent('properties', 'an object');
  const before = find(emulated.state, id);
  const now = timeText(world.now);
  const resource: Resource = {
    id: before?.id ?? id,
    type: ONBOARDING,
    name,
    properties: given,
    created: before?.created ?? now,
    changed: now,
  };
  return { status: before ? 200 : 201, body: view(resource), emulated: kept(emulated, resource) };
}
