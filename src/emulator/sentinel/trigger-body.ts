import type { JsonObject } from '../../core/json.js';
import { commentJson } from '../../sentinel/incident.js';
import { hexOf, guidOf } from '../hex.js';
import type { EmulatorState, Resource } from '../state.js';
import { additionalData, listIn } from './incident-view.js';
import { incidentOf } from './incident-of.js';
import { customerId } from './workspaces.js';

/** Where an incident stands: subscription, group and workspace. */
const PLACE =
  /^(\/subscriptions\/([^/]*)\/resourceGroups\/([^/]*)\/providers\/[^/]*\/workspaces\/([^/]*))\/providers\//i;

/**
 * What a playbook is given when an incident starts it. Source: the definition of the Sentinel connector in github:Azure/logicapps-sdk, and
 * payloads that were recorded.
 */
export function triggerBody(state: EmulatorState, incident: Resource): JsonObject {
  const { id, name, properties, changed } = incident;
  const [, workspace = '', SubscriptionId = '', ResourceGroupName = '', WorkspaceName = ''] = PLACE.exec(id) ?? [];
  return {
    eventUniqueId: guidOf(`${id} ${changed} event`),
    objectSchemaType: 'Incident',
    objectEventType: 'Create',
    workspaceInfo: { SubscriptionId, ResourceGroupName, WorkspaceName },
    workspaceId: customerId(workspace),
    object: {
      id: id.replace(/\/incidents\/([^/]*)$/, '/Incidents/$1'),
      name,
      etag: `"${hexOf(`${id} ${changed}`)}"`,
      type: 'Microsoft.SecurityInsights/Incidents',
      properties: {
        ...properties,
        additionalData: additionalData(state, incident),
        alerts: listIn(properties, 'alerts'),
        bookmarks: listIn(properties, 'bookmarks'),
        relatedEntities: listIn(properties, 'relatedEntities'),
        comments: incidentOf(state, incident).comments.map(commentJson),
      },
    },
  };
}
