import { readFileSync } from 'node:fs';
import { ruleReference } from '../../src/lint/reference.js';
import { lintRules } from '../../src/lint/rules.js';

test('the rule reference is what the rules say: npx jiti scripts/rule-reference.ts writes it', () => {
  expect(readFileSync('docs/lint-rules.md', 'utf8')).toBe(ruleReference(lintRules));
});
