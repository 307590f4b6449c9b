import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';

/** What starts a playbook in Microsoft Sentinel: `/incident-creation`, `/subscribe`, `/entity/{entityType}`. */
export type TriggerKind = 'incident' | 'alert' | 'entity';

/** An incident as a workspace keeps it. */
export interface Incident {
  /** Its resource id in Azure. */
  readonly id: string;
  readonly name: string;
  /** As the service gives it, without comments. */
  readonly properties: JsonObject;
  /** In order; those that it came with first. */
  readonly comments: readonly Comment[];
  readonly tasks: readonly Task[];
  /** The ids of what it was related to. */
  readonly relations: readonly string[];
}

/** A comment on an incident. */
export interface Comment {
  readonly id: string;
  readonly message: string;
  /** ISO 8601 in UTC; absent where the trigger does not say it. */
  readonly time?: string;
  /** The action that wrote it; absent for one that was there before the run. */
  readonly by?: string;
}

/** A task of an incident. */
export interface Task {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly isCompleted: boolean;
  /** ISO 8601 in UTC. */
  readonly time: string;
  /** The action that added it. */
  readonly by: string;
}

/** The names of an incident's tags, in order. */
export function tagsOf({ properties }: Incident): readonly string[] {
  const labels = own(properties, 'labels');
  if (labels === undefined || !isArray(labels)) return [];
  return labels.flatMap((label) => {
    const name = isObject(label) ? own(label, 'labelName') : undefined;
    return typeof name === 'string' ? [name] : [];
  });
}

/** Who an incident is assigned to; undefined where nobody is. */
export function ownerOf({ properties }: Incident): string | undefined {
  const owner = own(properties, 'owner');
  if (!isObject(owner)) return undefined;
  const names = ['assignedTo', 'userPrincipalName', 'email', 'objectId'].map((key) => textAt(owner, key));
  return names.find((name) => name !== undefined && name !== '');
}

/** A text of an object; undefined where there is none. */
export function textAt(object: JsonObject, key: string): string | undefined {
  const value: Json | undefined = own(object, key);
  return typeof value === 'string' ? value : undefined;
}

/** The incident as the service gives it: `id`, `name` and `properties`. */
export function incidentJson({ id, name, properties, comments }: Incident): JsonObject {
  const data = own(properties, 'additionalData');
  const additionalData = { ...(isObject(data) ? data : {}), commentsCount: comments.length };
  return {
    id,
    name,
    type: INCIDENT_TYPE,
    properties: { ...properties, additionalData, Comments: comments.map(commentJson) },
  };
}

/** The type of an incident's resource. */
const INCIDENT_TYPE = 'Microsoft.SecurityInsights/Incidents';

/** A comment as the service gives it. */
export function commentJson({ id, message, time }: Comment): JsonObject {
  const properties = { message, ...(time !== undefined && { createdTimeUtc: time, lastModifiedTimeUtc: time }) };
  return { id, name: lastName(id), type: `${INCIDENT_TYPE}/Comments`, properties };
}

/** A task as the service gives it. */
export function taskJson({ id, title, description, isCompleted, time }: Task): JsonObject {
  const properties = {
    title,
    ...(description !== undefined && { description }),
    status: isCompleted ? 'Completed' : 'New',
    createdTimeUtc: time,
    lastModifiedTimeUtc: time,
  };
  return { id, name: lastName(id), type: `${INCIDENT_TYPE}/Tasks`, properties };
}

/** What stands behind the last slash of an id. */
export function lastName(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
