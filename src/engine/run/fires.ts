import { isArray, type Json } from '../../core/json.js';
import { typeName } from '../../expression/value.js';
import { worded } from '../messages.js';
import type { Run } from '../model.js';
import type { ReadyTrigger } from '../ready/declared.js';
import { evaluateInputs } from '../ready/inputs.js';
import { triggerContext } from './trigger.js';

/** Splits what the trigger was given and asks its conditions; a run that does not begin is ended. */
export function fires(run: Run): boolean {
  const { trigger } = run.ready;
  if (trigger.splitOn) split(run, trigger.splitOn);
  for (const inputs of trigger.conditions) {
    if (run.ended) return false;
    const holds = evaluateInputs(inputs, contextOf(run));
    if (holds.ok && holds.value === true) continue;
    const failed = holds.ok || holds.secret ? undefined : holds.error.message;
    const message = failed ?? 'A condition of the trigger does not hold.';
    run.ended = { status: 'Cancelled', error: { code: 'TriggerConditionNotMet', message }, cut: 'NotStarted' };
  }
  return run.ended === undefined;
}

function contextOf(run: Run): ReturnType<typeof triggerContext> {
  const { callbackUrl } = run.options;
  const { outputs } = run.trigger;
  return triggerContext(run.parameters, { random: run.random, now: run.startedAt, outputs, callbackUrl });
}

/** Gives the run one item of the list that the trigger splits on: as for the others there would be runs of their own. */
function split(run: Run, splitOn: NonNullable<ReadyTrigger['splitOn']>): void {
  const evaluated = evaluateInputs(splitOn, contextOf(run));
  const list: Json = evaluated.ok ? evaluated.value : null;
  if (!isArray(list)) {
    const template =
      "The execution of template trigger '{0}' failed: the result of the evaluation of 'splitOn' expression '{1}' is of type '{2}'. The result must be a valid array.";
    const error = worded(
      'ExpressionEvaluationFailed',
      template,
      run.ready.trigger.name,
      splitOn.source,
      typeName(list),
    );
    run.ended = { status: 'Failed', error, cut: 'NotStarted' };
    return;
  }
  const body = list[run.options.trigger?.index ?? 0] ?? null;
  run.trigger = { outputs: { ...run.trigger.outputs, body }, splits: list.length, view: undefined };
}
