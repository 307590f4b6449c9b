import type { Rule } from '../../core/rule.js';
import type { WorkflowExample } from './example.js';
import type { WorkflowSubject } from './subject.js';

/** One rule over a workflow: its documentation, its test and its check, in one value. */
export interface WorkflowRule<Subject extends WorkflowSubject = WorkflowSubject> extends Rule<WorkflowExample> {
  /** Reports each place that breaks the rule. What only a deployment knows breaks none. */
  check(subject: Subject, report: Report): void;
}

/** A rule that the service itself keeps. */
export interface RefusalRule extends WorkflowRule {
  /** Whether the service refuses to save the workflow, or saves it and every run fails that comes to the place. */
  readonly when: 'save' | 'run';
  /** The code that the service answers with, where it is known. */
  readonly serviceCode?: string;
}

/** Says what is wrong and where; code and severity are the rule's. */
export type Report = (pointer: string, message: string, details?: ReportDetails) => void;

/** What a report may add. */
export interface ReportDetails {
  /** The words of the service for this case, where they are known. */
  readonly said?: string;
  /** The other place that it is about. */
  readonly declared?: string;
}
