import type { Json } from '../core/json.js';
import { exampleContext } from './example-context.js';
import type { Example, ExpressionFunction } from './function.js';
import { families } from './functions/table.js';
import { jsonText } from './text.js';

/** The function reference, in Markdown: each function with its signature, what it gives, and examples. */
export function expressionReference(): string {
  const count = families.reduce((sum, { functions }) => sum + functions.length, 0);
  return [
    '<!-- Made by scripts/expression-reference.ts from src/expression/functions; do not edit. -->',
    '# The functions of the workflow definition language',
    `All ${count} functions that Microsoft documents, as \`connector-kit playbook eval\` evaluates them. Names are compared without case. A parameter with \`?\` may be left out, one with \`...\` may be repeated. Messages are the service’s, as far as they are known; each example is a test.`,
    'Examples are evaluated with this context, and a random number that is always a half:',
    block([jsonText(exampleContext, () => {})], 'json'),
    ...families.flatMap(({ title, functions }) => [`## ${title}`, ...functions.toSorted(byName).map(section)]),
    '',
  ].join('\n\n');
}

function byName(one: ExpressionFunction, other: ExpressionFunction): number {
  return one.name.toLowerCase() < other.name.toLowerCase() ? -1 : 1;
}

function section({ name, signature, summary, examples }: ExpressionFunction): string {
  return [`### ${name}`, `\`${name}${signature}\``, summary, block(examples.map(line), 'text')].join('\n\n');
}

function line([expression, value, message]: Example): string {
  return message === undefined ? `${expression} → ${shown(value)}` : `${expression}\n  fails: ${message}`;
}

function shown(value: Json | undefined): string {
  return value === undefined ? '' : jsonText(value, () => {});
}

function block(lines: readonly string[], language: string): string {
  return [`\`\`\`${language}`, ...lines, '```'].join('\n');
}
