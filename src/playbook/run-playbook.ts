import type { Finding } from '../core/finding.js';
import type { Json, JsonObject } from '../core/json.js';
import { shownCall } from '../engine/outgoing/address.js';
import type { RunError, RunRecord } from '../engine/record.js';
import { runWorkflow } from '../engine/run-workflow.js';
import { readTrigger } from '../sentinel/read-trigger.js';
import { shownWorkspace, type ShownWorkspace } from '../sentinel/shown.js';
import { workspaceOf } from '../sentinel/workspace.js';
import type { LoggedCall } from './answer.js';
import { callLog, NOT_ANSWERED, type CallLog } from './call-log.js';
import { markupFindings } from './markup-findings.js';
import type { ReadyPlaybook } from './ready-playbook.js';
import { sameCalls, secretsInHistory } from './run-findings.js';
import { distinctSecrets, secretParameters, type KnownSecret } from './secrets.js';
import { usageSum, type Usage } from './usage.js';

/** What starts a run. */
export interface Started {
  /** The body of the trigger; undefined where it has none. */
  readonly body?: Json | undefined;
  readonly headers?: JsonObject;
  /** When it starts, in milliseconds since 1970. */
  readonly now: number;
  /** What random numbers follow from, and the order of what happens at the same time. Default 0. */
  readonly seed?: number;
}

/** A run of a playbook. */
export interface PlaybookRun {
  /** As the run's history has it, secrets and all: never to be printed as it is. */
  readonly record: RunRecord;
  /** That of the record, but Failed where nobody answered a call. */
  readonly status: RunRecord['status'];
  readonly error?: RunError;
  readonly workspace: ShownWorkspace;
  readonly calls: readonly LoggedCall[];
  readonly usage: Usage;
  /** What is said of the run; of the incident the file is not known. */
  readonly findings: readonly Finding[];
  /** What is said of the trigger's body; pointers are those of the body. */
  readonly triggerFindings: readonly Finding[];
  readonly secrets: readonly KnownSecret[];
}

/** Runs a playbook. Nothing but the setup's upstream reaches a network. */
export async function runPlaybook(ready: ReadyPlaybook, started: Started): Promise<PlaybookRun> {
  const { playbook, parameters, placeOf, perItem } = ready;
  const { triggerKind: kind } = playbook;
  const trigger = kind === undefined ? undefined : readTrigger(kind, started.body);
  const log = callLog(ready, workspaceOf(trigger?.incident));
  const record = await runWorkflow(ready.workflow, { ...startOf(started), parameters, send: log.send });
  const workspace = shownWorkspace(log.workspace(), trigger?.incident !== undefined);
  const secrets = distinctSecrets([...secretParameters(playbook, parameters), ...log.secrets]);
  return {
    record,
    ...endOf(record, log),
    workspace,
    calls: log.calls,
    usage: usageSum(log.calls.flatMap(({ usage }) => (usage ? [usage] : []))),
    findings: folded([
      ...log.findings,
      ...sameCalls(log.calls, perItem, placeOf),
      ...secretsInHistory(record, secrets, placeOf),
      ...markupFindings(workspace, placeOf),
    ]),
    triggerFindings: trigger?.findings ?? [],
    secrets,
  };
}

function startOf({ body, headers, now, seed }: Started) {
  return {
    trigger: { ...(headers && { headers }), ...(body !== undefined && { body }) },
    now,
    ...(seed !== undefined && { seed }),
  };
}

function endOf(record: RunRecord, { unanswered: [first, ...others] }: CallLog): Pick<PlaybookRun, 'status' | 'error'> {
  if (first === undefined) return { status: record.status, ...(record.error && { error: record.error }) };
  const more = others.length === 0 ? '' : ` There are ${others.length} more such calls.`;
  const message = `Nothing answers the call of ${first.action}, ${shownCall(first)}.${more}`;
  return { status: 'Failed', error: { code: NOT_ANSWERED, message } };
}

/** Equal findings as one, with a count: a loop finds the same each time. */
function folded(findings: readonly Finding[]): readonly Finding[] {
  const byKey = new Map<string, Finding>();
  for (const found of findings) {
    const key = JSON.stringify([found.code, found.file, found.pointer, found.message]);
    const before = byKey.get(key);
    byKey.set(key, before ? { ...before, count: (before.count ?? 1) + (found.count ?? 1) } : found);
  }
  return [...byKey.values()];
}
