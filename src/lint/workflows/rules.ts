import type { PlaybookRule } from './rule.js';
import { actionNeverRuns } from './rules/action-never-runs.js';
import { answerLengthOpen } from './rules/answer-length-open.js';
import { apiVersionOver } from './rules/api-version-over.js';
import { bodyBuiltAsText } from './rules/body-built-as-text.js';
import { conditionConstant } from './rules/condition-constant.js';
import { connectionRepeated } from './rules/connection-repeated.js';
import { connectionUnbound } from './rules/connection-unbound.js';
import { connectionUnused } from './rules/connection-unused.js';
import { failureUnhandled } from './rules/failure-unhandled.js';
import { htmlUnescaped } from './rules/html-unescaped.js';
import { inputsNotSecured } from './rules/inputs-not-secured.js';
import { keyInAddress } from './rules/key-in-address.js';
import { keyInParameter } from './rules/key-in-parameter.js';
import { keyInVariable } from './rules/key-in-variable.js';
import { keyInWorkflow } from './rules/key-in-workflow.js';
import { listAsText } from './rules/list-as-text.js';
import { loopIgnoresItem } from './rules/loop-ignores-item.js';
import { loopOverNull } from './rules/loop-over-null.js';
import { markdownInHtml } from './rules/markdown-in-html.js';
import { modelWritesQuery } from './rules/model-writes-query.js';
import { outputsNotSecured } from './rules/outputs-not-secured.js';
import { parameterUnused } from './rules/parameter-unused.js';
import { parseStricterThanAnswer } from './rules/parse-stricter-than-answer.js';
import { secureParameterDefault } from './rules/secure-parameter-default.js';
import { subscriptionHardCoded } from './rules/subscription-hard-coded.js';
import { untrustedInstructions } from './rules/untrusted-instructions.js';
import { variableSharedInLoop } from './rules/variable-shared-in-loop.js';
import { variableUnused } from './rules/variable-unused.js';

/** What goes wrong after a workflow was saved, a rule each. Adding one is its file in `rules/` and a line here. */
export const playbookRules: readonly PlaybookRule[] = [
  actionNeverRuns,
  answerLengthOpen,
  apiVersionOver,
  bodyBuiltAsText,
  conditionConstant,
  connectionRepeated,
  connectionUnbound,
  connectionUnused,
  failureUnhandled,
  htmlUnescaped,
  inputsNotSecured,
  keyInAddress,
  keyInParameter,
  keyInVariable,
  keyInWorkflow,
  listAsText,
  loopIgnoresItem,
  loopOverNull,
  markdownInHtml,
  modelWritesQuery,
  outputsNotSecured,
  parameterUnused,
  parseStricterThanAnswer,
  secureParameterDefault,
  subscriptionHardCoded,
  untrustedInstructions,
  variableSharedInLoop,
  variableUnused,
];
