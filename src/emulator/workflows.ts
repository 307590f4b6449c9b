import { isObject, own, type JsonObject } from '../core/json.js';
import type { Context, Route } from './context.js';
import { guidOf, hexOf, timeText } from './hex.js';
import { noResource } from './missing.js';
import { filteredPage } from './page.js';
import { ok, refused, type Reply } from './reply.js';
import { refusals } from './refusals.js';
import { readResource } from './resource-body.js';
import { guess, spec } from './source.js';
import type { Resource } from './state.js';
import { below, find, kept, scopeOf, shown, without } from './store.js';

/** The type of a workflow: a logic app of the Consumption plan. */
const WORKFLOW = 'Microsoft.Logic/workflows';

const LIST = `/subscriptions/{subscription}/providers/${WORKFLOW}`;
const IN_GROUP = `/subscriptions/{subscription}/resourceGroups/{group}/providers/${WORKFLOW}`;
const ONE = `${IN_GROUP}/{name}`;
const versions = ['2016-06-01', '2017-07-01', '2018-07-01-preview', '2019-05-01'];
const of = (id: string) => spec(`Microsoft.Logic ${id}`);

/** Workflows, as far as it matters which connections they use. None of them runs. */
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
    source: of('Workflows_CreateOrUpdate: 201 or 200; a definition is not checked'),
    answer: put,
  },
  {
    method: 'DELETE',
    path: ONE,
    action: `${WORKFLOW}/delete`,
    versions,
    source: of('Workflows_Delete: 200, or 204 where there was none'),
    answer: remove,
  },
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
    version: String(BigInt(`0x${hexOf(`${id} ${changed}`).slice(0, 15)}`)).padStart(20, '0'),
    accessEndpoint: `https://prod-00.${resource.location ?? ''}.logic.azure.com:443/workflows/${hexOf(id)}`,
    ...properties,
  });
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
  if (!isObject(own(resource.properties, 'definition'))) {
    const message = "The request content is not valid and could not be deserialized: the workflow has no 'definition'.";
    return refused(refusals.badDefinitionOfWorkflow, message);
  }
  const identity = identityOf(context);
  const after = { ...resource, ...(identity && { identity }), properties: withoutSecrets(resource.properties) };
  const emulated = kept(context.emulated, after);
  return { status: before ? 200 : 201, body: view(after), emulated };
}

/** An identity of its own gets an id, the same each time. */
function identityOf({ body, id, at }: Context): JsonObject | undefined {
  const identity = own(body, 'identity');
  if (!isObject(identity)) return undefined;
  const isOwn = String(own(identity, 'type')).toLowerCase().includes('systemassigned');
  const ids = { principalId: guidOf(`${id} principal`), tenantId: guidOf(`${at.get('subscription')} tenant`) };
  return isOwn ? { ...identity, ...ids } : identity;
}

/** What is declared as secure is given and never shown: it is not kept. */
function withoutSecrets(properties: JsonObject): JsonObject {
  const definition = own(properties, 'definition');
  const declared = isObject(definition) ? own(definition, 'parameters') : undefined;
  const given = own(properties, 'parameters');
  if (!isObject(declared) || !isObject(given)) return properties;
  const parameters = Object.entries(given).filter(([name]) => {
    const one = own(declared, name);
    return !isObject(one) || !/^secure/i.test(String(own(one, 'type')));
  });
  return { ...properties, parameters: Object.fromEntries(parameters) };
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
