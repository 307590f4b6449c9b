import type { Finding } from '../../core/finding.js';
import type { Workflow } from '../../workflow/read-workflows.js';
import { judged } from '../../workflow/refused/judge.js';
import { refusals, type Refusal } from '../../workflow/refused/refusals.js';
import { playbookRules } from './rules.js';
import { playbookSubject, type RetiredVersion } from './subject.js';

/** A finding about a workflow: what the service refuses says how it does. */
export type WorkflowFinding = Finding & Partial<Pick<Refusal, 'when' | 'service'>>;

/**
 * All that is to be said of a workflow that could be read: what the service refuses, then what goes wrong later; each in document order.
 * `retired` gives the versions of APIs that are known to be over; it is asked only where a workflow names a version.
 */
export function lintWorkflow(
  workflow: Workflow,
  retired: () => readonly RetiredVersion[] = () => [],
): readonly WorkflowFinding[] {
  const subject = playbookSubject(workflow, retired);
  return [...refusals(subject), ...judged(subject, playbookRules, () => ({}))];
}
