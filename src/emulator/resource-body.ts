import { isObject, own, type JsonObject } from '../core/json.js';
import { shorten } from '../core/shorten.js';
import type { Context } from './context.js';
import { timeText } from './hex.js';
import { refused, type Reply } from './reply.js';
import { refusals } from './refusals.js';
import { normalRegion, regions } from './regions.js';
import type { Resource } from './state.js';
import { find } from './store.js';

/** What every resource has, read from the body of a PUT; or why it is refused. */
export type ReadBody =
  | { readonly resource: Resource; readonly before: Resource | undefined; readonly refusal?: never }
  | { readonly refusal: Reply; readonly resource?: never };

/** Letters, digits and `_.()-`, of which the last is no dot. Source: Microsoft.Web/connectorGateways/customConnectors, 2026-05-01-preview; 1 to 79 there. */
const resourceName = /^[\w.()-]{0,79}[\w()-]$/;

/** Reads what every resource has. A name keeps the spelling in which it was first written. */
export function readResource({ emulated, world, id, at, body }: Context, type: string): ReadBody {
  const before = find(emulated.state, id);
  const name = at.get('name') ?? '';
  const location = own(body, 'location');
  const properties = own(body, 'properties');
  const refusal =
    refusedName(name) ??
    refusedParts(body) ??
    refusedLocation(location, { type, name, before }) ??
    (isObject(properties) ? undefined : badContent('properties', 'an object'));
  if (refusal) return { refusal };
  const now = timeText(world.now);
  const resource: Resource = {
    id: before?.id ?? id,
    type,
    name: before?.name ?? name,
    location: normalRegion(String(location)),
    ...fieldsOf(body),
    properties: isObject(properties) ? properties : {},
    created: before?.created ?? now,
    changed: now,
  };
  return { resource, before };
}

/** The members of a body that are kept as they come. */
function fieldsOf(body: JsonObject): Pick<Resource, 'tags' | 'kind'> {
  const tags = own(body, 'tags');
  const kind = own(body, 'kind');
  return { ...(isObject(tags) && { tags }), ...(typeof kind === 'string' && { kind }) };
}

/** A resource with what a PATCH says of all resources: tags are added to those that are there. */
export function patched(before: Resource, { body, world }: Context): Resource {
  const fields = fieldsOf(body);
  const tags = fields.tags && { tags: { ...before.tags, ...fields.tags } };
  return { ...before, ...fields, ...tags, changed: timeText(world.now) };
}

/** A body of which a part has another type than it must have. */
export function badContent(where: string, wanted: string): Reply {
  return refused(
    refusals.badContent,
    `The request content was invalid and could not be deserialized: '${where}' is expected to be ${wanted}.`,
  );
}

function refusedName(name: string): Reply | undefined {
  if (resourceName.test(name)) return undefined;
  return refused(
    refusals.badName,
    `The resource name ${shorten(name)} is not valid: it has 1 to 80 letters, digits and '_.()-', and ends with no dot.`,
  );
}

/** What of a body has another type, in a PUT or a PATCH. */
export function refusedParts(body: JsonObject): Reply | undefined {
  const tags = own(body, 'tags');
  if (tags !== undefined && tags !== null) {
    if (!isObject(tags) || Object.values(tags).some((value) => typeof value !== 'string')) {
      return badContent('tags', 'an object of texts');
    }
  }
  const kind = own(body, 'kind');
  return kind === undefined || kind === null || typeof kind === 'string' ? undefined : badContent('kind', 'a text');
}

interface Placed {
  readonly type: string;
  readonly name: string;
  readonly before: Resource | undefined;
}

function refusedLocation(location: unknown, { type, name, before }: Placed): Reply | undefined {
  if (location === undefined || location === null || location === '') {
    return refused(refusals.noLocation, 'The location property is required for this definition.');
  }
  if (typeof location !== 'string') return badContent('location', 'a text');
  const region = normalRegion(location);
  if (!regions.has(region)) {
    return refused(
      refusals.badLocation,
      `The provided location ${shorten(location)} is not available for resource type '${type}'. List of available regions for the resource type is '${[...regions].join(',')}'.`,
    );
  }
  if (before?.location === undefined || before.location === region) return undefined;
  return refused(
    refusals.otherLocation,
    `The resource '${name}' already exists in location '${before.location}'. A resource with the same name cannot be created in location '${region}'. Please select a new resource name.`,
  );
}
