import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import { namedApi } from './connection-api.js';
import { listConsentLinks } from './consent.js';
import { neededSecrets, splitValues, type SplitValues } from './connection-values.js';
import { CONNECTION, connectionView } from './connection-view.js';
import type { Context, Route } from './context.js';
import { PREVIEW } from './custom-api-view.js';
import { dynamicInvoke } from './dynamic-invoke.js';
import { noResource } from './missing.js';
import { moved } from './move.js';
import { filteredPage } from './page.js';
import { ok, type Reply } from './reply.js';
import { badContent, patched, readResource, refusedParts } from './resource-body.js';
import { guess, portal, recorded, spec } from './source.js';
import type { Resource } from './state.js';
import { below, find, kept, scopeOf, without } from './store.js';

const IN_GROUP = '/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.Web/connections';
const ONE = `${IN_GROUP}/{name}`;
const versions = ['2016-06-01', PREVIEW];
const noKeys = 'that a PUT without parameterValues keeps the key is a guess';

/** Connections. */
export const connectionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: IN_GROUP,
    action: 'Microsoft.Web/connections/read',
    versions,
    source: spec('Connections_List; $filter as the portal writes it'),
    answer: list,
  },
  {
    method: 'GET',
    path: ONE,
    action: 'Microsoft.Web/connections/read',
    versions,
    source: recorded('connections-Billogram, connections-LDAPAdapter'),
    answer: get,
  },
  {
    method: 'PUT',
    path: ONE,
    action: 'Microsoft.Web/connections/write',
    versions,
    takesBody: true,
    source: spec(`Connections_CreateOrUpdate: 201 or 200; ${noKeys}`),
    answer: put,
  },
  {
    method: 'PATCH',
    path: ONE,
    action: 'Microsoft.Web/connections/write',
    versions,
    takesBody: true,
    source: guess('Connections_Update says that tags are added; the rest as PUT'),
    answer: patch,
  },
  {
    method: 'DELETE',
    path: ONE,
    action: 'Microsoft.Web/connections/delete',
    versions,
    source: spec('Connections_Delete: 200, or 204 where there was none'),
    answer: remove,
  },
  {
    method: 'POST',
    path: `${ONE}/move`,
    action: 'Microsoft.Web/connections/move/action',
    versions,
    takesBody: true,
    source: guess('the right exists, the answer is that of customApis'),
    answer: (context) => moved(context, CONNECTION),
  },
  {
    method: 'POST',
    path: `${ONE}/listConsentLinks`,
    action: 'Microsoft.Web/connections/listConsentLinks/action',
    versions,
    takesBody: true,
    source: spec('Connections_ListConsentLinks'),
    answer: listConsentLinks,
  },
  {
    method: 'POST',
    path: `${ONE}/confirmConsentCode`,
    action: 'Microsoft.Web/connections/confirmConsentCode/action',
    versions,
    takesBody: true,
    source: spec('Connections_ConfirmConsentCode: gives back what it got'),
    answer: confirm,
  },
  {
    method: 'POST',
    path: `${ONE}/dynamicInvoke`,
    action: 'Microsoft.Web/connections/dynamicInvoke/action',
    versions,
    takesBody: true,
    source: portal('base/connector.ts: `{ request }` in, `{ response: { statusCode, headers, body } }` out'),
    answer: dynamicInvoke,
  },
];

function list(context: Context): Reply {
  const { emulated, id, world } = context;
  const { state } = emulated;
  return filteredPage(context, below(state, scopeOf(id), CONNECTION), (one) => connectionView(one, { state, world }));
}

function get({ emulated, id, world }: Context): Reply {
  const resource = find(emulated.state, id);
  return resource ? ok(connectionView(resource, { state: emulated.state, world })) : noResource(id);
}

function put(context: Context): Reply {
  const read = readResource(context, CONNECTION);
  if (read.refusal) return read.refusal;
  const { resource, before } = read;
  const written = write(context, { resource, before, given: resource.properties, adds: false });
  return written.status === 200 && !before ? { ...written, status: 201 } : written;
}

