import { ofAnyCase } from '../arm/hole.js';
import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import { shorten } from '../core/shorten.js';

/** The labels after a change, or why it is refused. */
export type PatchedTags =
  | { readonly labels: readonly Json[]; /** A sentence for each change. */ readonly what: readonly string[] }
  | { readonly problem: string };

/**
 * The labels with the tags of `tagsToAdd` and without those of `tagsToRemove`. The double nesting is the service's:
 * `{ "tagsToAdd": { "TagsToAdd": [{ "Tag": "triaged" }] } }`. Source: the connector's generated client.
 */
export function patchedTags(properties: JsonObject, body: JsonObject): PatchedTags {
  const added = namesIn(body, 'tagsToAdd');
  const removed = namesIn(body, 'tagsToRemove');
  if (!isArray(added)) return added;
  if (!isArray(removed)) return removed;
  const given = own(properties, 'labels');
  const labels = given !== undefined && isArray(given) ? given : [];
  const there = new Set(labels.map(nameOf));
  const fresh = [...new Set(added)].filter((name) => !there.has(name));
  const gone = removed.filter((name) => there.has(name));
  return {
    labels: [
      ...labels.filter((label) => !gone.includes(nameOf(label))),
      ...fresh.map((labelName) => ({ labelName, labelType: 'User' })),
    ],
    what: [
      ...fresh.map((name) => `The tag ${shorten(name)} was added.`),
      ...gone.map((name) => `The tag ${shorten(name)} was removed.`),
    ],
  };
}

function nameOf(label: Json): string {
  const name = isObject(label) ? own(label, 'labelName') : undefined;
  return typeof name === 'string' ? name : '';
}

function namesIn(body: JsonObject, field: string): string[] | { readonly problem: string } {
  const outer = ofAnyCase(body, field) ?? {};
  const list = isObject(outer) ? (ofAnyCase(outer, field) ?? []) : outer;
  if (!isArray(list))
    return { problem: `The field ${field} is ${shorten(list)}, expected { "${field}": [{ "Tag" }] }.` };
  const names: string[] = [];
  for (const item of list) {
    const name = isObject(item) ? ofAnyCase(item, 'Tag') : undefined;
    if (typeof name !== 'string' || name === '')
      return { problem: `A tag is ${shorten(name)}, expected a text that is not empty.` };
    names.push(name);
  }
  return names;
}
