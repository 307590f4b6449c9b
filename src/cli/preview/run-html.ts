import { isObject, own, type JsonObject } from '../../core/json.js';
import { shownCall } from '../../engine/outgoing/address.js';
import type { ActionRecord, Attempt, RunError, TriggerRecord } from '../../engine/record.js';
import type { LoggedCall } from '../../playbook/answer.js';
import type { ShownAction, ShownAttempt, ShownCall, ShownRun } from '../../pages/run/model.js';
import { runPage } from '../../pages/run/run-page.js';
import type { ShownIncident } from '../../sentinel/shown.js';
import type { WorkflowStep } from '../../workflow/steps.js';
import type { Hide } from '../playbook/hide.js';
import type { RunReport } from '../playbook/run-report.js';
import { ruleLookup } from './rule-of.js';

/** The result of `playbook run` as a page, without the secrets of the run. */
export async function runHtml(report: RunReport, { ok }: { readonly ok: boolean }): Promise<string> {
  const { name, run, judged, hide } = report;
  const { findings, counts } = judged;
  const shared = { name, ok, findings, counts, ruleOf: await ruleLookup() };
  if (run === undefined) {
    return runPage({ ...shared, status: undefined, actions: [], incidents: [], activity: [], calls: [], usage: {} });
  }
  const { record, workspace, calls, usage, status } = run;
  const { incident, created, activity } = workspace;
  return runPage({
    ...shared,
    status,
    error: run.error && hiddenError(run.error, hide),
    trigger: triggerOf(record.trigger, hide),
    startTime: record.startTime,
    endTime: record.endTime,
    actions: actionsOf(report, record.actions),
    outputs: hide.json(record.outputs),
    incidents: [...(incident ? [incident] : []), ...created].map((one) => hiddenIncident(one, hide)),
    activity: activity.map(({ time, what }) => ({ time, what: hide.text(what) })),
    calls: calls.map((call) => hiddenCall(call, hide)),
    usage,
  } satisfies ShownRun);
}

function triggerOf({ name, type, outputs }: TriggerRecord, hide: Hide): ShownRun['trigger'] {
  return { name, type, outputs: outputs === undefined ? undefined : hide.json(outputs) };
}

function actionsOf({ steps, hide }: RunReport, records: ReadonlyMap<string, ActionRecord>): readonly ShownAction[] {
  const byName = new Map(steps.filter(({ kind }) => kind === 'action').map((step) => [step.name, step]));
  return [...records.values()].map((action): ShownAction => {
    const step = byName.get(action.name);
    const { name, type, retries, iterations, repetitions } = action;
    return {
      name,
      type,
      ...attempt(action, hide),
      parent: step?.parent?.name,
      branch: step ? branchOf(step) : '',
      after: step ? waitedFor(step.value) : [],
      retries,
      rounds: iterations?.length,
      repetitions: repetitions?.map((one) => ({ ...attempt(one, hide), indexes: one.indexes })),
    };
  });
}

function attempt({ status, code, inputs, outputs, error, startTime, endTime }: Attempt, hide: Hide): ShownAttempt {
  return {
    status,
    code,
    inputs: inputs === undefined ? undefined : hide.json(inputs),
    outputs: outputs === undefined ? undefined : hide.json(outputs),
    error: error && hiddenError(error, hide),
    startTime,
    endTime,
  };
}

/** Which branch of its container an action stands in, by the keys between the two. */
function branchOf({ pointer, parent }: WorkflowStep): string {
  if (parent === undefined) return '';
  const [key = '', name = ''] = pointer.slice(parent.pointer.length + 1).split('/');
  if (key === 'else') return 'False';
  if (key === 'default') return 'Default';
  if (key === 'cases' || key === 'tools') return name.replaceAll('~1', '/').replaceAll('~0', '~');
  return parent.type.toLowerCase() === 'if' ? 'True' : '';
}

function waitedFor(value: JsonObject): ShownAction['after'] {
  const after = own(value, 'runAfter');
  if (!isObject(after)) return [];
  return Object.entries(after).map(([name, statuses]) => ({
    name,
    statuses: Array.isArray(statuses) ? statuses.map(String) : [],
  }));
}

function hiddenError({ code, message }: RunError, hide: Hide): RunError {
  return { code, message: hide.text(message) };
}

function hiddenIncident(incident: ShownIncident, hide: Hide): ShownIncident {
  const { comments, tasks, tags, ...facts } = incident;
  const said = (shown: ShownIncident['comments'][number]['shown']) => ({
    ...shown,
    text: hide.text(shown.text),
    raw: shown.raw.map(hide.text),
    lost: shown.lost.map(hide.text),
  });
  const texts = Object.entries(facts).map(([key, value]) => [
    key,
    typeof value === 'string' ? hide.text(value) : value,
  ]);
  return {
    ...(Object.fromEntries(texts) as typeof facts), // the same keys, and texts stay texts
    comments: comments.map((one) => ({ ...one, message: hide.text(one.message), shown: said(one.shown) })),
    tasks: tasks.map((one) => ({ ...one, title: hide.text(one.title), shown: said(one.shown) })),
    tags: tags.map(hide.text),
  };
}

function hiddenCall({ call, by, status, operation }: LoggedCall, hide: Hide): ShownCall {
  return { action: call.action, request: hide.text(shownCall(call)), operation, by, status, time: call.time };
}
