import type { WorkflowRule } from '../../workflow/refused/rule.js';
import type { PlaybookSubject } from './subject.js';

/** A rule about what goes wrong after a workflow was saved: it fails, leaks, or does not what was meant. */
export interface PlaybookRule extends WorkflowRule<PlaybookSubject> {
  /** How many of {@link publishedWorkflows} break it. */
  readonly published: number;
}

/** How many published workflows the rules were held against: `reference.ts` says which. */
export const publishedWorkflows = 8;
