import type { Json } from '../core/json.js';
import { expr, isExpr, type Expr } from './expression.js';
import { argument, escaped } from './written.js';
import { literal } from '../designer/expression.js';

/**
 * A text with values in it, as a workflow writes them: null is nothing, lists and objects are compact JSON, true is `True`.
 *
 * @example
 * text`Tactics: ${fn.join(tactics, ', ')}.`
 */
export function text(
  strings: TemplateStringsArray,
  ...values: readonly (Expr<Json> | string | number)[]
): Expr<string> {
  const parts = strings.flatMap((fixed, index) => {
    const value = values[index];
    return value === undefined ? [fixed] : isExpr(value) ? [fixed, value] : [fixed, String(value)];
  });
  const source = `concat(${merged(parts)
    .map((part) => (typeof part === 'string' ? literal(part) : argument(part)))
    .join(', ')})`;
  return expr(source, interpolated(merged(parts)) ?? `@${source}`);
}

type Part = string | Expr<Json>;

/** Texts that stand beside each other made one, and empty ones left out. */
function merged(parts: readonly Part[]): readonly Part[] {
  const list: Part[] = [];
  for (const part of parts) {
    const last = list.at(-1);
    if (typeof part === 'string' && typeof last === 'string') list[list.length - 1] = last + part;
    else if (part !== '') list.push(part);
  }
  return list.length === 0 ? [''] : list;
}

/** With `@{...}`; undefined where a text beside an expression would be read together with it. */
function interpolated(parts: readonly Part[]): string | undefined {
  const [first] = parts;
  if (typeof first === 'string' && parts.length === 1) return escaped(first);
  const isRead = parts.some((part, index) => {
    return typeof part === 'string' && ((index === 0 && part.startsWith('@')) || part.endsWith('@'));
  });
  if (isRead) return undefined;
  return parts.map((part) => (typeof part === 'string' ? escaped(part) : `@{${part.source}}`)).join('');
}