function patch(context: Context): Reply {
  const before = find(context.emulated.state, context.id);
  if (before === undefined) return noResource(context.id);
  const refusal = refusedParts(context.body);
  if (refusal) return refusal;
  const given = own(context.body, 'properties');
  const properties = { ...before.properties, ...(isObject(given) && given) };
  return write(context, { resource: patched(before, context), before, given: properties, adds: true });
}

interface Write {
  readonly resource: Resource;
  readonly before: Resource | undefined;
  /** The properties as they were sent, secrets and all. */
  readonly given: JsonObject;
  /** Whether values are added to those that are there, or stand in their place. */
  readonly adds: boolean;
}

/** The members that are objects where they are there. */
const objects = ['parameterValues', 'customParameterValues', 'alternativeParameterValues', 'parameterValueSet'];

function write({ emulated, world }: Context, { resource, before, given, adds }: Write): Reply {
  const wrong = objects.find((name) => !isObject(own(given, name) ?? {}));
  if (wrong !== undefined) return badContent(`properties.${wrong}`, 'an object');
  const named = namedApi(emulated.state, given, resource.location ?? '');
  if (named.refusal) return named.refusal;
  const id = resource.id.toLowerCase();
  const there = { open: openOf(before), secret: emulated.memory.keys.get(id) ?? noSecrets };
  const values = own(given, 'parameterValues');
  const sent = isObject(values) ? splitValues(values, named.api) : undefined;
  const all = sent && adds ? added(there, sent) : (sent ?? there);
  const type = own(given, 'parameterValueType');
  const needed = type === 'Alternative' ? [] : neededSecrets(named.api);
  const isConnected = needed.every((name) => all.secret.has(name)) || (!sent && wasConnected(before));
  const properties: JsonObject = {
    displayName: textOr(own(given, 'displayName'), resource.name),
    statuses: isConnected ? [{ status: 'Connected' }] : [unauthenticated],
    nonSecretParameterValues: all.open,
    api: { id: named.id },
    ...(typeof type === 'string' && { parameterValueType: type }),
  };
  const stored = { ...resource, properties };
  const after = kept(emulated, stored);
  const next = { ...after, memory: { ...after.memory, keys: new Map([...after.memory.keys, [id, all.secret]]) } };
  return ok(connectionView(stored, { state: next.state, world }), next);
}

const noSecrets: SplitValues['secret'] = new Map();

function openOf(before: Resource | undefined): JsonObject {
  const values = before && own(before.properties, 'nonSecretParameterValues');
  return isObject(values) ? values : {};
}

function added(there: SplitValues, sent: SplitValues): SplitValues {
  return { open: { ...there.open, ...sent.open }, secret: new Map([...there.secret, ...sent.secret]) };
}

/** What a connection says of itself that was made without what it needs: as OAuth connections do. */
const unauthenticated = {
  status: 'Error',
  target: 'token',
  error: { code: 'Unauthenticated', message: 'This connection is not authenticated.' },
};

function wasConnected(before: Resource | undefined): boolean {
  const statuses = before && own(before.properties, 'statuses');
  const first = statuses !== undefined && isArray(statuses) ? statuses[0] : undefined;
  return isObject(first) && own(first, 'status') === 'Connected';
}

function textOr(value: Json | undefined, instead: string): string {
  return typeof value === 'string' ? value : instead;
}

function remove({ emulated, id }: Context): Reply {
  return find(emulated.state, id) ? { status: 200, emulated: without(emulated, id) } : { status: 204 };
}

function confirm({ emulated, id, body }: Context): Reply {
  const before = find(emulated.state, id);
  if (before === undefined) return noResource(id);
  const properties = { ...before.properties, statuses: [{ status: 'Connected' }] };
  return ok(body, kept(emulated, { ...before, properties }));
}
