import { isArray, own, type Json, type JsonObject } from '../../core/json.js';
import { objectIn } from '../logic/workflow-check.js';
import { hexOf } from '../hex.js';
import type { EmulatorState, Resource } from '../state.js';
import { below, shown } from '../store.js';
import { COMMENT } from './types.js';

/** What an incident is kept with, and a GET does not show: Azure has lists of their own for them. */
const beside: ReadonlySet<string> = new Set(['alerts', 'bookmarks', 'relatedEntities']);

/** An incident as a GET shows it. */
export function incidentView(state: EmulatorState, incident: Resource): JsonObject {
  const visible = Object.entries(incident.properties).filter(([name]) => !beside.has(name));
  const properties = { ...Object.fromEntries(visible), additionalData: additionalData(state, incident) };
  return tagged(incident, shown(incident, properties));
}

/** What is counted of an incident, beside what it says itself. */
export function additionalData(state: EmulatorState, { id, properties }: Resource): JsonObject {
  const count = (name: string) => listIn(properties, name).length;
  return {
    alertsCount: count('alerts'),
    bookmarksCount: count('bookmarks'),
    alertProductNames: [],
    tactics: [],
    ...objectIn(properties, 'additionalData'),
    commentsCount: below(state, id, COMMENT).length,
  };
}

/** The list under a name; `[]` where there is none. */
export function listIn(properties: JsonObject, name: string): readonly Json[] {
  const value = own(properties, name);
  return value !== undefined && isArray(value) ? value : [];
}

/** What is shown of a resource, with its tag: another one after each change. */
export function tagged({ id, changed }: Resource, view: JsonObject): JsonObject {
  const etag = hexOf(`${id} ${changed}`).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '"$1-$2-$3-$4-$5"');
  return { ...view, etag };
}
