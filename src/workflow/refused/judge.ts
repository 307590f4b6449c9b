import type { Finding } from '../../core/finding.js';
import { inDocumentOrder } from './in-order.js';
import type { ReportDetails, WorkflowRule } from './rule.js';
import type { WorkflowSubject } from './subject.js';

/** What `rules` say of a workflow, in document order, each thing once. `more` is what a finding gets beside. */
export function judged<Subject extends WorkflowSubject, Of extends WorkflowRule<Subject>, More extends object>(
  subject: Subject,
  rules: readonly Of[],
  more: (rule: Of, details: ReportDetails) => More,
): readonly (Finding & More)[] {
  const found = new Map<string, Finding & More>();
  for (const rule of rules) {
    const { code, severity } = rule;
    rule.check(subject, (pointer, message, details = {}) => {
      const key = JSON.stringify([code, pointer, message]);
      const { declared } = details;
      const place = declared === undefined ? {} : { declared: { pointer: declared } };
      if (!found.has(key)) found.set(key, { code, severity, pointer, message, ...place, ...more(rule, details) });
    });
  }
  return inDocumentOrder([...found.values()], { value: subject.definition, base: subject.pointer });
}
