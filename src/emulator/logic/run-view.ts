import { isArray, isObject, own, type Json, type JsonObject } from '../../core/json.js';
import { HIDDEN } from '../../engine/run/view.js';
import { timeText } from '../hex.js';
import type { EmulatorWorld, OpenRun } from '../message.js';
import { RUN } from '../run/keep-run.js';
import type { Resource } from '../state.js';
import { contentLinks } from './contents.js';
import { objectIn } from './workflow-check.js';
import { versionOf } from './workflows.js';

/** What a view of a run depends on. */
export interface RunAround {
  readonly workflow: Resource;
  readonly world: EmulatorWorld;
}

/** A run that has not ended, as one that is kept. */
export function openResource({ id, workflow, startedAt }: OpenRun): Resource {
  const startTime = timeText(startedAt);
  const [name = ''] = Object.keys(objectIn(objectIn(workflow.properties, 'definition'), 'triggers'));
  const properties = { status: 'Running', startTime, trigger: { name }, actions: [], workflow: workflow.changed };
  return { id, type: RUN, name: id.slice(id.lastIndexOf('/') + 1), properties, created: startTime, changed: startTime };
}

/** A run as a GET shows it. */
export function runView(run: Resource, { workflow, world }: RunAround): JsonObject {
  const { status, startTime, endTime, error, trigger = {}, outputs = {}, workflow: changed } = run.properties;
  const correlation = { clientTrackingId: run.name };
  const version = versionOf({ ...workflow, changed: String(changed) });
  const started = isObject(trigger) ? trigger : {};
  return {
    properties: {
      waitEndTime: startTime ?? null,
      startTime: startTime ?? null,
      ...(endTime !== undefined && { endTime }),
      status: status ?? null,
      ...(isObject(error) && { code: own(error, 'code') ?? null, error }),
      correlation,
      workflow: { id: `${workflow.id}/versions/${version}`, name: version, type: `${workflow.type}/versions` },
      trigger: {
        name: own(started, 'name') ?? '',
        ...contentLinks(started, 'Trigger', { workflow, path: `/runs/${run.name}`, world }),
        startTime: startTime ?? null,
        endTime: startTime ?? null,
        originHistoryName: run.name,
        correlation,
        code: 'OK',
        status: 'Succeeded',
      },
      outputs: outputsOf(outputs),
    },
    id: run.id,
    name: run.name,
    type: run.type,
  };
}

/** The types of a workflow's outputs. */
function outputsOf(outputs: Json): JsonObject {
  const entries = Object.entries(isObject(outputs) ? outputs : {}).map(([name, value]) => {
    const type = isArray(value) ? 'Array' : isObject(value) ? 'Object' : typeof value === 'string' ? 'String' : 'Any';
    return [name, { type, value }] as const;
  });
  return Object.fromEntries(entries);
}

/** The records of the actions of a run, in the order of the definition, containers before what is in them. */
export function actionsOf(run: Resource): readonly JsonObject[] {
  const actions = own(run.properties, 'actions');
  return actions !== undefined && isArray(actions) ? actions.filter(isObject) : [];
}

/** An action of a run as a GET shows it. */
export function actionView(action: JsonObject, run: Resource, { workflow, world }: RunAround): JsonObject {
  const name = String(own(action, 'name'));
  const place = { workflow, path: `/runs/${run.name}/actions/${name}`, world };
  return {
    properties: { ...contentLinks(action, 'Action', place), ...attemptOf(action, run) },
    id: `${run.id}/actions/${name}`,
    name,
    type: `${RUN}/actions`,
  };
}

function attemptOf(attempt: JsonObject, run: Resource): JsonObject {
  const { startTime = null, endTime = null, status = null, code, error, iterations } = attempt;
  return {
    startTime,
    endTime,
    correlation: { clientTrackingId: run.name },
    status,
    ...(code !== undefined && { code }),
    ...(error !== undefined && { error }),
    ...(iterations !== undefined && isArray(iterations) && { iterationCount: iterations.length }),
  };
}

/** The times of an action that stands in loops, as a GET shows them. */
export function repetitionViews(action: JsonObject, run: Resource, id: string): readonly JsonObject[] {
  const repetitions = own(action, 'repetitions') ?? [];
  return (isArray(repetitions) ? repetitions : []).filter(isObject).map((one) => {
    const indexes = own(one, 'indexes') ?? [];
    const rounds = isArray(indexes) ? indexes.map(Number) : [];
    const name = rounds.map((round) => String(round).padStart(6, '0')).join('-');
    const shown = (['inputs', 'outputs'] as const).filter((member) => (own(one, member) ?? HIDDEN) !== HIDDEN);
    const contents = Object.fromEntries(shown.map((member) => [member, own(one, member) ?? null]));
    const repetitionIndexes = rounds.map((itemIndex) => ({ itemIndex }));
    const properties = { ...attemptOf(one, run), ...contents, repetitionIndexes };
    return { properties, id: `${id}/repetitions/${name}`, name, type: `${RUN}/actions/repetitions` };
  });
}
