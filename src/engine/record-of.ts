import { invariant } from '../core/fault.js';
import type { Json } from '../core/json.js';
import type { Past, ReadyAction, Run } from './model.js';
import { evaluateInputs } from './ready/inputs.js';
import type { ActionRecord, Attempt, Repetition, RunError, RunRecord, TriggerRecord } from './record.js';
import { contextOf } from './run/context.js';
import { isoTime } from './run/time.js';
import { triggerInputs } from './run/trigger.js';
import { remember } from './run/turn.js';
import { HIDDEN } from './run/view.js';

/** The record of a run that has ended. */
export function recordOf(run: Run): RunRecord {
  invariant(run.ended, 'a run without events has ended');
  const { status, error, cut = 'ActionSkipped' } = run.ended;
  const stopped = { status: cut === 'TimedOut' ? cut : 'Cancelled', code: cut } as const;
  for (const turn of run.open) remember(run, turn, stopped);
  const actions = run.ready.actions.map((action) => [action.name, actionRecord(run, action, cut)] as const);
  const response =
    run.isResponseSecret && run.response ? { ...run.response, headers: HIDDEN, body: HIDDEN } : run.response;
  return {
    status,
    ...(error && { error: shownError(error) }),
    startTime: isoTime(run.startedAt),
    endTime: isoTime(run.now),
    trigger: triggerRecord(run),
    actions: new Map(actions),
    outputs: outputsOf(run),
    ...(response && { response }),
  };
}

function triggerRecord(run: Run): TriggerRecord {
  const { name, type, hidesOutputs } = run.ready.trigger;
  const { outputs, splits } = run.trigger;
  const inputs = triggerInputs(run);
  return {
    name,
    type,
    ...(inputs !== undefined && { inputs }),
    ...(outputs !== undefined && { outputs: hidesOutputs ? HIDDEN : outputs }),
    ...(splits !== undefined && { splits }),
  };
}

/** The outputs of the workflow, of a run that succeeded. */
function outputsOf(run: Run): Readonly<Record<string, Json>> {
  if (run.ended?.status !== 'Succeeded') return {};
  const evaluated = run.ready.outputs.flatMap(({ name, value }) => {
    const one = evaluateInputs(value, contextOf(run, { frame: run.top }));
    return one.ok ? [[name, one.secret ? HIDDEN : one.value] as const] : [];
  });
  return Object.fromEntries(evaluated);
}

function actionRecord(run: Run, action: ReadyAction, notRun: string): ActionRecord {
  const { id, name, type } = action;
  const repetitions = run.repeated[id]?.toSorted(byRounds);
  const past = repetitions?.at(-1) ?? run.latest[id];
  if (past === undefined) {
    const time = isoTime(run.now);
    return { name, type, status: 'Skipped', code: notRun, startTime: time, endTime: time };
  }
  return {
    name,
    type,
    ...attemptOf(past),
    ...(past.iterations && { iterations: past.iterations }),
    ...(repetitions && { repetitions: repetitions.map(repetitionOf) }),
    ...(past.retries !== undefined && { retries: past.retries }),
  };
}

function byRounds({ frame: one }: Past, { frame: other }: Past): number {
  for (const [at, index] of one.indexes.entries()) {
    const difference = index - (other.indexes[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return one.indexes.length - other.indexes.length;
}

function repetitionOf(past: Past): Repetition {
  return { ...attemptOf(past), indexes: past.frame.indexes };
}

function attemptOf(past: Past): Attempt {
  const { status, code, inputs, outputs, error, secretInputs, secretOutputs, startedAt, endedAt } = past;
  return {
    status,
    ...(code !== undefined && { code }),
    ...(inputs !== undefined && { inputs: secretInputs ? HIDDEN : inputs }),
    ...(outputs !== undefined && { outputs: secretOutputs ? HIDDEN : outputs }),
    ...(error && { error: shownError(error) }),
    startTime: isoTime(startedAt),
    endTime: isoTime(endedAt),
  };
}

/** An error as the history has it: without its template. */
function shownError({ code, message }: RunError): RunError {
  return { code, message };
}
