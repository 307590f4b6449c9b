import { evaluate } from '../../src/expression/evaluate.js';
import { exampleContext } from '../../src/expression/example-context.js';
import { plainContext } from '../../src/expression/plain-context.js';

const context = plainContext(exampleContext, { now: () => '2026-01-15T10:30:00Z', random: () => 0.5 });

/** What an expression comes to: its value, or what is wrong, between slashes. */
export function valueOf(expression: string): unknown {
  const evaluated = evaluate(`@${expression}`, context);
  return evaluated.ok ? evaluated.value : `/${evaluated.error.message}/`;
}
