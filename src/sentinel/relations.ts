import { ofAnyCase } from '../arm/hole.js';
import { shorten } from '../core/shorten.js';
import { lastName } from './incident.js';
import { onIncident } from './on-incident.js';
import type { Operation } from './operation.js';
import { changed, newId, refused, succeeded } from './workspace.js';

/** `CreateIncidentRelation` and `DeleteIncidentRelation`. */
export const relationOperations: readonly Operation[] = [
  {
    method: 'POST',
    path: '/Incidents/Relation/Create',
    answer: onIncident(({ workspace, incident, body, time }) => {
      const relatedResourceId = ofAnyCase(body, 'relatedResourceId');
      if (typeof relatedResourceId !== 'string') return refused(workspace, 400, MISSING);
      const id = newId(incident, 'relations');
      const after = { ...incident, relations: [...incident.relations, relatedResourceId] };
      const what = `The relation to ${shorten(relatedResourceId)} was added.`;
      const answer = { id, name: lastName(id), properties: { relatedResourceId } };
      return succeeded(changed(workspace, after, [{ time, what }]), answer);
    }),
  },
  {
    method: 'POST',
    path: '/Incidents/Relation/Delete',
    answer: onIncident(({ workspace, incident, body, time }) => {
      const id = ofAnyCase(body, 'relatedResourceId');
      if (typeof id !== 'string') return refused(workspace, 400, MISSING);
      if (!incident.relations.includes(id))
        return refused(workspace, 404, `The relation to ${shorten(id)} was not found.`);
      const after = { ...incident, relations: incident.relations.filter((one) => one !== id) };
      const what = `The relation to ${shorten(id)} was removed.`;
      return succeeded(changed(workspace, after, [{ time, what }]), '');
    }),
  },
];

const MISSING = 'The field relatedResourceId is required: the id of a resource.';
