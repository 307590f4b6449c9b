import { isObject, own, type JsonObject } from '../core/json.js';
import type { Context, Route } from './context.js';
import { findGroup, withGroup } from './groups.js';
import type { Emulated } from './message.js';
import { noResource } from './missing.js';
import { ok, type Reply } from './reply.js';
import { badContent, refusedParts } from './resource-body.js';
import { RESOURCES_VERSIONS as versions } from './resources-versions.js';
import { docs } from './source.js';
import { find, kept, scopeOf } from './store.js';

const TAGS = 'Microsoft.Resources/tags';
const path = `{scope}/providers/${TAGS}/default`;
const source = docs('rest/api/resources/tags');

/** The tags of a group or a resource, as something of their own. */
export const tagRoutes: readonly Route[] = [
  { method: 'GET', path, action: `${TAGS}/read`, versions, source, answer: get },
  { method: 'PUT', path, action: `${TAGS}/write`, versions, takesBody: true, source, answer: put },
  { method: 'PATCH', path, action: `${TAGS}/write`, versions, takesBody: true, source, answer: patch },
  { method: 'DELETE', path, action: `${TAGS}/delete`, versions, source, answer: remove },
];

/** What has tags: those that are there, and how others are put in their place. */
interface Tagged {
  readonly tags: JsonObject;
  readonly with: (tags: JsonObject) => Emulated;
}

function taggedAt({ emulated, id }: Context): Tagged | undefined {
  const scope = scopeOf(id);
  const group = findGroup(emulated.state, scope);
  if (group) {
    const changed = (tags: JsonObject) => ({ ...emulated, state: withGroup(emulated.state, { ...group, tags }) });
    return { tags: group.tags ?? {}, with: changed };
  }
  const resource = find(emulated.state, scope);
  return resource && { tags: resource.tags ?? {}, with: (tags) => kept(emulated, { ...resource, tags }) };
}

function view({ id }: Context, tags: JsonObject): JsonObject {
  return { id, name: 'default', type: TAGS, properties: { tags } };
}

function get(context: Context): Reply {
  const tagged = taggedAt(context);
  return tagged ? ok(view(context, tagged.tags)) : noResource(scopeOf(context.id));
}

function put(context: Context): Reply {
  return changed(context, (_, given) => given);
}

const operations: ReadonlyMap<string, (before: JsonObject, given: JsonObject) => JsonObject> = new Map([
  ['merge', (before, given) => ({ ...before, ...given })],
  ['replace', (_, given) => given],
  [
    'delete',
    (before, given) => Object.fromEntries(Object.entries(before).filter(([name, value]) => own(given, name) !== value)),
  ],
]);

function patch(context: Context): Reply {
  const change = operations.get(String(own(context.body, 'operation')).toLowerCase());
  return change ? changed(context, change) : badContent('operation', 'Merge, Replace or Delete');
}

function changed(context: Context, change: (before: JsonObject, given: JsonObject) => JsonObject): Reply {
  const tagged = taggedAt(context);
  if (tagged === undefined) return noResource(scopeOf(context.id));
  const properties = own(context.body, 'properties');
  const given = isObject(properties) ? (own(properties, 'tags') ?? {}) : undefined;
  if (!isObject(given)) return badContent('properties.tags', 'an object of texts');
  const refusal = refusedParts({ tags: given });
  if (refusal) return refusal;
  const tags = change(tagged.tags, given);
  return ok(view(context, tags), tagged.with(tags));
}

function remove(context: Context): Reply {
  const tagged = taggedAt(context);
  return tagged ? { status: 200, emulated: tagged.with({}) } : noResource(scopeOf(context.id));
}
