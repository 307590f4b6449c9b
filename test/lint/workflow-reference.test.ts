import { readFileSync } from 'node:fs';
import { playbookReference } from '../../src/lint/workflows/reference.js';

test('the reference is what the rules say: npx jiti scripts/rule-reference.ts writes it', () => {
  expect(readFileSync('docs/playbook-rules.md', 'utf8')).toBe(playbookReference());
});
