import type { RefusalRule } from './rule.js';
import { actionNameRepeated } from './rules/action-name-repeated.js';
import { actionNotBefore } from './rules/action-not-before.js';
import { actionReadsItself } from './rules/action-reads-itself.js';
import { actionUnknown } from './rules/action-unknown.js';
import { callbackUrlMisplaced } from './rules/callback-url-misplaced.js';
import { concurrencyInvalid } from './rules/concurrency-invalid.js';
import { endsInLoop } from './rules/ends-in-loop.js';
import { expressionTooLong } from './rules/expression-too-long.js';
import { functionArguments } from './rules/function-arguments.js';
import { functionUnknown } from './rules/function-unknown.js';
import { itemWithoutList } from './rules/item-without-list.js';
import { loopNotAround } from './rules/loop-not-around.js';
import { nestedTooDeep } from './rules/nested-too-deep.js';
import { recurrenceInvalid } from './rules/recurrence-invalid.js';
import { referenceWithoutName } from './rules/reference-without-name.js';
import { responseWithoutCaller } from './rules/response-without-caller.js';
import { resultOfNoScope } from './rules/result-of-no-scope.js';
import { retryPolicyInvalid } from './rules/retry-policy-invalid.js';
import { runAfterCycle } from './rules/run-after-cycle.js';
import { runAfterStatus } from './rules/run-after-status.js';
import { runAfterUnknown } from './rules/run-after-unknown.js';
import { secureDataInvalid } from './rules/secure-data-invalid.js';
import { stepIncomplete } from './rules/step-incomplete.js';
import { stepName } from './rules/step-name.js';
import { stepNameCharacters } from './rules/step-name-characters.js';
import { stepTypeUnknown } from './rules/step-type-unknown.js';
import { switchExpression } from './rules/switch-expression.js';
import { terminateStatus } from './rules/terminate-status.js';
import { tooMany } from './rules/too-many.js';
import { variableInitializedInside } from './rules/variable-initialized-inside.js';
import { variableInitializedTwice } from './rules/variable-initialized-twice.js';
import { variableNotInitialized } from './rules/variable-not-initialized.js';
import { variableSetFromItself } from './rules/variable-set-from-itself.js';
import { variableTypeUnknown } from './rules/variable-type-unknown.js';
import { variableUnknown } from './rules/variable-unknown.js';
import { variableValueType } from './rules/variable-value-type.js';
import { variableWrongOperation } from './rules/variable-wrong-operation.js';
import { workflowParameterUnknown } from './rules/workflow-parameter-unknown.js';

/** What the service refuses, a rule each. Adding one is its file in `rules/` and a line here. */
export const refusalRules: readonly RefusalRule[] = [
  actionNameRepeated,
  actionNotBefore,
  actionReadsItself,
  actionUnknown,
  callbackUrlMisplaced,
  concurrencyInvalid,
  endsInLoop,
  expressionTooLong,
  functionArguments,
  functionUnknown,
  itemWithoutList,
  loopNotAround,
  nestedTooDeep,
  recurrenceInvalid,
  referenceWithoutName,
  responseWithoutCaller,
  resultOfNoScope,
  retryPolicyInvalid,
  runAfterCycle,
  runAfterStatus,
  runAfterUnknown,
  secureDataInvalid,
  stepIncomplete,
  stepName,
  stepNameCharacters,
  stepTypeUnknown,
  switchExpression,
  terminateStatus,
  tooMany,
  variableInitializedInside,
  variableInitializedTwice,
  variableNotInitialized,
  variableSetFromItself,
  variableTypeUnknown,
  variableUnknown,
  variableValueType,
  variableWrongOperation,
  workflowParameterUnknown,
];
