import { isObject, own, type Json, type JsonObject } from '../core/json.js';
import { parseResourceId } from '../arm/resource-id.js';
import { apiReference } from './custom-api-view.js';
import { hexOf } from './hex.js';
import type { EmulatorWorld } from './message.js';
import { gatewayOrigin } from './origins.js';
import type { EmulatorState, Resource } from './state.js';
import { find, shown } from './store.js';

/** The type of a connection. */
export const CONNECTION = 'Microsoft.Web/connections';

/** What a view depends on beside the resource. */
interface Around {
  readonly state: EmulatorState;
  readonly world: EmulatorWorld;
}

/** A connection as a GET shows it: no `parameterValues`. Members in the order of the real responses. */
export function connectionView(resource: Resource, { state, world }: Around): JsonObject {
  const { properties } = resource;
  return shown(resource, {
    displayName: own(properties, 'displayName') ?? resource.name,
    statuses: own(properties, 'statuses') ?? [],
    // as recorded; what is sent may be a secret under a name that nobody knows, and is not kept
    customParameterValues: {},
    nonSecretParameterValues: own(properties, 'nonSecretParameterValues') ?? {},
    createdTime: resource.created,
    changedTime: resource.changed,
    api: apiView(apiIdOf(resource), state),
    testLinks: [],
    ...alternative(properties),
    ...(resource.kind === 'V2' && { connectionRuntimeUrl: connectionRuntimeUrl(resource, world) }),
  });
}

/** The id of the connector that a connection leads to. */
export function apiIdOf({ properties }: Resource): string {
  const api = own(properties, 'api');
  const id = isObject(api) ? own(api, 'id') : undefined;
  return typeof id === 'string' ? id : '';
}

/** A connector's properties as a connection shows them; of one that is gone, what its id tells. */
function apiView(id: string, state: EmulatorState): Json {
  const api = find(state, id);
  if (api) return apiReference(api);
  const parsed = parseResourceId(id);
  const name = parsed?.names.at(-1) ?? '';
  const managed = state.settings.managedApis.find((one) => one.name.toLowerCase() === name.toLowerCase());
  const general = managed && own(managed.properties, 'generalInformation');
  const metadata = managed && own(managed.properties, 'metadata');
  const text = (object: Json | undefined, member: string) => (isObject(object) ? own(object, member) : undefined);
  const brandColor = text(metadata, 'brandColor');
  return {
    name: managed?.name ?? name,
    displayName: text(general, 'displayName') ?? name,
    description: text(general, 'description') ?? '',
    iconUri: text(general, 'iconUrl') ?? '',
    ...(brandColor !== undefined && { brandColor }),
    id,
    type: parsed?.type ?? '',
  };
}

/** What a connection with a managed identity says. Every Sentinel template sends it, under 2016-06-01 too. */
function alternative(properties: JsonObject): JsonObject {
  const type = own(properties, 'parameterValueType');
  return typeof type === 'string' ? { parameterValueType: type } : {};
}

/** Where calls of a connection go: the operation's path, without the base path, behind it. Azure shows it of connections of kind V2 only. */
export function connectionRuntimeUrl(connection: Resource, world: EmulatorWorld): string {
  const origin = gatewayOrigin(world, connection.location ?? '');
  return `${origin}/apim/${hexOf(apiIdOf(connection))}/${hexOf(connection.id)}`;
}
