import type { LintRule } from './rule.js';
import { bodyHidesFields } from './rules/body-hides-fields.js';
import { outputRequired } from './rules/output-required.js';
import { outputTitleRepeated } from './rules/output-title-repeated.js';
import { pathParametersAlone } from './rules/path-parameters-alone.js';
import { requiredNotMarked } from './rules/required-not-marked.js';
import { stepNotReopened } from './rules/step-not-reopened.js';

/** The rules of what the designer makes of an operation. */
export const designerRules: readonly LintRule[] = [
  bodyHidesFields,
  requiredNotMarked,
  pathParametersAlone,
  stepNotReopened,
  outputTitleRepeated,
  outputRequired,
];
