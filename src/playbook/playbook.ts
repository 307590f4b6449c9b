import type { Finding } from '../core/finding.js';
import type { JsonObject } from '../core/json.js';
import type { TriggerKind } from '../sentinel/incident.js';
import type { Connections } from '../workflow/connections.js';
import type { Workflow } from '../workflow/read-workflows.js';

/** A workflow of a file, with what its template and its resource say around it. */
export interface Playbook {
  readonly file: string;
  readonly workflow: Workflow;
  /** The values of the workflow's parameters that are known, `$connections` among them; a template's expressions are resolved as far as they can be. */
  readonly parameters: JsonObject;
  readonly connections: Connections;
  /** What starts it, where that is Microsoft Sentinel. */
  readonly triggerKind: TriggerKind | undefined;
}

/** The playbooks of a file. */
export interface PlaybookFile {
  /** In document order. */
  readonly playbooks: readonly Playbook[];
  /** What is wrong with the file, as it is read. */
  readonly findings: readonly Finding[];
}
