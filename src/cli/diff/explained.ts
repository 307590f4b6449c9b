import type { Json } from '../../core/json.js';
import { writeJson } from '../../core/json-write.js';
import type { Rule } from '../../core/rule.js';
import type { DiffExample } from '../../diff/example.js';
import { impactOf, type Direction } from '../../diff/impact.js';
import type { DiffRule } from '../../diff/rule.js';

/** What `explain` and the report formats have of a kind of edit: its examples as text, and its severity in each direction. */
export function explainedEdit(rule: DiffRule): Rule<string> {
  const { code, severity, summary, why, source, examples } = rule;
  const impacts = rule.directions.map((direction) => `${impactOf(rule, direction).severity} ${where[direction]}`);
  return {
    code,
    severity,
    summary,
    why: `${why} It is of severity ${impacts.join(', ')}.`,
    source,
    examples: { bad: examples.bad.map(exampleText), good: examples.good.map(exampleText) },
  };
}

const where: Readonly<Record<Direction, string>> = {
  sends: 'in what playbooks send',
  receives: 'in what they receive',
  connects: 'in how they connect',
  shows: 'in what the designer shows',
};

/** What changes, from one version of a small connector to the next, and what is said of it. */
function exampleText({ old = {}, new: changes, gives }: DiffExample): string {
  return [
    ...Object.entries(old).map(([place, value]) => `before, ${place}: ${valueText(value)}`),
    ...Object.entries(changes).map(([place, value]) => `now, ${place}: ${valueText(value)}`),
    gives.length === 0 ? 'gives no change' : `gives ${gives.join('; ')}`,
  ].join('\n');
}

function valueText(value: Json | undefined): string {
  return value === undefined ? 'left out' : writeJson(value, { indent: 0 }).trimEnd();
}
