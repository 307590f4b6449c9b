import { ofAnyCase } from '../arm/hole.js';
import { isObject, type Json } from '../core/json.js';
import { shorten } from '../core/shorten.js';
import { taskJson, type Task } from './incident.js';
import { MAX_TASKS } from './limits.js';
import { onIncident } from './on-incident.js';
import type { OnIncident, Operation } from './operation.js';
import { changed, newId, refused, succeeded, type Answered, type SentinelCall, type Workspace } from './workspace.js';

/** `AddIncidentTask` and `CompleteIncidentTask`. */
export const taskOperations: readonly Operation[] = [
  { method: 'POST', path: '/Incidents/CreateTask', answer: onIncident(added) },
  { method: 'POST', path: '/Incidents/CompleteTask', answer: completed },
];

function added({ workspace, incident, body, time, by }: OnIncident): Answered {
  const title = ofAnyCase(body, 'taskTitle');
  const description = ofAnyCase(body, 'taskDescription');
  if (typeof title !== 'string' || title === '') {
    return refused(workspace, 400, 'The field taskTitle is required: a text that is not empty.');
  }
  if (!isOptionalText(description)) return refused(workspace, 400, 'The field taskDescription is a text.');
  if (incident.tasks.length >= MAX_TASKS) {
    return refused(workspace, 400, `The incident has ${MAX_TASKS} tasks, and may have no more.`);
  }
  const id = newId(incident, 'Tasks');
  const task = { id, title, ...(typeof description === 'string' && { description }), isCompleted: false, time, by };
  const after = { ...incident, tasks: [...incident.tasks, task] };
  const what = `The task ${shorten(title)} was added.`;
  return succeeded(changed(workspace, after, [{ time, what }]), taskJson(task));
}

function isOptionalText(value: Json | undefined): boolean {
  return value === undefined || value === null || typeof value === 'string';
}

function completed(workspace: Workspace, { body, time }: SentinelCall): Answered {
  const id = isObject(body) ? ofAnyCase(body, 'taskArmId') : undefined;
  if (typeof id !== 'string' || id === '') {
    return refused(workspace, 400, 'The field taskArmId is required: the resource id of a task.');
  }
  const isIt = (task: Task) => task.id.toLowerCase() === id.toLowerCase();
  const incident = workspace.incidents.find(({ tasks }) => tasks.some(isIt));
  const task = incident?.tasks.find(isIt);
  if (!incident || !task) return refused(workspace, 404, `The task ${shorten(id)} was not found.`);
  const done = { ...task, isCompleted: true };
  const after = { ...incident, tasks: incident.tasks.map((one) => (one === task ? done : one)) };
  const what = `The task ${shorten(task.title)} was completed.`;
  return succeeded(changed(workspace, after, [{ time, what }]), taskJson(done));
}
