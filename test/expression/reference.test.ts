import { readFileSync } from 'node:fs';
import { expressionReference } from '../../src/expression/reference.js';

/** To make it anew: `npx jiti scripts/expression-reference.ts`. */
test('docs/expressions.md is what the table of functions says', () => {
  expect(readFileSync('docs/expressions.md', 'utf8')).toBe(expressionReference());
});
