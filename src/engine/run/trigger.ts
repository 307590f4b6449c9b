import { isObject, type Json, type JsonObject } from '../../core/json.js';
import type { Answer, Context } from '../../expression/context.js';
import type { Run, RunOptions } from '../model.js';
import { shownHost } from '../ready/host.js';
import { evaluateInputs } from '../ready/inputs.js';
import { guidFrom } from './random.js';
import { isoTime } from './time.js';
import { HIDDEN, runId } from './view.js';

/** What the service puts beside a body that came without headers. */
const JSON_HEADERS: JsonObject = { 'Content-Type': 'application/json; charset=utf-8' };

/** The outputs of a trigger: none where nothing came with it, as with a Recurrence. */
export function triggerOutputs({ headers, queries, body }: NonNullable<RunOptions['trigger']>): JsonObject | undefined {
  if (headers === undefined && queries === undefined && body === undefined) return undefined;
  return {
    headers: headers ?? (body === undefined ? {} : JSON_HEADERS),
    ...(queries !== undefined && { queries }),
    ...(body !== undefined && { body }),
  };
}

/** What a trigger's own expressions can ask for: the parameters and, once it has them, its outputs. */
export function triggerContext(
  parameters: ReadonlyMap<string, Answer>,
  { random, now, outputs, callbackUrl }: TriggerSurroundings,
): Context {
  return {
    now: () => isoTime(now),
    random,
    find: (source, name) => {
      if (source === 'parameter') return parameters.get(name.toLowerCase());
      if (source === 'trigger') return { value: outputs === undefined ? {} : { outputs } };
      return source === 'callbackUrl' ? { value: callbackUrl ?? 'https://callback.invalid/' } : undefined;
    },
  };
}

interface TriggerSurroundings {
  readonly random: () => number;
  readonly now: number;
  readonly outputs: JsonObject | undefined;
  readonly callbackUrl: string | undefined;
}

/** What `trigger()` gives: measured by github:tomdam/flowforger. */
export function triggerView(run: Run): Answer {
  run.trigger.view ??= { value: recordOf(run), secret: run.ready.trigger.hidesOutputs };
  return run.trigger.view;
}

function recordOf(run: Run): JsonObject {
  const { name } = run.ready.trigger;
  const { outputs } = run.trigger;
  const inputs = triggerInputs(run);
  const at = isoTime(run.startedAt);
  return {
    name,
    ...(inputs !== undefined && { inputs }),
    ...(outputs !== undefined && { outputs }),
    startTime: at,
    endTime: at,
    ...(run.ready.trigger.type === 'Recurrence' && { scheduledTime: at }),
    trackingId: guidFrom(run.random),
    clientTrackingId: runId(run),
    originHistoryName: runId(run),
    status: 'Succeeded',
  };
}

/** The inputs of the trigger as they are shown; undefined where they cannot be evaluated. */
export function triggerInputs(run: Run): Json | undefined {
  const { trigger } = run.ready;
  const { callbackUrl } = run.options;
  const surroundings = { random: run.random, now: run.startedAt, outputs: undefined, callbackUrl };
  const context = triggerContext(run.parameters, surroundings);
  const evaluated = evaluateInputs(trigger.inputs, context);
  if (!evaluated.ok) return undefined;
  if (trigger.hidesInputs || evaluated.secret) return HIDDEN;
  const { value } = evaluated;
  return isObject(value) ? { ...shownHost(trigger.host, run.parameters, context), ...value } : value;
}
