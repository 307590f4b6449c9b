import type { Json } from '../../core/json.js';
import { writeJson } from '../../core/json-write.js';
import type { Rule } from '../../core/rule.js';
import { shownExample } from '../../lint/example-shown.js';
import type { LintExample } from '../../lint/example.js';
import type { LintRule } from '../../lint/rule.js';

type Practice = Pick<LintRule, 'published' | 'codes' | 'certification' | 'onlyIn'>;

/** A rule of the linter for a reader: plain data, its examples as text. */
interface ExplainedRule extends Rule<string>, Practice {}

/** What `explain` and the report formats have of a rule of the linter. */
export function explained(rule: LintRule): ExplainedRule {
  const { code, severity, summary, why, source, examples, published, codes, certification, onlyIn } = rule;
  return {
    code,
    severity,
    summary,
    why,
    source,
    examples: { bad: examples.bad.map(exampleText), good: examples.good.map(exampleText) },
    published,
    codes,
    ...(certification && { certification }),
    ...(onlyIn && { onlyIn }),
  };
}

/** What published connectors, certification and Microsoft's own validator make of a rule, where it is one of the linter. */
export function practiceText(rule: Rule<unknown> & Partial<Practice>): readonly string[] {
  const { published, codes = [], certification, onlyIn } = rule;
  if (!published) return [];
  return [
    `${published.files} of ${published.of.toLocaleString('en-US')} published connectors break it.`,
    ...(certification ? [`With --profile certification its severity is ${certification}.`] : []),
    ...(onlyIn ? [`It holds with --profile ${onlyIn} only.`] : []),
    ...(codes.length > 0 ? [`Microsoft's validator calls it ${codes.join(', ')}.`] : []),
  ];
}

/** The changes that make an example of a connector of which nothing is to be said. */
function exampleText({ definition = {}, properties = {}, definitionBytes }: LintExample): string {
  const lines = [
    ...Object.entries(definition).map((change) => changeText('', change)),
    ...Object.entries(properties).map((change) => changeText('apiProperties.json#', change)),
    ...(definitionBytes === undefined ? [] : [`the size of the definition: ${definitionBytes} bytes`]),
  ];
  return lines.length === 0 ? 'a connector with nothing to be said of it' : lines.join('\n');
}

/** In characters: a longer value is set in lines. */
const MOST_IN_LINE = 80;

function changeText(document: string, [pointer, value]: readonly [string, Json | undefined]): string {
  const place = document + (pointer === '' ? '(all)' : pointer);
  if (value === undefined) return `${place}: left out`;
  const shown = shownExample(value);
  const line = writeJson(shown, { indent: 0 }).trimEnd();
  return `${place}: ${line.length <= MOST_IN_LINE ? line : writeJson(shown).trimEnd()}`;
}
