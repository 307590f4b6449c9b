import type { Step } from '../plan.js';
import type { Obstacle } from '../preflight.js';
import type { Tags } from '../tags.js';
import type { Target } from '../target.js';
import type { WantedPlaybook } from './wanted.js';

/** What of a playbook shall be published, and where. */
export interface PlaybookRequest {
  readonly wanted: WantedPlaybook;
  /** Its name is that of the workflow; its region is known, or `''` where the resource group is missing. */
  readonly target: Target & { readonly location: string };
  /** What stands in the way at the place. */
  readonly obstacles: readonly Obstacle[];
  /** The names of connections, by key; `''` is for the only custom one. */
  readonly chosen: ReadonlyMap<string, string>;
  /** The customer's own. */
  readonly tags: Tags;
  /** The id of the workspace whose incidents it works on. */
  readonly workspace?: string;
  /** Whether a rule of the workspace shall run it. */
  readonly automationRule: boolean;
  /** The object id of Azure Security Insights. */
  readonly securityInsights?: string;
  /** The id of the resource whose models it calls as itself. */
  readonly modelResource?: string;
  /** How the command line names the target, for the commands that are left. */
  readonly where: string;
  /** Of this tool. */
  readonly version: string;
  /** Whether there is a key for a connection that is made. */
  readonly hasKey: boolean;
}

/** A step of publishing a playbook. */
export interface PlaybookStep extends Step {
  /** For a reader, where the id does not say it. */
  readonly what?: string;
}

/** A step, and what came of it. `refused`: Azure said no, and the commands for it are left. */
export interface DonePlaybookStep extends PlaybookStep {
  readonly result: 'done' | 'unchanged' | 'refused';
}
