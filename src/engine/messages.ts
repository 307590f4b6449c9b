import type { RunError } from './record.js';

/** An error in the service's words: `{0}` and so on stand for what follows. */
export function worded(code: string, template: string, ...shown: readonly string[]): RunError {
  const message = template.replaceAll(/\{(\d)\}/g, (whole, at: string) => shown[Number(at)] ?? whole);
  return { code, message, messageTemplate: template };
}

/** How the service says that something is wrong with the inputs of an action. */
export const INVALID_INPUTS =
  "Unable to process template language expressions in action '{0}' inputs at line '{1}' and column '{2}': '{3}'.";

/** What is wrong with the inputs of an action. The line and the column are those that runs show. */
export function invalidInputs(action: string, why: string): RunError {
  return worded('InvalidTemplate', INVALID_INPUTS, action, '0', '0', why);
}

/** What is wrong with the condition of an If or Until. The service gives the place in the stored definition, which nobody else knows. */
export function invalidCondition(action: string, why: string): RunError {
  const template =
    "Unable to process template language expressions for action '{0}' at line '{1}' and column '{2}': '{3}'.";
  return worded('InvalidTemplate', template, action, '1', '0', why);
}

/** The condition or the value of a Switch has the wrong type. */
export function invalidResult(
  action: string,
  { source, type, expected }: { readonly source: string; readonly type: string; readonly expected: string },
): RunError {
  const template =
    "The execution of template action '{0}' failed: The result of the evaluation of 'scope' action expression '{1}' is not valid. It is of type '{2}' but is expected to be a value of type '{3}'.";
  return worded('ExpressionEvaluationFailed', template, action, source, type, expected);
}

/** What a loop goes over is no array. */
export function notAnArray(action: string, source: string, type: string): RunError {
  const template =
    "The execution of template action '{0}' failed: the result of the evaluation of 'foreach' expression '{1}' is of type '{2}'. The result must be a valid array.";
  return worded('ExpressionEvaluationFailed', template, action, source, type);
}

/** What a loop goes over cannot be evaluated. */
export function foreachFailed(action: string, source: string, why: string): RunError {
  const template =
    "The execution of template action '{0}' failed: The evaluation of 'foreach' expression '{1}' failed: '{2}'.";
  return worded('ExpressionEvaluationFailed', template, action, source, why);
}

/** The case of a Switch is of another type than the value. */
export function switchTypes(action: string, value: string, given: string): RunError {
  const begin = `The execution of template action '${action}' failed: an unexpected exception encountered when evaluating branching condition.`;
  const why = `'Template language function 'strongEquals' expects parameters of same type, but found '${value},${given}' distinct types.'`;
  return { code: 'ActionConditionFailed', message: `${begin} ${why}`, messageTemplate: 'ActionConditionFailed' };
}

const containerFailed = 'An action failed. No dependent actions succeeded.';

/** A container or a run in which something failed that nothing handled. */
export const actionFailed: RunError = worded('ActionFailed', containerFailed);

/** An action did not run because of how another one ended. */
export function afterNotMet(action: string, other: string, statuses: { expected: string; actual: string }): RunError {
  const template =
    "The execution of template action '{0}' is skipped: the 'runAfter' condition for action '{1}' is not satisfied. Expected status values '{2}' and actual value '{3}'.";
  return worded('ActionConditionFailed', template, action, other, statuses.expected, statuses.actual);
}

/** An action stands in the branch that was not taken. */
export function branchNotTaken(action: string): RunError {
  const template =
    "The execution of template action '{0}' skipped: the branching condition for this action is not satisfied.";
  return worded('ActionBranchingConditionNotSatisfied', template, action);
}

/** An action stands in a container that did not run. */
export function containerNotRun(action: string, container: string, ended: { status: string; code: string }): RunError {
  const template =
    "The execution of template action '{0}' is skipped: dependant action '{1}' completed with status '{2}' and code '{3}'.";
  return worded('ActionDependencyFailed', template, action, container, ended.status, ended.code);
}
