import type { Finding } from '../../core/finding.js';
import { judged } from './judge.js';
import type { RefusalRule, ReportDetails } from './rule.js';
import { refusalRules } from './rules.js';
import type { WorkflowSubject } from './subject.js';

/** What the service refuses. */
export interface Refusal extends Finding {
  /** `save`: the service does not take the workflow. `run`: it does, and a run that comes to the place fails. */
  readonly when: 'save' | 'run';
  /** What the service answers, where that is known. Positions in its words are not filled in. */
  readonly service?: { readonly code: string; readonly message?: string };
}

/**
 * What the service refuses of a workflow, in document order: when it is saved or, where it says nothing then, in every run.
 * Expressions that cannot be read are not told of: `readWorkflows` tells. What only a deployment knows is not judged.
 */
export function refusals(subject: WorkflowSubject, rules: readonly RefusalRule[] = refusalRules): readonly Refusal[] {
  return judged(subject, rules, beside);
}

function beside({ when, serviceCode }: RefusalRule, { said }: ReportDetails): Pick<Refusal, 'when' | 'service'> {
  if (serviceCode === undefined) return { when };
  return { when, service: { code: serviceCode, ...(said !== undefined && { message: said }) } };
}
