import type { JsonObject } from '../core/json.js';
import { GENERATED } from './export-file.js';
import type { Exported } from './exported.js';

/**
 * What the template says of itself. Fields: contribution guide of github:Azure/Azure-Sentinel, "Playbooks". Nothing in it is an expression.
 * Without `updated` there is no `lastUpdateTime`, so that the same connector gives the same bytes.
 */
export function armMetadata(what: Exported): JsonObject {
  const { title, description, connector, request } = what;
  return {
    comments: `${GENERATED}. Export again instead of editing.`,
    title,
    description,
    prerequisites: prerequisites(what),
    postDeployment: postDeployment(what),
    ...(request.updated !== undefined && { lastUpdateTime: request.updated }),
    entities: [],
    tags: ['Custom connector'],
    support: { tier: 'community' },
    author: { name: connector.properties.properties.publisher ?? connector.definition.info.contact?.name ?? title },
  };
}

/** What must be there before, a sentence each. */
export function prerequisites({ place, inputs: { given } }: Exported): readonly string[] {
  const secrets = given.filter(({ isSecret }) => isSecret);
  return [
    'A resource group in the region of the playbooks that shall use the connector, and the role Logic App Contributor there.',
    ...(place.kind === 'resource' ? [`Your own resource: its address is NAME${place.suffix}.`] : []),
    ...(place.kind === 'server' ? ['A server with a public address and https: Azure calls it.'] : []),
    ...secrets.map(({ parameter, description }) => `${parameter}: ${sentence(description)}`),
    ...(secrets.length > 0
      ? ['Where that comes from a key vault, the vault must be enabled for template deployment.']
      : []),
  ];
}

/** What is to be done afterwards, a sentence each. */
export function postDeployment({ inputs: { byHand } }: Exported): readonly string[] {
  return [
    ...byHand.map(
      (one) =>
        `Open the connection in the portal ("Edit API connection"), fill in "${one}", authorize it, and save it.`,
    ),
    'A connection that was made says nothing about its key: call an action of the connector once to see whether the service takes it.',
    'Choose the connector in the designer of a playbook in the same resource group and region, below "Custom".',
  ];
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
