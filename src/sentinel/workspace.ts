import type { Json, JsonObject } from '../core/json.js';
import type { Incident } from './incident.js';

/** A workspace of Microsoft Sentinel, as far as a run changes it. A value: each change gives another. */
export interface Workspace {
  /** The trigger's own first, where it has one. */
  readonly incidents: readonly Incident[];
  /** What was done to it, in order. */
  readonly activity: readonly Activity[];
}

/** A line of the activity log. */
export interface Activity {
  /** ISO 8601 in UTC. */
  readonly time: string;
  /** One sentence. */
  readonly what: string;
}

/** A call of the Sentinel connector. */
export interface SentinelCall {
  /** In upper case. */
  readonly method: string;
  /** Percent-encoded, without queries. */
  readonly path: string;
  readonly body: Json | undefined;
  /** ISO 8601 in UTC. */
  readonly time: string;
  /** The action that calls. */
  readonly by: string;
}

/** What the service answers, and the workspace then. */
export interface Answered {
  readonly workspace: Workspace;
  readonly reply: SentinelReply;
}

/** An answer of the Sentinel connector. */
export interface SentinelReply {
  readonly statusCode: number;
  readonly headers: JsonObject;
  readonly body: Json;
}

const headers = { 'Content-Type': 'application/json; charset=utf-8' };

/** A workspace with the trigger's incident, or with none. */
export function workspaceOf(incident: Incident | undefined): Workspace {
  return { incidents: incident ? [incident] : [], activity: [] };
}

/** A success. */
export function succeeded(workspace: Workspace, body: Json): Answered {
  return { workspace, reply: { statusCode: 200, headers, body } };
}

/** A refusal. That its body is that of Azure Resource Manager is inferred: no recorded one is known. */
export function refused(workspace: Workspace, statusCode: 400 | 404, message: string): Answered {
  const code = statusCode === 404 ? 'NotFound' : 'BadRequest';
  return { workspace, reply: { statusCode, headers, body: { error: { code, message } } } };
}

/** The workspace with this incident in place of the one with its id, and a line in the log. */
export function changed(workspace: Workspace, incident: Incident, activity: readonly Activity[]): Workspace {
  return {
    incidents: workspace.incidents.map((one) => (one.id === incident.id ? incident : one)),
    activity: withActivity(workspace, activity),
  };
}

/** Lines of the activity log that are kept: ours, for loops that write thousands of times. */
const MOST_ACTIVITY = 1000;

/** The log with these lines behind it. */
export function withActivity({ activity: before }: Workspace, activity: readonly Activity[]): readonly Activity[] {
  const room = MOST_ACTIVITY - before.length;
  return activity.length === 0 || room <= 0 ? before : [...before, ...activity.slice(0, room)];
}

/** The id of what is made next below an incident: the same in each run, and of no other thing. */
export function newId({ id, comments, tasks, relations }: Incident, kind: string): string {
  return `${id}/${kind}/${guidOf(`${id} ${kind} ${comments.length + tasks.length + relations.length}`)}`;
}

/** A GUID that a text always has. Nothing secret hangs on it, so that no cryptography is loaded for it. */
export function guidOf(text: string): string {
  const hex = [0, 1, 2, 3].map((part) => hashOf(`${part} ${text}`).toString(16).padStart(8, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20)].join('-');
}

/** FNV-1a with 32 bits, its bits mixed once more at the end. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
