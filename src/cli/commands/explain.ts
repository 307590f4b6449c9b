import { Fault } from '../../core/fault.js';
import type { Json } from '../../core/json.js';
import { writeJson } from '../../core/json-write.js';
import { didYouMean } from '../../core/nearest.js';
import type { Rule } from '../../core/rule.js';
import { shorten } from '../../core/shorten.js';
import { shownExample } from '../../lint/example-shown.js';
import { command, type Call, type Outcome } from '../command.js';
import { practiceText } from '../lint/explained.js';
import { wrap } from '../wrap.js';

/** `explain`: one rule, or the list of all. */
export const explain = command({
  operands: { placeholder: 'CODE', least: 0, most: 1 },
  flags: {},
  details: ['Without CODE, all codes are listed.'],
  examples: [{ line: 'connector-kit explain wrong-type', shows: 'What the finding wrong-type means.' }],
  run,
});

async function run({ operands: [code] }: Call): Promise<Outcome> {
  // Its own chunk, which report formats load too.
  const { rules } = await import('../rules.js');
  if (code === undefined)
    return {
      ok: true,
      json: () => ({ rules: rules.map(brief) }),
      text: (style) => listText(rules, style.columns ?? Number.POSITIVE_INFINITY),
    };
  const rule = rules.find((rule) => rule.code === code);
  if (rule) return { ok: true, json: () => ({ rule }), text: () => ruleText(rule) };
  const codes = rules.map((rule) => rule.code);
  throw new Fault('not-found', `There is no finding code ${shorten(code)}.${didYouMean(code, codes)}`, {
    help: 'connector-kit explain lists all codes.',
  });
}

const brief = ({ code, severity, summary }: Rule<unknown>) => ({ code, severity, summary });

function listText(rules: readonly Rule<unknown>[], columns: number): string {
  const width = Math.max(...rules.map(({ code }) => code.length));
  const indent = ' '.repeat(width + SEVERITY_WIDTH + 4);
  return rules
    .map(({ code, severity, summary }) => {
      const head = `${code.padEnd(width)}  ${severity.padEnd(SEVERITY_WIDTH)}  `;
      const isNarrow = columns - indent.length < LEAST_BESIDE;
      return isNarrow
        ? `${code}  ${severity}\n${wrap(summary, '    ', columns)}\n`
        : `${head}${wrap(summary, indent, columns).trimStart()}\n`;
    })
    .join('');
}

/** In columns: with less room beside it, a text stands below. */
const LEAST_BESIDE = 24;
/** Of the longest, in characters. */
const SEVERITY_WIDTH = 'warning'.length;

function ruleText(rule: Rule<unknown>): string {
  const { code, severity, summary, why, source, examples } = rule;
  return (
    [
      `${code} (${severity})`,
      summary,
      why,
      ...practiceText(rule),
      ...examples.bad.map((example) => `Breaks it:\n${exampleText(example)}`),
      ...examples.good.map((example) => `Keeps it:\n${exampleText(example)}`),
      `Source: ${source}`,
      '',
    ]
      .join('\n\n')
      .trimEnd() + '\n'
  );
}

function exampleText(example: unknown): string {
  // An example is a text or plain JSON data: each rule's type says which.
  const text = typeof example === 'string' ? example : writeJson(shownExample(example as Json));
  const lines = text.trimEnd().split('\n');
  return lines.map((line) => `  ${shortLine(line)}`).join('\n');
}

/** In characters. */
const LONGEST_LINE = 400;

function shortLine(line: string): string {
  const rest = line.length - LONGEST_LINE;
  return rest <= 0 ? line : `${line.slice(0, LONGEST_LINE)}… and ${rest} more characters`;
}
