import { isObject, own, type Json, type JsonObject } from '../core/json.js';
import type { Context, Route } from './context.js';
import { evaluated, made, regionIn } from './deployment-run.js';
import { guidOf, timeText } from './hex.js';
import { noResource } from './missing.js';
import { page } from './page.js';
import { ok, refused, type Reply } from './reply.js';
import { refusals } from './refusals.js';
import { regions } from './regions.js';
import { RESOURCES_VERSIONS } from './resources-versions.js';
import { docs, guess } from './source.js';
import type { Resource } from './state.js';
import { below, find, kept, scopeOf, shown, without } from './store.js';

const DEPLOYMENT = 'Microsoft.Resources/deployments';
/** The last one: @azure/arm-resourcesdeployments 2.0.0 asks for it. */
const versions = [...RESOURCES_VERSIONS, '2026-06-01'];
const source = docs('rest/api/resources/deployments');

const scopes = ['/subscriptions/{subscription}/resourceGroups/{group}', '/subscriptions/{subscription}'];

/** Deployments of templates to a resource group or a subscription. */
export const deploymentRoutes: readonly Route[] = scopes.flatMap((scope): readonly Route[] => {
  const all = `${scope}/providers/${DEPLOYMENT}`;
  const one = `${all}/{name}`;
  return [
    { method: 'GET', path: all, action: `${DEPLOYMENT}/read`, versions, source, answer: list },
    { method: 'GET', path: one, action: `${DEPLOYMENT}/read`, versions, source, answer: get },
    {
      method: 'PUT',
      path: one,
      action: `${DEPLOYMENT}/write`,
      versions,
      takesBody: true,
      source: guess(
        'done at once, and stopped at the first failure; Azure takes its time, and goes on with what does not depend on it',
      ),
      answer: put,
    },
    { method: 'DELETE', path: one, action: `${DEPLOYMENT}/delete`, versions, source, answer: remove },
    {
      method: 'POST',
      path: `${one}/validate`,
      action: `${DEPLOYMENT}/validate/action`,
      versions,
      takesBody: true,
      source: guess('only the template is looked at, not what the providers would say'),
      answer: validate,
    },
  ];
});

function view(resource: Resource): JsonObject {
  return shown(resource, resource.properties);
}

function list(context: Context): Reply {
  const scope = scopeOf(context.id);
  const here = below(context.emulated.state, scope, DEPLOYMENT).filter(({ id }) => scopeOf(id).length === scope.length);
  return page(context, here, view);
}

function get({ emulated, id }: Context): Reply {
  const resource = find(emulated.state, id);
  return resource ? ok(view(resource)) : noResource(id);
}

function put(context: Context): Reply {
  const { id, at, body, world } = context;
  const refusal = refusedRegion(context);
  if (refusal) return refusal;
  const found = evaluated(context);
  if (found.refusal) return found.refusal;
  const { emulated, ids, error } = made(context, found.resources);
  const before = find(emulated.state, id);
  const now = timeText(world.now);
  const resource: Resource = {
    id: before?.id ?? id,
    type: DEPLOYMENT,
    name: before?.name ?? at.get('name') ?? '',
    ...(at.get('group') === undefined && { location: regionIn(body) }),
    properties: {
      ...shownProperties(body),
      provisioningState: error === undefined ? 'Succeeded' : 'Failed',
      timestamp: now,
      duration: 'PT0S',
      correlationId: guidOf(`${id} ${now}`),
      outputResources: ids.map((one) => ({ id: one })),
      ...(error === undefined ? { outputs: found.outputs } : { error: failure(error) }),
    },
    created: before?.created ?? now,
    changed: now,
  };
  return { status: before ? 200 : 201, body: view(resource), emulated: kept(emulated, resource) };
}

/** One at a subscription says where Azure keeps it. */
function refusedRegion({ at, body }: Context): Reply | undefined {
  if (at.get('group') !== undefined || regions.has(regionIn(body))) return undefined;
  return refused(refusals.noLocation, "The 'location' property must be specified for a deployment of a subscription.");
}

/** The parameters without those that are secret. The template is not shown, as in Azure. */
function shownProperties(body: JsonObject): JsonObject {
  const properties = membersOf(body, 'properties');
  const declared = membersOf(membersOf(properties, 'template'), 'parameters');
  const types = new Map(
    Object.entries(declared).map(([name, one]) => [name.toLowerCase(), isObject(one) ? String(own(one, 'type')) : '']),
  );
  const parameters = Object.entries(membersOf(properties, 'parameters')).map(([name, given]) => {
    const type = types.get(name.toLowerCase()) ?? '';
    const value = isObject(given) && !/^secure/i.test(type) ? own(given, 'value') : undefined;
    return [name, { type, ...(value !== undefined && { value }) }] as const;
  });
  return { mode: 'Incremental', parameters: Object.fromEntries(parameters) };
}

function membersOf(object: JsonObject, name: string): JsonObject {
  const value = own(object, name);
  return isObject(value) ? value : {};
}

const FAILED =
  'At least one resource deployment operation failed. Please list deployment operations for details. Please see https://aka.ms/arm-deployment-operations for usage details.';

function failure(error: Json): JsonObject {
  return { code: 'DeploymentFailed', message: FAILED, details: [error] };
}

function validate(context: Context): Reply {
  const refusal = refusedRegion(context);
  if (refusal) return refusal;
  const found = evaluated(context);
  if (found.refusal) return found.refusal;
  const validatedResources = found.resources.map(({ id }) => ({ id }));
  const { id, at } = context;
  const properties = { ...shownProperties(context.body), provisioningState: 'Succeeded', validatedResources };
  return ok({ id, name: at.get('name') ?? '', type: DEPLOYMENT, properties });
}

function remove({ emulated, id }: Context): Reply {
  return find(emulated.state, id) ? { status: 200, emulated: without(emulated, id) } : { status: 204 };
}
