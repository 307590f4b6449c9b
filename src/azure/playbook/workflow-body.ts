import { own, type Json, type JsonObject } from '../../core/json.js';
import { objectAt } from '../../workflow/find.js';
import { hashOf } from '../custom-api.js';
import { mergedTags, ourTags, tagsOf, type Tags } from '../tags.js';
import type { BoundConnection } from './bind-connections.js';
import { isGuid } from './ids.js';
import { identitiesIn } from './read-template.js';
import { settingNames, type WantedPlaybook } from './wanted.js';

/** What Azure shall keep of a workflow: its definition, and the values of its parameters. Holds marks in the place of secrets. */
export function workflowProperties(
  { definition, values }: WantedPlaybook,
  connections: readonly BoundConnection[],
): JsonObject {
  const entries = connections.map((one) => [one.key, entryOf(one)] as const);
  const parameters = Object.entries(values).map(([name, value]) => [name, { value }] as const);
  const bound = connections.length === 0 ? {} : { $connections: { value: Object.fromEntries(entries) } };
  return { definition: declared(definition, connections), parameters: { ...bound, ...Object.fromEntries(parameters) } };
}

/** Whoever uses connections has to declare the parameter that holds them. */
function declared(definition: JsonObject, connections: readonly BoundConnection[]): JsonObject {
  const parameters = objectAt(definition, 'parameters');
  if (connections.length === 0 || own(parameters, '$connections') !== undefined) return definition;
  return { ...definition, parameters: { $connections: { type: 'Object', defaultValue: {} }, ...parameters } };
}

function entryOf({ id, name, apiId, identity, userIdentity }: BoundConnection): JsonObject {
  const authentication = {
    type: 'ManagedServiceIdentity',
    ...(userIdentity !== undefined && { identity: userIdentity }),
  };
  const signsIn = { connectionProperties: { authentication } };
  return { connectionId: id, connectionName: name, id: apiId, ...(identity && signsIn) };
}

/** A hash of what is published, the same whatever the secrets are. */
export function workflowHash(properties: JsonObject): string {
  return hashOf(properties);
}

/** What a resource is written with. */
export interface WorkflowWrite {
  readonly wanted: WantedPlaybook;
  readonly properties: JsonObject;
  readonly location: string;
  /** What is there now. */
  readonly deployed: JsonObject | undefined;
  /** The customer's own. */
  readonly tags: Tags;
  /** Of this tool. */
  readonly version: string;
}

/** The body of the PUT. Secrets are still marks in it. What administrators set on what is deployed stays, above all that it is switched off. */
export function workflowBody({ wanted, properties, location, deployed, tags, version }: WorkflowWrite): JsonObject {
  const ours = { [ourTags.hash]: workflowHash(properties), [ourTags.version]: version };
  const before = objectAt(deployed ?? {}, 'properties');
  const staying = settingNames.flatMap((name): [string, Json][] => {
    const value = own(before, name);
    return value === undefined ? [] : [[name, value]];
  });
  return {
    location,
    tags: { ...mergedTags(tagsOf(own(deployed ?? {}, 'tags')), wanted.tags, tags, ours) },
    identity: identityOf([...identitiesIn(deployed ?? {}), ...wanted.identities]),
    properties: { state: 'Enabled', ...wanted.settings, ...Object.fromEntries(staying), ...properties },
  };
}

/** An identity of its own, and those that are there or wanted beside it. */
function identityOf(users: readonly string[]): JsonObject {
  if (users.length === 0) return { type: 'SystemAssigned' };
  const ids = [...new Map(users.map((id) => [id.toLowerCase(), id])).values()].map((id) => [id, {}] as const);
  return { type: 'SystemAssigned, UserAssigned', userAssignedIdentities: Object.fromEntries(ids) };
}

/** The identity of a deployed workflow. */
export interface WorkflowIdentity {
  readonly principalId: string;
  readonly tenantId: string;
}

/** The identity of its own that a workflow has; undefined where it has none. */
export function identityIn(workflow: JsonObject | undefined): WorkflowIdentity | undefined {
  const identity = objectAt(workflow ?? {}, 'identity');
  const [principalId, tenantId] = [own(identity, 'principalId'), own(identity, 'tenantId')];
  if (typeof principalId !== 'string' || !isGuid(principalId)) return undefined;
  return { principalId, tenantId: typeof tenantId === 'string' ? tenantId : '' };
}
