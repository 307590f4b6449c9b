import { readyWorkflow } from '../../src/engine/ready-workflow.js';
import { runWorkflow } from '../../src/engine/run-workflow.js';
import type { Call, Reply } from '../../src/engine/effects.js';
import type { RunRecord } from '../../src/engine/record.js';
import type { Playbook } from '../../src/playbooks.js';
import type { Json } from '../../src/core/json.js';
import { sentinelAnswer } from '../../src/sentinel/answer.js';
import { readTrigger } from '../../src/sentinel/read-trigger.js';
import { shownWorkspace, type ShownWorkspace } from '../../src/sentinel/shown.js';
import { workspaceOf } from '../../src/sentinel/workspace.js';

/** A run, what became of the incident, and what the model was asked. */
export interface Ran {
  readonly record: RunRecord;
  readonly incident: ShownWorkspace;
  readonly asked: readonly Json[];
}

/** Runs a playbook against a workspace and a model. */
export async function ran(playbook: Playbook, body: Json, model: (asked: Json) => Reply): Promise<Ran> {
  const { ready, findings } = readyWorkflow(playbook.definition);
  if (ready === undefined) throw new Error(JSON.stringify(findings));
  const { incident } = readTrigger('incident', body);
  let workspace = workspaceOf(incident);
  const asked: Json[] = [];
  const send = (call: Call): Reply => {
    if (call.connection === 'azuresentinel') {
      const answered = sentinelAnswer(workspace, {
        method: call.method,
        path: call.uri,
        body: call.body,
        time: call.time,
        by: 'three-steps',
      });
      if (answered === undefined) throw new Error(`nobody answers ${call.method} ${call.uri}`);
      workspace = answered.workspace;
      return answered.reply;
    }
    asked.push(call.body ?? null);
    return model(call.body ?? null);
  };
  const record = await runWorkflow(ready, { trigger: { body }, send, now: Date.UTC(2026, 0, 15) });
  return { record, incident: shownWorkspace(workspace, incident !== undefined), asked };
}

/** The id of the incident of these tests. */
export const id =
  '/subscriptions/s/resourceGroups/g/providers/Microsoft.OperationalInsights/workspaces/w/providers/Microsoft.SecurityInsights/Incidents/i';

/** What a playbook is given of an incident with these properties. */
export function incident(properties: Json): Json {
  return { objectSchemaType: 'Incident', object: { id, name: 'i', properties } };
}

/** An incident with everything that playbooks read. */
export const full = incident({
  title: 'Sign-in from <b>two</b> places',
  description: 'An account signed in from two countries.',
  severity: 'High',
  status: 'New',
  labels: [{ labelName: 'vip', labelType: 'User' }],
  additionalData: { tactics: ['InitialAccess'], techniques: ['T1078'] },
  alerts: [{ properties: { alertDisplayName: 'Impossible travel', description: null } }],
  relatedEntities: [{ kind: 'Account', properties: { accountName: 'ann' } }],
});

/** An answer of the model. */
export function answer(message: Json, finish = 'stop'): Reply {
  const body = { choices: [{ index: 0, message, finish_reason: finish }] };
  return { statusCode: 200, headers: { 'Content-Type': 'application/json' }, body };
}
