/** Writes the references in docs/: the rules of lint and of playbook lint, and what the emulator answers. Tests say when they are stale. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { emulatorReference } from '../src/emulator/reference.js';
import { ruleReference } from '../src/lint/reference.js';
import { lintRules } from '../src/lint/rules.js';
import { playbookReference } from '../src/lint/workflows/reference.js';

mkdirSync('docs', { recursive: true });
writeFileSync('docs/lint-rules.md', ruleReference(lintRules));
writeFileSync('docs/playbook-rules.md', playbookReference());
writeFileSync('docs/emulator.md', emulatorReference());
