import { isObject, own, type Json, type JsonObject } from '../core/json.js';
import type { Context, Route } from './context.js';
import { CUSTOM_API } from './custom-api.js';
import { refusedProperties } from './custom-api-check.js';
import { customApiView, PREVIEW } from './custom-api-view.js';
import { moved } from './move.js';
import { page } from './page.js';
import { ok, refused, type Reply } from './reply.js';
import { refusals } from './refusals.js';
import { noResource } from './missing.js';
import { patched, readResource, refusedParts } from './resource-body.js';
import { guess, recorded, spec } from './source.js';
import { shared } from './definitions.js';
import { below, find, kept, scopeOf, without } from './store.js';
import { definitionOf } from './swagger-files.js';
import type { Resource } from './state.js';

const LIST = '/subscriptions/{subscription}/providers/Microsoft.Web/customApis';
const IN_GROUP = '/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.Web/customApis';
const ONE = `${IN_GROUP}/{name}`;
const versions = ['2016-06-01', PREVIEW];

/** Custom connectors. */
export const customApiRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: LIST,
    action: 'Microsoft.Web/customApis/read',
    versions,
    source: spec('CustomApis_List; nextLink: the portal follows it'),
    answer: list,
  },
  {
    method: 'GET',
    path: IN_GROUP,
    action: 'Microsoft.Web/customApis/read',
    versions,
    source: spec('CustomApis_ListByResourceGroup'),
    answer: list,
  },
  {
    method: 'GET',
    path: ONE,
    action: 'Microsoft.Web/customApis/read',
    versions,
    source: recorded('customApis-Billogram, customApis-LDAPAdapter; export=true: portal, base/connection.ts'),
    answer: get,
  },
  {
    method: 'PUT',
    path: ONE,
    action: 'Microsoft.Web/customApis/write',
    versions,
    takesBody: true,
    source: spec('CustomApis_CreateOrUpdate: 200, for what is new too'),
    answer: put,
  },
  {
    method: 'PATCH',
    path: ONE,
    action: 'Microsoft.Web/customApis/write',
    versions,
    takesBody: true,
    source: guess('CustomApis_Update says that tags are added; that properties are merged one by one is a guess'),
    answer: patch,
  },
  {
    method: 'DELETE',
    path: ONE,
    action: 'Microsoft.Web/customApis/delete',
    versions,
    source: spec('CustomApis_Delete: 200, or 204 where there was none'),
    answer: remove,
  },
  {
    method: 'POST',
    path: `${ONE}/move`,
    action: 'Microsoft.Web/customApis/move/action',
    versions,
    takesBody: true,
    source: spec('CustomApis_Move: 200 without a body'),
    answer: (context) => moved(context, CUSTOM_API),
  },
  ...['listWsdlInterfaces', 'extractApiDefinitionFromWsdl'].map((name): Route => ({
    method: 'POST',
    path: `/subscriptions/{subscription}/providers/Microsoft.Web/locations/{location}/${name}`,
    action: `Microsoft.Web/locations/${name}/action`,
    versions,
    takesBody: true,
    source: guess('refused: the emulator reads no WSDL'),
    answer: () => refused(refusals.noWsdl, 'The emulator reads no WSDL.'),
  })),
];

function view(context: Context): (resource: Resource) => JsonObject {
  const { world, apiVersion, emulated } = context;
  return (resource) => customApiView(resource, { world, apiVersion, settings: emulated.state.settings });
}

function list(context: Context): Reply {
  return page(context, below(context.emulated.state, scopeOf(context.id), CUSTOM_API), view(context));
}

function get(context: Context): Reply {
  const { emulated, id, query, world } = context;
  const resource = find(emulated.state, id);
  if (resource === undefined) return noResource(id);
  const { exportGives } = emulated.state.settings;
  const isExport = query.get('export')?.toLowerCase() === 'true' && exportGives !== 'resource';
  const definition = isExport ? definitionOf(resource, exportGives, world) : undefined;
  return ok(definition ?? view(context)(resource));
}

function put(context: Context): Reply {
  const read = readResource(context, CUSTOM_API);
  if (read.refusal) return read.refusal;
  const { before } = read;
  const resource = { ...read.resource, properties: withShared(read.resource.properties) };
  const { emulated, at } = context;
  const refusal = refusedProperties(resource.name, resource.properties);
  if (refusal) return refusal;
  const count = before ? 0 : below(emulated.state, `/subscriptions/${at.get('subscription')}`, CUSTOM_API).length;
  if (count >= MOST_IN_SUBSCRIPTION) {
    const message = `The subscription has ${count} custom connectors already, at most ${MOST_IN_SUBSCRIPTION} are allowed.`;
    return refused(refusals.tooMany, message);
  }
  const emptied = { ...resource, properties: sentProperties(resource.properties) };
  return ok(view(context)(emptied), kept(emulated, emptied));
}

/** Custom connectors of one subscription. docs: connectors/custom-connectors/faq. */
const MOST_IN_SUBSCRIPTION = 1000;

function withShared(properties: JsonObject): JsonObject {
  const swagger = own(properties, 'swagger');
  return isObject(swagger) ? { ...properties, swagger: shared(swagger) } : properties;
}

/** What the service sets itself is not taken from anybody; what is null is absent; what a sign-in keeps to itself is not kept. */
function sentProperties(properties: JsonObject): JsonObject {
  const isSet = ([name, value]: readonly [string, Json]) => value !== null && name !== 'runtimeUrls';
  const entries = Object.entries(properties).filter(isSet);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, name === 'connectionParameters' ? withoutClientSecrets(value) : value]),
  );
}

function withoutClientSecrets(parameters: Json): Json {
  if (!isObject(parameters)) return parameters;
  const entries = Object.entries(parameters).map(([name, parameter]) => {
    const settings = isObject(parameter) ? own(parameter, 'oAuthSettings') : undefined;
    if (!isObject(parameter) || !isObject(settings)) return [name, parameter] as const;
    const open = Object.entries(settings).filter(([key]) => key !== 'clientSecret');
    return [name, { ...parameter, oAuthSettings: Object.fromEntries(open) }] as const;
  });
  return Object.fromEntries(entries);
}

function patch(context: Context): Reply {
  const before = find(context.emulated.state, context.id);
  if (before === undefined) return noResource(context.id);
  const given = own(context.body, 'properties');
  const properties = sentProperties(withShared({ ...before.properties, ...(isObject(given) && given) }));
  const refusal =
    refusedParts(context.body) ?? (isObject(given) ? refusedProperties(before.name, properties) : undefined);
  if (refusal) return refusal;
  const resource = { ...patched(before, context), properties };
  return ok(view(context)(resource), kept(context.emulated, resource));
}

function remove({ emulated, id }: Context): Reply {
  const before = find(emulated.state, id);
  return before ? { status: 200, emulated: without(emulated, id) } : { status: 204 };
}
