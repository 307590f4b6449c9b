import { isObject, own } from '../core/json.js';
import { ofAnyCase } from '../arm/hole.js';
import { shorten } from '../core/shorten.js';
import { commentJson, type Incident } from './incident.js';
import { MAX_COMMENT_CHARACTERS, MAX_COMMENTS } from './limits.js';
import type { Operation, OnIncident } from './operation.js';
import { onIncident } from './on-incident.js';
import { changed, newId, refused, succeeded, type Answered } from './workspace.js';

/** `AddIncidentCommentV3` and the older operation that names the incident in its path. */
export const commentOperations: readonly Operation[] = [
  { method: 'POST', path: '/Incidents/Comment', answer: onIncident((at) => commented(at, 'message')) },
  {
    method: 'PUT',
    path: '/Comment/{subscription}/{workspace}/{group}/{identifier}/{id}',
    answer: (workspace, call, values) => {
      const number = values.get('id') ?? '';
      const incident = workspace.incidents.find((one) => isCalled(one, number));
      if (!incident) return refused(workspace, 404, `The incident ${shorten(number)} was not found.`);
      const body = isObject(call.body) ? call.body : {};
      return commented({ workspace, incident, body, time: call.time, by: call.by }, 'Value');
    },
  },
];

function isCalled({ name, properties }: Incident, number: string): boolean {
  return name === number || String(own(properties, 'incidentNumber')) === number;
}

function commented({ workspace, incident, body, time, by }: OnIncident, field: string): Answered {
  const message = ofAnyCase(body, field);
  const problem = problemOf(message, field, incident);
  if (problem !== undefined || typeof message !== 'string') return refused(workspace, 400, problem ?? '');
  const comment = { id: newId(incident, 'Comments'), message, time, by };
  const after = { ...incident, comments: [...incident.comments, comment] };
  return succeeded(changed(workspace, after, [{ time, what: 'A comment was added.' }]), commentJson(comment));
}

function problemOf(message: unknown, field: string, { comments }: Incident): string | undefined {
  if (typeof message !== 'string' || message === '') return `The field ${field} is required: a text that is not empty.`;
  if (message.length > MAX_COMMENT_CHARACTERS) {
    return `The comment has ${message.length} characters, at most ${MAX_COMMENT_CHARACTERS} are allowed.`;
  }
  if (comments.length >= MAX_COMMENTS) return `The incident has ${MAX_COMMENTS} comments, and may have no more.`;
  return undefined;
}
