import { escapeText } from '../arm/escape.js';
import type { Json, JsonObject } from '../core/json.js';
import { expression, literal, parameter } from '../arm/write.js';
import type { ConnectionInput } from './connection-input.js';
import type { Exported } from './exported.js';

/** The parameters of the template, in the order in which the portal's form shows them. */
export function armParameters({ name, title, place, inputs }: Exported): JsonObject {
  const parts: readonly (readonly [string, JsonObject])[] = [
    [
      'CustomConnectorName',
      {
        type: 'string',
        defaultValue: escapeText(name),
        metadata: { description: `The name of the connector: ${title}.` },
      },
    ],
    [
      'ConnectionName',
      {
        type: 'string',
        defaultValue: expression(parameter('CustomConnectorName')),
        metadata: { description: 'The name of its connection.' },
      },
    ],
    [
      'Location',
      {
        type: 'string',
        defaultValue: expression('resourceGroup().location'),
        metadata: { description: 'The region: that of the playbooks that shall use the connector.' },
      },
    ],
    ...placeParameters(place),
    ...inputs.given.map((one) => [one.parameter, inputParameter(one)] as const),
  ];
  return Object.fromEntries(parts);
}

function placeParameters(place: Exported['place']): readonly (readonly [string, JsonObject])[] {
  if (place.kind === 'fixed') return [];
  if (place.kind === 'resource') {
    const description = `The name of your resource: what stands before ${place.suffix} in its address.`;
    return [['ResourceName', { type: 'string', minLength: 2, maxLength: 64, metadata: { description } }]];
  }
  return [
    [
      'ServiceHost',
      { type: 'string', metadata: { description: 'The host of the service, without https://: api.contoso.com.' } },
    ],
    [
      'ServiceBasePath',
      {
        type: 'string',
        defaultValue: escapeText(place.basePath),
        metadata: {
          description: 'What stands behind the host, without a slash at its end; a slash alone for nothing.',
        },
      },
    ],
  ];
}

function inputParameter({ type, isSecret, description, fallback }: ConnectionInput): JsonObject {
  const defaultValue: Json | undefined = fallback === undefined ? undefined : literal(fallback);
  return {
    type: isSecret ? 'securestring' : type,
    ...(defaultValue !== undefined && { defaultValue }),
    metadata: { description },
  };
}
