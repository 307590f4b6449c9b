import { isObject, own, type JsonObject } from '../../core/json.js';
import type { Context, Route } from '../context.js';
import { guidOf, hexOf, timeText } from '../hex.js';
import { noResource } from '../missing.js';
import { filteredPage } from '../page.js';
import { ok, type Reply } from '../reply.js';
import { badContent, patched, readResource, refusedParts } from '../resource-body.js';
import { guess, spec } from '../source.js';
import type { Resource } from '../state.js';
import { below, find, kept, scopeOf, shown, without } from '../store.js';
import { refusedWorkflow } from './workflow-check.js';
import { withoutSecrets } from './workflow-secrets.js';

/** The type of a workflow: a logic app of the Consumption plan. */
export const WORKFLOW = 'Microsoft.Logic/workflows';

const LIST = `/subscriptions/{subscription}/providers/${WORKFLOW}`;
const IN_GROUP = `/subscriptions/{subscription}/resourceGroups/{group}/providers/${WORKFLOW}`;
const ONE = `${IN_GROUP}/{name}`;
const IN_REGION =
  '/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.Logic/locations/{location}/workflows/{name}';
/** The path of what a workflow has. */
export const workflowPath = `${IN_GROUP}/{workflow}`;
/** The api-versions of Microsoft.Logic. */
export const workflowVersions: readonly string[] = ['2016-06-01', '2017-07-01', '2018-07-01-preview', '2019-05-01'];
const versions = workflowVersions;
const of = (id: string) => spec(`Microsoft.Logic ${id}`);

/** Workflows: logic apps of the Consumption plan. */
export const workflowRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: LIST,
    action: `${WORKFLOW}/read`,
    versions,
    source: of('Workflows_ListBySubscription'),
    answer: list,
  },
  {
    method: 'GET',
    path: IN_GROUP,
    action: `${WORKFLOW}/read`,
    versions,
    source: of('Workflows_ListByResourceGroup'),
    answer: list,
  },
  { method: 'GET', path: ONE, action: `${WORKFLOW}/read`, versions, source: of('Workflows_Get'), answer: get },
  {
    method: 'PUT',
    path: ONE,
    action: `${WORKFLOW}/write`,
    versions,
    takesBody: true,
    source: of('Workflows_CreateOrUpdate: 201 or 200; what a definition is refused for: docs/playbook-rules.md'),
    answer: put,
  },
  {
    method: 'PATCH',
    path: ONE,
    action: `${WORKFLOW}/write`,
    versions,
    takesBody: true,
    source: guess('Workflows_Update has no body in the specification; tags are added'),
    answer: patch,
  },
  {
    method: 'DELETE',
    path: ONE,
    action: `${WORKFLOW}/delete`,
    versions,
    source: of('Workflows_Delete: 200, or 204 where there was none'),
    answer: remove,
  },
  ...[ONE, IN_REGION].map((one): Route => ({
    method: 'POST',
    path: `${one}/validate`,
    action: `${one === ONE ? WORKFLOW : 'Microsoft.Logic/locations/workflows'}/validate/action`,
    versions,
    takesBody: true,
    source: of('Workflows_ValidateByResourceGroup, Workflows_ValidateByLocation'),
    answer: validate,
  })),
  ...(['enable', 'disable'] as const).map((name): Route => ({
    method: 'POST',
    path: `${ONE}/${name}`,
    action: `${WORKFLOW}/${name}/action`,
    versions,
    source: guess(`${name === 'enable' ? 'Workflows_Enable' : 'Workflows_Disable'}: 200 without a body`),
    answer: (context) => switched(context, name === 'enable' ? 'Enabled' : 'Disabled'),
  })),
];

function view(resource: Resource): JsonObject {
  const { properties, id, created, changed } = resource;
  return shown(resource, {
    provisioningState: 'Succeeded',
    createdTime: created,
    changedTime: changed,
    state: 'Enabled',
    version: versionOf(resource),
    accessEndpoint: `https://prod-00.${resource.location ?? ''}.logic.azure.com:443/workflows/${hexOf(id)}`,
    ...properties,
  });
}

/** The name of a workflow's version: another one after each change. */
export function versionOf({ id, changed }: Resource): string {
  return String(BigInt(`0x${hexOf(`${id} ${changed}`).slice(0, 15)}`)).padStart(20, '0');
}

function list(context: Context): Reply {
  return filteredPage(context, below(context.emulated.state, scopeOf(context.id), WORKFLOW), view);
}

function get({ emulated, id }: Context): Reply {
  const resource = find(emulated.state, id);
  return resource ? ok(view(resource)) : noResource(id);
}

function put(context: Context): Reply {
  const read = readResource(context, WORKFLOW);
  if (read.refusal) return read.refusal;
  const { resource, before } = read;
  const identity = identityOf(context);
  const refusal = refusedWorkflow(context.emulated.state, { properties: resource.properties, identity });
  if (refusal) return refusal;
  const { properties, secret } = withoutSecrets(resource.properties);
  const after = { ...resource, ...(identity && { identity }), properties };
  const { state, memory } = kept(context.emulated, after);
  const keys = new Map([...memory.keys, [after.id.toLowerCase(), secret]]);
  return { status: before ? 200 : 201, body: view(after), emulated: { state, memory: { ...memory, keys } } };
}

/** An identity of its own gets an id, the same each time. */
function identityOf({ body, id, at }: Context): JsonObject | undefined {
  const identity = own(body, 'identity');
  if (!isObject(identity)) return undefined;
  const isOwn = String(own(identity, 'type')).toLowerCase().includes('systemassigned');
  const ids = { principalId: guidOf(`${id} principal`), tenantId: guidOf(`${at.get('subscription')} tenant`) };
  return isOwn ? { ...identity, ...ids } : identity;
}

function patch(context: Context): Reply {
  const before = find(context.emulated.state, context.id);
  if (before === undefined) return noResource(context.id);
  const refusal = refusedParts(context.body);
  if (refusal) return refusal;
  const after = patched(before, context);
  return ok(view(after), kept(context.emulated, after));
}

/** Says whether the workflow could be saved: nothing is. */
function validate({ emulated, body }: Context): Reply {
  const [properties, identity] = [own(body, 'properties'), own(body, 'identity')];
  if (!isObject(properties)) return badContent('properties', 'an object');
  const given = isObject(identity) ? identity : undefined;
  return refusedWorkflow(emulated.state, { properties, identity: given }) ?? { status: 200 };
}

function remove({ emulated, id }: Context): Reply {
  return find(emulated.state, id) ? { status: 200, emulated: without(emulated, id) } : { status: 204 };
}

function switched({ emulated, id, world }: Context, state: string): Reply {
  const before = find(emulated.state, id);
  if (before === undefined) return noResource(id);
  const after = { ...before, properties: { ...before.properties, state }, changed: timeText(world.now) };
  return { status: 200, emulated: kept(emulated, after) };
}
