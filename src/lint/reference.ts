import type { Json } from '../core/json.js';
import { writeJson } from '../core/json-write.js';
import { shownExample } from './example-shown.js';
import type { LintExample } from './example.js';
import type { LintRule } from './rule.js';
import { answeredByReading } from './validator-codes.js';

/** The rule reference, in Markdown: each rule by its code, and which of Microsoft's codes is answered by what. */
export function ruleReference(rules: readonly LintRule[]): string {
  const sorted = rules.toSorted((one, other) => (one.code < other.code ? -1 : 1));
  return [
    '<!-- Made by scripts/rule-reference.ts from src/lint/rules; do not edit. -->',
    '# The rules of lint',
    `${rules.length} rules. *Published* is how many published connectors break the rule: of 1,018 where Microsoft's repository was measured as a whole (2024-10), of 161 where a sample of it was. An *error* stops the import or breaks a run, a *warning* breaks something in the designer, a *note* is style or certification; \`--profile certification\` raises those that certification asks for.`,
    'An example is a change to the small connector in `src/lint/example-connector.ts`, of which no rule has anything to say: JSON Pointers with what is put there, `undefined` for what is taken away.',
    ...sorted.map(section),
    '## Codes of Microsoft’s Swagger Validator',
    codeTable(sorted),
    '',
  ].join('\n\n');
}

function section({
  code,
  severity,
  certification,
  onlyIn,
  summary,
  why,
  source,
  published,
  examples,
}: LintRule): string {
  const raised = certification === undefined ? '' : `, ${certification} for certification`;
  const only = onlyIn === undefined ? '' : ', not for certification';
  return [
    `## ${code}`,
    `${severity}${raised}${only} · published: ${published.files} of ${published.of.toLocaleString('en-US')}`,
    summary,
    `Why: ${why}`,
    `Source: ${source}`,
    ['Bad:', ...examples.bad.slice(0, 1).map(exampleText)].join('\n'),
  ].join('\n\n');
}

/** Longer values are cut: what they show is in the rule's file. */
const LONGEST_VALUE = 200;

function exampleText({ definition = {}, properties = {}, definitionBytes }: LintExample): string {
  const changes = [
    ...Object.entries(definition).map(([pointer, value]) => `${pointer}: ${valueText(value)}`),
    ...Object.entries(properties).map(([pointer, value]) => `apiProperties.json#${pointer}: ${valueText(value)}`),
    ...(definitionBytes === undefined ? [] : [`a file of ${definitionBytes} bytes`]),
  ];
  return ['', '```', ...changes, '```'].join('\n');
}

function valueText(value: Json | undefined): string {
  const text = value === undefined ? 'undefined' : writeJson(shownExample(value), { indent: 0 }).trim();
  return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE)}…`;
}

function codeTable(rules: readonly LintRule[]): string {
  const byCode = new Map(Object.entries(answeredByReading).map(([code, ours]) => [code, [ours]]));
  for (const { code, codes } of rules)
    for (const theirs of codes) byCode.set(theirs, [...(byCode.get(theirs) ?? []), code]);
  const rows = [...byCode].sort(([one], [other]) => (one < other ? -1 : 1));
  return [
    '| Microsoft | connector-kit |',
    '|---|---|',
    ...rows.map(([theirs, ours]) => `| ${theirs} | ${ours.map((code) => `\`${code}\``).join(', ')} |`),
  ].join('\n');
}
