import type { LintRule } from './rule.js';
import { connectionRules } from './rules-of-connections.js';
import { designerRules } from './rules-of-designer.js';
import { documentRules } from './rules-of-documents.js';
import { dynamicRules } from './rules-of-dynamic.js';
import { operationRules } from './rules-of-operations.js';
import { valueRules } from './rules-of-values.js';

/** Every rule of the linter. Adding one is its file in `rules/` and a line in the list of its group. */
export const lintRules: readonly LintRule[] = [
  ...documentRules,
  ...connectionRules,
  ...operationRules,
  ...valueRules,
  ...dynamicRules,
  ...designerRules,
];
