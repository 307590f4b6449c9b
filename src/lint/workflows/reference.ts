import type { Json } from '../../core/json.js';
import { writeJson } from '../../core/json-write.js';
import { refusalRules } from '../../workflow/refused/rules.js';
import type { WorkflowExample } from '../../workflow/refused/example.js';
import type { RefusalRule, WorkflowRule } from '../../workflow/refused/rule.js';
import { shownExample } from '../example-shown.js';
import { publishedWorkflows, type PlaybookRule } from './rule.js';
import { playbookRules } from './rules.js';

/** The rules of `playbook lint`, in Markdown: what the service refuses, and what goes wrong later. */
export function playbookReference(): string {
  return [
    '<!-- Made by scripts/rule-reference.ts from src/workflow/refused/rules and src/lint/workflows/rules; do not edit. -->',
    '# The rules of playbook lint',
    `${refusalRules.length} rules about what the service refuses, ${playbookRules.length} about what goes wrong later. An *error* breaks a run or leaks a secret, a *warning* may, a *note* is what nobody needs or sees well. What only a deployment knows is not judged.`,
    'An example is a change to the small workflow in `src/workflow/refused/example-workflow.ts`, of which no rule has anything to say: JSON Pointers with what is put there, `undefined` for what is taken away.',
    '## What the service refuses',
    '*Refused when saved*: the service does not take the workflow. *Fails in a run*: it takes it, and each run fails that comes to the place.',
    ...byCode(refusalRules).map((rule) => section(rule, refusalText(rule))),
    '## What goes wrong later',
    `*Published*: how many break it of ${publishedWorkflows} workflows: those of the two articles, a playbook of Microsoft Sentinel, two samples of STAT, two playbooks of Carbon Black and one of Okta. None of them breaks a rule above.`,
    ...byCode(playbookRules).map((rule) => section(rule, publishedText(rule))),
    '',
  ].join('\n\n');
}

function byCode<Of extends { readonly code: string }>(rules: readonly Of[]): readonly Of[] {
  return rules.toSorted((one, other) => (one.code < other.code ? -1 : 1));
}

function refusalText({ when, serviceCode }: RefusalRule): string {
  const code = serviceCode === undefined ? '' : ` with \`${serviceCode}\``;
  return when === 'save' ? `refused when saved${code}` : `fails in a run${code}`;
}

function publishedText({ published }: PlaybookRule): string {
  return `published: ${published} of ${publishedWorkflows}`;
}

function section({ code, severity, summary, why, source, examples }: Omit<WorkflowRule, 'check'>, how: string): string {
  return [
    `### ${code}`,
    `${severity} · ${how}`,
    summary,
    `Why: ${why}`,
    `Source: ${source}`,
    ['Bad:', ...examples.bad.slice(0, 1).map(exampleText)].join('\n'),
  ].join('\n\n');
}

/** Longer values are cut: what they show is in the rule's file. */
const LONGEST_VALUE = 200;

function exampleText({ change }: WorkflowExample): string {
  const lines = Object.entries(change).map(([pointer, value]) => `${cut(pointer)}: ${valueText(value)}`);
  return ['', '```', ...lines, '```'].join('\n');
}

function valueText(value: Json | undefined): string {
  return value === undefined ? 'undefined' : cut(writeJson(shownExample(value), { indent: 0 }).trim());
}

function cut(text: string): string {
  return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE)}…`;
}
