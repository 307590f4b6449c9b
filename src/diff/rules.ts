import { securityRules } from './security-rules.js';
import { connectionRules } from './connection-rules.js';
import { responseRules } from './response-rules.js';
import { operationRules } from './operation-rules.js';
import { parameterRules } from './parameter-rules.js';
import { bodyRules } from './body-rules.js';
import { shapeRules } from './shape-rules.js';
import { wordingRules } from './wording-rules.js';
import { shownRules } from './shown-rules.js';
import { boundRules } from './bound-rules.js';
import { valueRules } from './value-rules.js';
import type { DiffRule } from './rule.js';

/** Every kind of edit there is. */
export const diffRules: readonly DiffRule[] = [
  operationRules,
  responseRules,
  parameterRules,
  shapeRules,
  bodyRules,
  valueRules,
  boundRules,
  shownRules,
  wordingRules,
  connectionRules,
  securityRules,
].flatMap((group): readonly DiffRule[] => Object.values(group));
