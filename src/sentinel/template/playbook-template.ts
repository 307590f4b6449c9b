import type { Connection } from '../../actions/connection.js';
import { expression, literal, literals, parameter, quoted, variable } from '../../arm/write.js';
import { isObject, own, type Json, type JsonObject } from '../../core/json.js';
import type { Playbook } from './about.js';

/** The version of Microsoft.Logic/workflows that the contribution guide's templates have. */
const LOGIC_VERSION = '2017-07-01';
/** The version of Microsoft.Web/connections: the only one. */
const WEB_VERSION = '2016-06-01';

/**
 * The template of a playbook, as the gallery of Microsoft Sentinel wants it: the workflow with an identity of its own, and a connection for each
 * connector. It makes no connector and holds no key: a connection of our own connector is authorized once it is there.
 * Source: github:Azure/Azure-Sentinel, the contribution guide for playbooks, and published templates.
 */
export function playbookTemplate(playbook: Playbook): JsonObject {
  const { name, connections, definition, about } = playbook;
  return {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    metadata: metadataOf(about),
    parameters: {
      PlaybookName: { type: 'string', defaultValue: name, metadata: { description: 'What the playbook is called.' } },
      ...Object.fromEntries(connections.flatMap((connection) => connectorParameter(connection, connections))),
      ...templateParameters(definition),
    },
    variables: Object.fromEntries(
      connections.map((one) => [
        nameVariable(one),
        expression(`concat(${quoted(`${one.key}-`)}, ${parameter('PlaybookName')})`),
      ]),
    ),
    resources: [...connections.map((one) => connectionResource(one, connections)), workflowResource(playbook)],
    outputs: {
      playbookId: {
        type: 'string',
        value: expression(`resourceId('Microsoft.Logic/workflows', ${parameter('PlaybookName')})`),
      },
      principalId: {
        type: 'string',
        value: expression(
          `reference(resourceId('Microsoft.Logic/workflows', ${parameter('PlaybookName')}), ${quoted(LOGIC_VERSION)}, 'Full').identity.principalId`,
        ),
      },
    },
  };
}

function metadataOf({ version: _version, author, entities = [], ...about }: Playbook['about']): JsonObject {
  const { title, description, prerequisites, postDeployment, lastUpdateTime, tags } = about;
  return {
    title,
    description,
    prerequisites,
    postDeployment,
    lastUpdateTime,
    entities,
    tags,
    support: { tier: 'community' },
    author: { name: author },
  };
}

/** The name of the parameter that names a connector of our own: `CustomConnectorName` where there is one. */
function connectorName({ key }: Connection, all: readonly Connection[]): string {
  const own = all.filter(({ api }) => 'custom' in api);
  return own.length === 1 ? 'CustomConnectorName' : `CustomConnectorName_${key}`;
}

function connectorParameter(connection: Connection, all: readonly Connection[]): readonly (readonly [string, Json])[] {
  if (!('custom' in connection.api)) return [];
  const { name, definition } = connection.api.custom;
  const description = `The custom connector "${definition.info.title}", in the same resource group.`;
  return [[connectorName(connection, all), { type: 'string', defaultValue: name, metadata: { description } }]];
}

/** The types of a workflow's parameters, and those of a template. */
const types: Readonly<Record<string, string>> = {
  String: 'string',
  SecureString: 'securestring',
  Int: 'int',
  Float: 'string',
  Bool: 'bool',
  Array: 'array',
  Object: 'object',
  SecureObject: 'secureObject',
};

/** The workflow's own parameters but for its connections. */
function ownParameters(definition: JsonObject): readonly (readonly [string, JsonObject])[] {
  const declared = own(definition, 'parameters');
  const entries = isObject(declared) ? Object.entries(declared) : [];
  return entries.flatMap(([name, one]) => (name !== '$connections' && isObject(one) ? [[name, one] as const] : []));
}

function templateParameters(definition: JsonObject): JsonObject {
  const made = ownParameters(definition).map(([name, { type, defaultValue, metadata }]) => {
    const rest = {
      ...(defaultValue !== undefined && { defaultValue: literal(defaultValue) }),
      ...(metadata !== undefined && { metadata }),
    };
    return [name, { type: types[String(type)] ?? 'string', ...rest }] as const;
  });
  return Object.fromEntries(made);
}

function nameVariable({ key }: Connection): string {
  return `${key}ConnectionName`;
}

/** The id of a connection's connector. */
function apiId(connection: Connection, all: readonly Connection[]): string {
  if ('custom' in connection.api) {
    return expression(`resourceId('Microsoft.Web/customApis', ${parameter(connectorName(connection, all))})`);
  }
  return expression(
    `subscriptionResourceId('Microsoft.Web/locations/managedApis', resourceGroup().location, ${quoted(connection.api.managed)})`,
  );
}

function connectionResource(connection: Connection, all: readonly Connection[]): JsonObject {
  const name = expression(variable(nameVariable(connection)));
  const byIdentity = connection.identity ? { parameterValueType: 'Alternative' } : {};
  return {
    type: 'Microsoft.Web/connections',
    apiVersion: WEB_VERSION,
    name,
    location: expression('resourceGroup().location'),
    kind: 'V1',
    properties: { displayName: name, customParameterValues: {}, ...byIdentity, api: { id: apiId(connection, all) } },
  };
}

function connectionId(connection: Connection): string {
  return expression(`resourceId('Microsoft.Web/connections', ${variable(nameVariable(connection))})`);
}

function workflowResource({ name, definition, connections, about }: Playbook): JsonObject {
  const given = ownParameters(definition).map(([of]) => [of, { value: expression(parameter(of)) }] as const);
  return {
    type: 'Microsoft.Logic/workflows',
    apiVersion: LOGIC_VERSION,
    name: expression(parameter('PlaybookName')),
    location: expression('resourceGroup().location'),
    tags: {
      LogicAppsCategory: 'security',
      'hidden-SentinelTemplateName': name,
      'hidden-SentinelTemplateVersion': about.version,
    },
    identity: { type: 'SystemAssigned' },
    dependsOn: connections.map(connectionId),
    properties: {
      state: 'Enabled',
      definition: literals(withoutValues(definition)),
      parameters: {
        ...(connections.length > 0 && {
          $connections: { value: Object.fromEntries(connections.map((one) => [one.key, bound(one, connections)])) },
        }),
        ...Object.fromEntries(given),
      },
    },
  };
}

function bound(connection: Connection, all: readonly Connection[]): JsonObject {
  const signsIn = { connectionProperties: { authentication: { type: 'ManagedServiceIdentity' } } };
  return {
    connectionId: connectionId(connection),
    connectionName: expression(variable(nameVariable(connection))),
    id: apiId(connection, all),
    ...(connection.identity && signsIn),
  };
}

/** The definition, its own parameters without defaults: the template has them, and gives the values. */
function withoutValues(definition: JsonObject): JsonObject {
  const bare = ownParameters(definition).map(([name, { defaultValue: _default, ...rest }]) => [name, rest] as const);
  const declared = own(definition, 'parameters');
  return { ...definition, parameters: { ...(isObject(declared) ? declared : {}), ...Object.fromEntries(bare) } };
}
