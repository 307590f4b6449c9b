import type { PlaybookRun } from '../../playbook/run-playbook.js';
import type { WorkflowStep } from '../../workflow/steps.js';
import type { Judgement } from '../judge.js';
import type { Hide } from './hide.js';

/** What `playbook run` did, for its report. */
export interface RunReport {
  /** As messages call it. */
  readonly name: string;
  /** Undefined where nothing was run: the findings say why. */
  readonly run: PlaybookRun | undefined;
  /** How deep each action stands, by its name. */
  readonly depths: ReadonlyMap<string, number>;
  /** The triggers and actions of the workflow, in document order. */
  readonly steps: readonly WorkflowStep[];
  /** What makes it fit to be printed. */
  readonly hide: Hide;
  /** Recordings that were written. */
  readonly written: readonly string[];
  readonly judged: Judgement;
}
