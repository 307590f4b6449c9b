import { ofAnyCase } from '../arm/hole.js';
import { isObject } from '../core/json.js';
import { shorten } from '../core/shorten.js';
import type { OnIncident, Operation } from './operation.js';
import { refused, type Answered } from './workspace.js';

/** The answer of an operation whose body names its incident by `incidentArmId`: 400 where it names none, 404 where there is no such one. */
export function onIncident(answer: (on: OnIncident) => Answered): Operation['answer'] {
  return (workspace, call) => {
    const body = isObject(call.body) ? call.body : {};
    const id = ofAnyCase(body, 'incidentArmId');
    if (typeof id !== 'string' || id === '') {
      return refused(workspace, 400, 'The field incidentArmId is required: the resource id of an incident.');
    }
    const incident = workspace.incidents.find((one) => one.id.toLowerCase() === id.toLowerCase());
    if (!incident) return refused(workspace, 404, `The incident ${shorten(id)} was not found.`);
    return answer({ workspace, incident, body, time: call.time, by: call.by });
  };
}
