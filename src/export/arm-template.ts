import { WEB_VERSION } from '../azure/target.js';
import { ourTags } from '../azure/tags.js';
import type { JsonObject } from '../core/json.js';
import { expression, literals, parameter, quoted } from '../arm/write.js';
import { inputValue, placedByTemplate } from './arm-expression.js';
import { armMetadata } from './arm-metadata.js';
import { armParameters } from './arm-parameters.js';
import type { Exported } from './exported.js';

const CUSTOM_API = 'Microsoft.Web/customApis';
const CONNECTION = 'Microsoft.Web/connections';

/** The template of a connector and a connection of it, for a resource group. */
export function armTemplate(what: Exported): JsonObject {
  return {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    metadata: armMetadata(what),
    parameters: armParameters(what),
    resources: [customApi(what), connection(what)],
    outputs: {
      connectorId: { type: 'string', value: expression(idOf(CUSTOM_API, 'CustomConnectorName')) },
      connectionId: { type: 'string', value: expression(idOf(CONNECTION, 'ConnectionName')) },
    },
  };
}

/** As `publish` sends it. */
function customApi({ properties, place, tags }: Exported): JsonObject {
  const { swagger, ...others } = literals(properties);
  const placed = placedByTemplate(place);
  const definition = swagger as JsonObject; // `wantedProperties` puts the definition there
  return {
    type: CUSTOM_API,
    apiVersion: WEB_VERSION,
    name: expression(parameter('CustomConnectorName')),
    location: expression(parameter('Location')),
    tags: literals(tags),
    properties: {
      ...others,
      ...(placed && { backendService: { serviceUrl: placed.serviceUrl } }),
      swagger: { ...definition, ...placed?.definition },
    },
  };
}

/** As `publish` sends it. */
function connection({ inputs: { given }, customerTags }: Exported): JsonObject {
  const api = expression(idOf(CUSTOM_API, 'CustomConnectorName'));
  const values = Object.fromEntries(given.map((one) => [one.name, inputValue(one)]));
  return {
    type: CONNECTION,
    apiVersion: WEB_VERSION,
    name: expression(parameter('ConnectionName')),
    location: expression(parameter('Location')),
    tags: { ...literals(customerTags), [ourTags.connector]: expression(parameter('CustomConnectorName')) },
    dependsOn: [api],
    properties: {
      displayName: expression(parameter('ConnectionName')),
      api: { id: api },
      ...(given.length > 0 && { parameterValues: values }),
    },
  };
}

function idOf(type: string, name: string): string {
  return `resourceId(${quoted(type)}, ${parameter(name)})`;
}
