import type { Json, JsonObject } from '../../src/core/json.js';
import { sentinelAnswer } from '../../src/sentinel/answer.js';
import { readTrigger } from '../../src/sentinel/read-trigger.js';
import { workspaceOf, type Workspace } from '../../src/sentinel/workspace.js';

export const INCIDENT =
  '/subscriptions/s/resourceGroups/soc/providers/Microsoft.OperationalInsights/workspaces/law/providers/Microsoft.SecurityInsights/Incidents/7';

/** The body of an incident trigger. */
export function triggerBody(properties: JsonObject = {}): JsonObject {
  return { object: { id: INCIDENT, name: '7', properties: { title: 'Phishing', status: 'New', ...properties } } };
}

/** A workspace with one incident. */
export function workspace(properties: JsonObject = {}): Workspace {
  return workspaceOf(readTrigger('incident', triggerBody(properties)).incident);
}

/** `METHOD /path` on a workspace at a certain time. */
export function called(before: Workspace, line: string, body?: Json) {
  const [method = '', path = ''] = line.split(' ');
  const call = { method, path, body, time: '2026-01-01T00:00:00.000Z', by: 'Act' };
  return sentinelAnswer(before, call);
}
