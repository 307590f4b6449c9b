import { isObject, type Json, type JsonObject } from '../../core/json.js';
import type { Answer } from '../../expression/context.js';
import type { Past, ReadyAction, Run } from '../model.js';
import type { Status } from '../record.js';
import { guidFrom } from './random.js';
import { isoTime } from './time.js';

/** What is shown of a value in place of what the service hides. */
export const HIDDEN = '*sanitized*';

/** An action as `actions()` and `result()` show it: measured by github:tomdam/flowforger. Inputs that are hidden are hidden here too. */
export function actionView(run: Run, past: Past): Answer {
  past.view ??= Object.fromEntries(members(run, past));
  return { value: past.view, secret: past.secretOutputs };
}

function members(run: Run, past: Past): [string, Json][] {
  const { action, inputs, outputs, code, status, error } = past;
  const list: [string, Json][] = [['name', action.name]];
  if (inputs !== undefined) list.push(['inputs', past.secretInputs ? HIDDEN : inputs]);
  if (outputs !== undefined) list.push(['outputs', withBody(action, outputs)]);
  list.push(...times(run, past));
  if (code !== undefined) list.push(['code', code]);
  list.push(['status', status]);
  // a copy: an error is no value of JSON by its type
  if (error !== undefined) list.push(['error', { ...error }]);
  return list;
}

/** The outputs as expressions see them: those of a ParseJson that found errors have no body, and are not their own as those of a Compose are. */
function withBody({ type }: ReadyAction, outputs: Json): Json {
  if (type !== 'ParseJson' || !isObject(outputs) || Object.hasOwn(outputs, 'body')) return outputs;
  return { ...outputs, body: null };
}

function times(run: Run, { startedAt, endedAt }: Pick<Past, 'startedAt' | 'endedAt'>): [string, Json][] {
  return [
    ['startTime', isoTime(startedAt)],
    ['endTime', isoTime(endedAt)],
    ['trackingId', guidFrom(run.random)],
    ['clientTrackingId', runId(run)],
  ];
}

/** An action of a Foreach as `result()` of the loop shows it: with its records of all rounds as outputs. */
export function foreachView(run: Run, rounds: readonly Past[]): Answer | undefined {
  const [first] = rounds;
  const last = rounds.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const views = rounds.map((past) => actionView(run, past));
  const value = {
    name: first.action.name,
    outputs: views.map((view) => view.value),
    ...Object.fromEntries(times(run, { startedAt: first.startedAt, endedAt: last.endedAt })),
    code: 'NotSpecified',
    status: together(rounds),
    repetitionCount: rounds.length,
  };
  return { value, secret: views.some(({ secret }) => secret === true) };
}

function together(rounds: readonly Past[]): Status {
  if (rounds.some(({ status }) => status === 'Failed')) return 'Failed';
  return rounds.every(({ status }) => status === 'Skipped') ? 'Skipped' : 'Succeeded';
}

/** An action of an Until as `result()` of the loop shows it: its last round. */
export function untilView(run: Run, rounds: readonly Past[]): Answer | undefined {
  const last = rounds.at(-1);
  if (last === undefined) return undefined;
  const { value, secret } = actionView(run, last);
  const view: JsonObject = { ...(value as JsonObject), repetitionCount: rounds.length }; // a view is an object
  return { value: view, secret: secret === true };
}

/** The name of the run: made of its start, the same for the same run. */
export function runId(run: Run): string {
  return `0858${String(run.startedAt).padStart(16, '0')}`;
}
