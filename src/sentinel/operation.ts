import type { JsonObject } from '../core/json.js';
import type { Incident } from './incident.js';
import type { Answered, SentinelCall, Workspace } from './workspace.js';

/** What the workspace answers to one operation of the Sentinel connector. */
export interface Operation {
  /** In upper case. */
  readonly method: string;
  /** The path template. */
  readonly path: string;
  readonly answer: (workspace: Workspace, call: SentinelCall, values: ReadonlyMap<string, string>) => Answered;
}

/** A call on an incident that is there. */
export interface OnIncident {
  readonly workspace: Workspace;
  readonly incident: Incident;
  /** Empty where there is none. */
  readonly body: JsonObject;
  /** ISO 8601 in UTC. */
  readonly time: string;
  /** The action that calls. */
  readonly by: string;
}
