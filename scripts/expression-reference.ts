/** Writes the reference of the functions of expressions in docs/. A test says when it is stale. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { expressionReference } from '../src/expression/reference.js';

mkdirSync('docs', { recursive: true });
writeFileSync('docs/expressions.md', expressionReference());
