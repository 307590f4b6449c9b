import type { Json, JsonObject } from '../../core/json.js';
import type { ActionRecord, Attempt } from '../../engine/record.js';
import type { LoggedCall } from '../../playbook/answer.js';
import type { PlaybookRun } from '../../playbook/run-playbook.js';
import { findingJson } from '../../report/json.js';
import type { ShownIncident } from '../../sentinel/shown.js';
import type { PlaybookRunResult } from '../schemas/playbook-run.js';
import type { Hide } from './hide.js';
import type { RunReport } from './run-report.js';

/** The fields of the JSON result. */
export function runJson({ run, hide, written, judged }: RunReport): Omit<PlaybookRunResult, 'formatVersion' | 'ok'> {
  const found = { counts: judged.counts, findings: judged.findings.map(findingJson) };
  if (run === undefined) return { ...nothingRun, ...found };
  const { record, workspace } = run;
  return {
    status: run.status,
    ...(run.error && { error: { code: run.error.code, message: hide.text(run.error.message) } }),
    startTime: record.startTime,
    endTime: record.endTime,
    actions: Object.fromEntries([...record.actions].map(([name, action]) => [name, actionJson(action, hide)])),
    outputs: hide.json(record.outputs),
    ...(record.response && { response: hide.json(responseJson(record.response)) }),
    incident: {
      ...(workspace.incident ? incidentJson(workspace.incident, hide) : { comments: [], tasks: [], tags: [] }),
      ...(workspace.created.length > 0 && { created: workspace.created.map((one) => incidentJson(one, hide)) }),
      activity: workspace.activity.map(({ time, what }) => ({ time, what: hide.text(what) })),
    },
    calls: run.calls.map((call) => callJson(call, hide)),
    usage: run.usage,
    ...(written.length > 0 && { written }),
    ...found,
  };
}

const nothingRun = {
  status: 'Failed' as const,
  error: { code: 'NotRun', message: 'Nothing was run: the findings say why.' },
  actions: {},
  outputs: {},
  incident: { comments: [], tasks: [], tags: [], activity: [] },
  calls: [],
  usage: {},
};

function actionJson(action: ActionRecord, hide: Hide) {
  const { type, retries, repetitions, iterations } = action;
  return {
    type,
    ...attemptJson(action, hide),
    ...(retries !== undefined && { retries }),
    ...(iterations && { iterations }),
    ...(repetitions && {
      repetitions: repetitions.map((one) => ({ indexes: one.indexes, ...attemptJson(one, hide) })),
    }),
  };
}

function attemptJson({ status, code, inputs, outputs, error, startTime, endTime }: Attempt, hide: Hide) {
  return {
    status,
    ...(code !== undefined && { code }),
    ...(inputs !== undefined && { inputs: hide.json(inputs) }),
    ...(outputs !== undefined && { outputs: hide.json(outputs) }),
    ...(error && { error: { code: error.code, message: hide.text(error.message) } }),
    startTime,
    endTime,
  };
}

function responseJson({ statusCode, headers, body }: NonNullable<PlaybookRun['record']['response']>): JsonObject {
  return { statusCode, headers, ...(body !== undefined && { body }) };
}

/** An incident as a person sees it. */
function incidentJson(incident: ShownIncident, hide: Hide) {
  const { comments, tasks, tags, ...facts } = incident;
  const shown = (text: ShownIncident['comments'][number]['shown']) => ({
    text: hide.text(text.text),
    ...(text.raw.length > 0 && { raw: text.raw.map(hide.text) }),
    ...(text.lost.length > 0 && { lost: text.lost.map(hide.text) }),
  });
  return {
    ...Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, hideFact(value, hide)])),
    comments: comments.map(({ id, message, time, by, shown: said }) => ({
      id,
      message: hide.text(message),
      ...shown(said),
      ...(by !== undefined && { by }),
      ...(time !== undefined && { time }),
    })),
    tasks: tasks.map(({ id, title, description, isCompleted, time, by, shown: said }) => ({
      id,
      title: hide.text(title),
      ...(description !== undefined && { description: hide.text(description) }),
      ...shown(said),
      completed: isCompleted,
      by,
      time,
    })),
    tags: tags.map(hide.text),
  };
}

function hideFact(value: string | number, hide: Hide): string | number {
  return typeof value === 'string' ? hide.text(value) : value;
}

function callJson({ call, by, status, operation, usage }: LoggedCall, hide: Hide) {
  const { action, type, connection, method, uri, queries, body, attempt, time } = call;
  const shownBody: { readonly body?: Json } = body === undefined ? {} : { body: hide.json(body) };
  return {
    action,
    type,
    ...(connection !== undefined && { connection }),
    ...(operation !== undefined && { operation }),
    method,
    uri: hide.text(uri),
    ...(Object.keys(queries).length > 0 && { queries: hide.json(queries) }),
    ...(call.secret ? {} : shownBody),
    ...(status !== undefined && { status }),
    by,
    ...(attempt > 0 && { attempt }),
    time,
    ...(usage && { usage }),
  };
}
