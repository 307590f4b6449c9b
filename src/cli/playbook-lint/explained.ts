import type { Json } from '../../core/json.js';
import { writeJson } from '../../core/json-write.js';
import type { Rule } from '../../core/rule.js';
import { shownExample } from '../../lint/example-shown.js';
import { publishedWorkflows, type PlaybookRule } from '../../lint/workflows/rule.js';
import type { WorkflowExample } from '../../workflow/refused/example.js';
import type { RefusalRule, WorkflowRule } from '../../workflow/refused/rule.js';

/** What `explain` and the report formats have of a refusal. */
export function explainedRefusal(rule: RefusalRule): Rule<string> {
  const { when, serviceCode } = rule;
  const code = serviceCode === undefined ? '' : ` The service answers ${serviceCode}.`;
  return explained(rule, when === 'save' ? code : ` It is told here before a run.${code}`);
}

/** What `explain` and the report formats have of a rule about playbooks. */
export function explainedPlaybookRule(rule: PlaybookRule): Rule<string> {
  return explained(rule, ` ${rule.published} of ${publishedWorkflows} published workflows break it.`);
}

function explained(rule: Omit<WorkflowRule, 'check'>, practice: string): Rule<string> {
  const { code, severity, summary, why, source, examples } = rule;
  const bad = examples.bad.map(exampleText);
  return {
    code,
    severity,
    summary,
    why: why + practice,
    source,
    examples: { bad, good: examples.good.map(exampleText) },
  };
}

/** The changes that make an example of a workflow of which nothing is to be said. */
function exampleText({ change }: WorkflowExample): string {
  const lines = Object.entries(change).map(([pointer, value]) => `${pointer}: ${valueText(value)}`);
  return lines.length === 0 ? 'a workflow with nothing to be said of it' : lines.join('\n');
}

function valueText(value: Json | undefined): string {
  return value === undefined ? 'left out' : writeJson(shownExample(value), { indent: 0 }).trimEnd();
}
