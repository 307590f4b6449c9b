import { isObject, own, type JsonObject } from '../core/json.js';
import { shorten } from '../core/shorten.js';
import { parseResourceId } from '../arm/resource-id.js';
import { CUSTOM_API } from './custom-api.js';
import { refused, type Reply } from './reply.js';
import { refusals } from './refusals.js';
import { normalRegion } from './regions.js';
import { badContent } from './resource-body.js';
import type { EmulatorState, Resource } from './state.js';
import { find } from './store.js';

/** The connector that a connection's properties name: a resource of ours, one of Microsoft's (undefined), or why it cannot be. */
export type NamedApi =
  | { readonly id: string; readonly api: Resource | undefined; readonly refusal?: never }
  | { readonly refusal: Reply; readonly id?: never };

/** Looks up the connector of a connection, which must be in the connection's region. */
export function namedApi(state: EmulatorState, properties: JsonObject, location: string): NamedApi {
  const api = own(properties, 'api');
  const id = isObject(api) ? own(api, 'id') : undefined;
  if (typeof id !== 'string') return { refusal: badContent('properties.api.id', 'the id of a connector') };
  const parsed = parseResourceId(id);
  const type = parsed?.type.toLowerCase();
  if (type === CUSTOM_API.toLowerCase()) {
    const found = find(state, id);
    if (found === undefined) return { refusal: notFound(parsed?.names[0] ?? id) };
    return found.location === location
      ? { id: found.id, api: found }
      : { refusal: elsewhere(id, found.location, location) };
  }
  if (type !== 'microsoft.web/locations/managedapis') return { refusal: notFound(id) };
  const [region = '', name = ''] = parsed?.names ?? [];
  const isKnown = state.settings.managedApis.some((one) => one.name.toLowerCase() === name.toLowerCase());
  if (!isKnown) return { refusal: notFound(name) };
  return normalRegion(region) === location ? { id, api: undefined } : { refusal: elsewhere(id, region, location) };
}

/** Source: github:Azure/Azure-Sentinel#2673. */
function notFound(name: string): Reply {
  return refused(refusals.noApi, `The API '${name}' could not be found.`);
}

function elsewhere(id: string, region: string | undefined, location: string): Reply {
  const message = `The API reference ${shorten(id)} is in location '${region ?? ''}', the connection in '${location}'; they must be in the same one.`;
  return refused(refusals.apiElsewhere, message);
}
