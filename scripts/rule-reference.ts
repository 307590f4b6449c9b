/** Writes docs/lint-rules.md, the reference of lint's rules. A test says when it is stale. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { ruleReference } from '../src/lint/reference.js';
import { lintRules } from '../src/lint/rules.js';

mkdirSync('docs', { recursive: true });
writeFileSync('docs/lint-rules.md', ruleReference(lintRules));
