import { azurePlaybookRules } from '../azure/playbook/rules.js';
import { azureRules } from '../azure/rules.js';
import type { Rule } from '../core/rule.js';
import { coreRules } from '../core/rules.js';
import { contractRules } from '../contract/rules.js';
import { definitionRules } from '../definition/rules.js';
import { diffRules } from '../diff/rules.js';
import { engineRules } from '../engine/rules.js';
import { fleetRules } from '../fleet/rules.js';
import { httpRules } from '../http/rules.js';
import { inferRules } from '../infer/rules.js';
import { lintRules } from '../lint/rules.js';
import { suppressRules } from '../lint/suppress-rules.js';
import { refRules } from '../openapi/ref-rules.js';
import { structureRules } from '../openapi/structure-rules.js';
import { recordingRules } from '../recording/rules.js';
import { choiceRules } from '../upstream/choice-rules.js';
import { driftRules } from '../upstream/drift-rules.js';
import { lossRules } from '../upstream/loss-rules.js';
import { playbookRules } from '../lint/workflows/rules.js';
import { expectRules } from '../playbook/expect-rules.js';
import { mockRules, runRules } from '../playbook/rules.js';
import { sentinelRules } from '../sentinel/rules.js';
import { refusalRules } from '../workflow/refused/rules.js';
import { workflowRules } from '../workflow/rules.js';
import { configRules } from './configuration/rules.js';
import { explainedEdit } from './diff/explained.js';
import { explained } from './lint/explained.js';
import { cliRules } from './own-rules.js';
import { explainedPlaybookRule, explainedRefusal } from './playbook-lint/explained.js';

/** The codes that `playbook lint` gives: suppressing them is no affair of `lint`. */
export const playbookCodes: ReadonlySet<string> = new Set(
  [...refusalRules, ...playbookRules, ...Object.values(workflowRules)].map(({ code }) => code),
);

/** Every rule of the product, whichever check gives it: what `explain` knows. Codes are one name space. By code. */
export const rules: readonly Rule<unknown>[] = [
  coreRules,
  refRules,
  structureRules,
  definitionRules,
  httpRules,
  recordingRules,
  contractRules,
  lossRules,
  choiceRules,
  driftRules,
  lintRules.map(explained),
  suppressRules,
  diffRules.map(explainedEdit),
  workflowRules,
  refusalRules.map(explainedRefusal),
  playbookRules.map(explainedPlaybookRule),
  engineRules,
  sentinelRules,
  runRules,
  mockRules,
  expectRules,
  inferRules,
  azureRules,
  azurePlaybookRules,
  fleetRules,
  cliRules,
  configRules,
]
  .flatMap((group): readonly Rule<unknown>[] => Object.values(group))
  .sort((one, other) => (one.code < other.code ? -1 : 1));
