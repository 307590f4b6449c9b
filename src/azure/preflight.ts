import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import { didYouMean } from '../core/nearest.js';
import { shorten } from '../core/shorten.js';
import { isRefused, type ArmClient } from './client.js';
import { together } from './together.js';
import { groupId, LOCKS_VERSION, regionOf, RESOURCES_VERSION, type Target } from './target.js';

/** What stands in the way of a plan, found before anything was sent. */
export interface Obstacle {
  readonly code:
    | 'provider-not-registered'
    | 'group-missing'
    | 'region-unavailable'
    | 'region-differs'
    | 'locked'
    | 'connection-elsewhere'
    | 'connector-missing'
    | 'workspace-missing'
    | 'parameter-missing'
    | 'placeholder-left'
    | 'trigger-unfit'
    | 'api-version-retired'
    | 'not-ours'
    | 'in-use'
    | 'not-all-seen';
  /** One sentence. */
  readonly message: string;
  /** What can be done about it. One sentence. */
  readonly help: string;
}

/** What was found out about the place where something shall be published. */
interface Place {
  /** The target's own region, else that of what is deployed, else that of the resource group; undefined where none is known. */
  readonly location: string | undefined;
  readonly obstacles: readonly Obstacle[];
}

/** The resource group and the provider, as far as the account may see them. */
export interface Surroundings {
  readonly isMissing: boolean;
  /** The region of the group. */
  readonly location: string | undefined;
  readonly provider: JsonObject;
}

/** Looks at the resource group and the provider. What the account may not see is no obstacle: Azure will say. */
export async function lookAround(client: ArmClient, target: Target): Promise<Surroundings> {
  const version = RESOURCES_VERSION;
  const web = `/subscriptions/${target.subscription}/providers/Microsoft.Web`;
  const [group, provider] = await together([
    client.attempt({ method: 'GET', path: groupId(target), version }),
    client.attempt({ method: 'GET', path: web, version }),
  ]);
  const location = group.error === undefined && isObject(group.value) ? own(group.value, 'location') : undefined;
  return {
    isMissing: group.error?.code === 'ResourceGroupNotFound',
    location: typeof location === 'string' ? regionOf(location) : undefined,
    provider: provider.error === undefined && isObject(provider.value) ? provider.value : {},
  };
}

/** What of that stands in the way; `deployedIn` is the region of what is there already. */
export function placeIn(
  { isMissing, location, provider }: Surroundings,
  target: Target,
  deployedIn: string | undefined,
): Place {
  const region = target.location ?? deployedIn ?? location;
  const obstacles = [
    ...(isMissing ? [missingGroup(target)] : []),
    ...unregistered(provider),
    ...unavailable(provider, region),
    ...elsewhere(region, deployedIn),
  ];
  return { location: region, obstacles };
}

/** A resource group that is not there. */
export function missingGroup({ group, location = 'REGION' }: Target): Obstacle {
  return {
    code: 'group-missing',
    message: `The resource group ${shorten(group)} does not exist.`,
    help: `Run "az group create --name ${group} --location ${location}", or name another one with --resource-group.`,
  };
}

/** A provider, as it was read, that the subscription is not registered for. */
export function unregistered(provider: JsonObject, namespace = 'Microsoft.Web'): Obstacle[] {
  const state = own(provider, 'registrationState');
  if (typeof state !== 'string' || state === 'Registered') return [];
  return [
    {
      code: 'provider-not-registered',
      message: `The subscription is not registered for "${namespace}": its state is ${shorten(state)}.`,
      help: `Run "az provider register --namespace ${namespace}", and wait until it is done.`,
    },
  ];
}

/** The provider says where it has custom connectors. */
function unavailable(provider: JsonObject, location: string | undefined): Obstacle[] {
  const types = own(provider, 'resourceTypes');
  const type = (types !== undefined && isArray(types) ? types : []).find(
    (one): one is JsonObject => isObject(one) && String(own(one, 'resourceType')).toLowerCase() === 'customapis',
  );
  const locations = type && own(type, 'locations');
  const regions = textsIn(locations).map(regionOf);
  if (location === undefined || regions.length === 0 || regions.includes(location)) return [];
  return [
    {
      code: 'region-unavailable',
      message: `The region ${shorten(location)} has no custom connectors, expected one of ${regions.length} others.${didYouMean(location, regions)}`,
      help: 'Name the region of the workflows with --location.',
    },
  ];
}

function elsewhere(location: string | undefined, deployedIn: string | undefined): Obstacle[] {
  if (location === undefined || deployedIn === undefined || location === deployedIn) return [];
  return [
    {
      code: 'region-differs',
      message: `The connector is deployed in ${shorten(deployedIn)}, expected ${shorten(location)}; a resource cannot move to another region.`,
      help: 'Leave --location out, or publish under another name (--name).',
    },
  ];
}

function textsIn(value: Json | undefined): string[] {
  const list = value !== undefined && isArray(value) ? value : [];
  return list.filter((one) => typeof one === 'string');
}

/** The locks that keep resources from being written, or deleted: on them, their group and their subscription. Each is named once. */
export async function lockObstacles(
  client: ArmClient,
  ids: readonly string[],
  doing: 'write' | 'delete',
): Promise<Obstacle[]> {
  const found = new Map<string, Obstacle>();
  const scopes = new Set(ids.flatMap((id) => [id, id.slice(0, id.indexOf('/providers/')), subscriptionOf(id)]));
  const path = 'providers/Microsoft.Authorization/locks';
  const asked = [...scopes].map((scope) => client.list({ path: `${scope}/${path}`, version: LOCKS_VERSION }));
  for (const locks of await together(asked)) {
    if (isRefused(locks)) continue;
    const obstacles = ids.flatMap((id) => locks.flatMap((lock) => lockedBy(lock, { id, doing })));
    for (const one of obstacles) found.set(one.message, one);
  }
  return [...found.values()];
}

function subscriptionOf(id: string): string {
  return id.split('/').slice(0, 3).join('/');
}

function lockedBy(
  lock: JsonObject,
  { id, doing }: { readonly id: string; readonly doing: 'write' | 'delete' },
): Obstacle[] {
  const properties = own(lock, 'properties');
  const level = isObject(properties) ? own(properties, 'level') : undefined;
  const lockId = String(own(lock, 'id') ?? '');
  const scope = lockId.toLowerCase().split('/providers/microsoft.authorization/locks')[0] ?? '';
  const isOver = id.toLowerCase() === scope || id.toLowerCase().startsWith(`${scope}/`);
  if (!isOver || scope === '' || (doing === 'write' && level !== 'ReadOnly')) return [];
  return [
    {
      code: 'locked',
      message: `The lock ${shorten(lockId, 200)} keeps it from being ${doing === 'write' ? 'written' : 'deleted'}.`,
      help: 'Ask the owner of the lock to remove it ("az lock delete --ids ID").',
    },
  ];
}
