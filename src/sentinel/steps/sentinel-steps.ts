import { managedConnection, type Connection } from '../../actions/connection.js';
import type { Expr, Input } from '../../actions/expression.js';
import { managedCall } from '../../actions/managed-call.js';
import type { Step, StepOptions } from '../../actions/step.js';
import { onNotification, type Trigger } from '../../actions/trigger.js';
import type { IncidentBody } from './incident-body.js';

/** The connection to Microsoft Sentinel, as the playbook's own identity: no key, no consent. */
const sentinelConnection: Connection = managedConnection('azuresentinel');

/** A run for each incident. */
export function onIncident(): Trigger<IncidentBody> {
  return onNotification('Microsoft Sentinel incident', sentinelConnection, '/incident-creation');
}

/** What every action on an incident says. */
interface OnIncident extends StepOptions {
  /** Its resource id. */
  readonly incident: Expr<string>;
}

/** A comment; HTML. What comes from elsewhere is escaped with `fn.html` first. */
export function addComment(
  title: string,
  { incident, message, ...options }: OnIncident & { readonly message: Input<string> },
): Step<unknown> {
  const body = { incidentArmId: incident, message };
  return managedCall(title, sentinelConnection, { method: 'post', path: '/Incidents/Comment', body, ...options });
}

/** A task: its title a text, its description HTML. */
export function addTask(
  title: string,
  {
    incident,
    task,
    details,
    ...options
  }: OnIncident & { readonly task: Input<string>; readonly details?: Input<string> },
): Step<{ readonly id?: string; readonly name?: string }> {
  const taskDescription = details === undefined ? {} : { taskDescription: details };
  const body = { incidentArmId: incident, taskTitle: task, ...taskDescription };
  return managedCall(title, sentinelConnection, { method: 'post', path: '/Incidents/CreateTask', body, ...options });
}

/** Tags put on an incident, and taken from it. The connector wants each list in an object of the same name. */
export function changeTags(
  title: string,
  {
    incident,
    add = [],
    remove = [],
    ...options
  }: OnIncident & { readonly add?: readonly Input<string>[]; readonly remove?: readonly Input<string>[] },
): Step<unknown> {
  const list = (tags: readonly Input<string>[]) => tags.map((tag) => ({ Tag: tag }));
  const body = {
    incidentArmId: incident,
    ...(add.length === 0 ? {} : { tagsToAdd: { TagsToAdd: list(add) } }),
    ...(remove.length === 0 ? {} : { tagsToRemove: { TagsToRemove: list(remove) } }),
  };
  return managedCall(title, sentinelConnection, { method: 'put', path: '/Incidents', body, ...options });
}
