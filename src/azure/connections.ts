import { isObject, own, type JsonObject } from '../core/json.js';
import { parseResourceId } from '../arm/resource-id.js';
import { isRefused, type ArmClient } from './client.js';
import { apiOf } from './connection-body.js';
import { refusal } from './faults.js';
import { ourTags, tagIn, tagsOf } from './tags.js';
import { CONNECTION, groupId, regionOf, RESOURCES_VERSION, sameId, WEB_VERSION, type Target } from './target.js';

/** The connections of a connector. */
export interface Connections {
  /** The ids of those that we made. */
  readonly ours: readonly string[];
  /** The ids of the others. */
  readonly foreign: readonly string[];
  /** Whether all resource groups could be looked at. */
  readonly isComplete: boolean;
}

/** Of other resource groups this many connections of the region are looked at, one request each. */
const MOST_ELSEWHERE = 500;

/** The connections of a connector: in its resource group, and in the others of the subscription, whose connections can only be asked for one by one. */
export async function connectionsOf(
  client: ArmClient,
  target: Target,
  { api, location }: { readonly api: string; readonly location: string | undefined },
): Promise<Connections> {
  const path = `${groupId(target)}/providers/${CONNECTION}`;
  const here = await client.list({ path, version: WEB_VERSION });
  if (isRefused(here)) {
    if (here.code === 'ResourceGroupNotFound') return { ours: [], foreign: [], isComplete: true };
    throw refusal('Listing the connections', here);
  }
  const elsewhere = await connectionsElsewhere(client, target, location);
  const all = [...here, ...elsewhere.found].filter((one) => isConnection(one) && sameId(apiOf(one), api));
  const isOurs = (one: JsonObject) => tagIn(tagsOf(own(one, 'tags')), ourTags.connector) !== undefined;
  return {
    ours: all.filter(isOurs).map(idIn),
    foreign: all.filter((one) => !isOurs(one)).map(idIn),
    isComplete: elsewhere.isComplete,
  };
}

/** Whether the id is one that can be asked for: what a list says is not put into an address unseen. */
function isConnection(resource: JsonObject): boolean {
  const id = idIn(resource);
  const type = parseResourceId(id)?.type.toLowerCase();
  return type === CONNECTION.toLowerCase() && /^\/subscriptions\/[^?#%\\]*$/i.test(id) && !/\/\.{1,2}(?:\/|$)/.test(id);
}

function idIn(resource: JsonObject): string {
  return String(own(resource, 'id') ?? '');
}

async function connectionsElsewhere(
  client: ArmClient,
  target: Target,
  location: string | undefined,
): Promise<{ readonly found: readonly JsonObject[]; readonly isComplete: boolean }> {
  const listed = await client.list({
    path: `/subscriptions/${target.subscription}/resources`,
    version: RESOURCES_VERSION,
    query: { $filter: `resourceType eq '${CONNECTION}'` },
  });
  if (isRefused(listed)) return { found: [], isComplete: false };
  const prefix = `${groupId(target)}/`.toLowerCase();
  const candidates = listed.filter((one) => {
    const region = own(one, 'location');
    const isNear = location === undefined || typeof region !== 'string' || regionOf(region) === location;
    return isNear && isConnection(one) && !idIn(one).toLowerCase().startsWith(prefix);
  });
  const found: JsonObject[] = [];
  let isComplete = candidates.length <= MOST_ELSEWHERE;
  for (const one of candidates.slice(0, MOST_ELSEWHERE)) {
    const answer = await client.attempt({ method: 'GET', path: idIn(one), version: WEB_VERSION });
    if (answer.error) isComplete &&= answer.error.status === 404;
    else if (isObject(answer.value)) found.push(answer.value);
  }
  return { found, isComplete };
}
