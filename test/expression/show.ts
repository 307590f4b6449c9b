import type { Expression } from '../../src/expression/syntax.js';
import { readTemplate } from '../../src/expression/template.js';

/** A tree in one line: a float ends in `f`, a 64-bit integer in `n`, each key is in brackets. */
export function show(node: Expression): string {
  switch (node.kind) {
    case 'text':
      return `'${node.value}'`;
    case 'integer':
      return typeof node.value === 'bigint' ? `${node.value}n` : `${node.value}`;
    case 'float':
      return `${node.value}f`;
    case 'constant':
      return `${node.value}`;
    case 'call':
      return `${node.name}(${node.arguments.map(show).join(', ')})`;
    case 'access':
      return show(node.from) + node.steps.map(({ key, optional }) => `${optional ? '?' : ''}[${show(key)}]`).join('');
  }
}

/** What a string is, in one line: a text in double quotes, an expression, or the parts of an interpolation between bars; or its problem. */
export function shown(text: string): string {
  const template = readTemplate(text);
  if (template.kind === 'text') return JSON.stringify(template.text);
  if (template.kind === 'broken') return `${template.problem.offset}: ${template.problem.message}`;
  if (template.kind === 'expression') return show(template.expression);
  return template.parts.map((part) => (typeof part === 'string' ? JSON.stringify(part) : show(part))).join(' | ');
}
