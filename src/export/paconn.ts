import { serviceUrlOf } from '../azure/custom-api.js';
import type { Json } from '../core/json.js';
import { writeJson } from '../core/json-write.js';
import type { ApiProperties, ConnectionParameter, Connector } from '../definition/connector.js';
import { topSecurity } from '../wire/connection-key.js';
import { connectorFiles } from './connector-files.js';
import type { ConnectionInput } from './connection-input.js';
import type { ExportFile } from './export-file.js';
import type { Exported } from './exported.js';
import { fillIn } from './fill-in.js';
import { paconnReadme } from './paconn-readme.js';

/**
 * A folder for the Power Platform's own tools. There, policies change requests: one puts the prefix before a bare key, so that its form asks for no more.
 * Logic Apps have no policies, so the folder is not for them.
 */
export function paconnFiles(what: Exported): readonly ExportFile[] {
  serviceUrlOf(what.request.wanted.connector); // an open host has no place there
  const icon = iconOf(what);
  return [
    ...connectorFiles(what, withPolicies(what)).filter(({ path }) => path !== 'contract.json'),
    ...(icon ? [{ path: ICON, text: '', bytes: icon }] : []),
    { path: 'settings.json', text: writeJson(settings(icon)), isYours: true },
    { path: 'README.md', text: paconnReadme(what) },
  ];
}

const ICON = 'icon.png';
const AS_PNG = 'data:image/png;base64,';

/** The icon, where it is known and not only its address. */
function iconOf({ request: { wanted } }: Exported): Uint8Array | undefined {
  const { iconUri = '' } = wanted;
  return iconUri.startsWith(AS_PNG) ? Buffer.from(iconUri.slice(AS_PNG.length), 'base64') : undefined;
}

/** What paconn reads. Source: its README, and `settings.py` of version 0.0.21. */
function settings(icon: Uint8Array | undefined): Json {
  return {
    connectorId: '',
    environment: fillIn('the id of the environment'),
    apiProperties: 'apiProperties.json',
    apiDefinition: 'apiDefinition.swagger.json',
    ...(icon && { icon: ICON }),
    powerAppsUrl: 'https://api.powerapps.com',
    powerAppsApiVersion: '2016-11-01',
  };
}

function withPolicies({ request, connector, inputs: { given } }: Exported): ApiProperties {
  const { properties } = request.wanted.connector.properties;
  const prefixed = given.filter(({ prefix }) => prefix !== undefined);
  if (prefixed.length === 0) return { properties };
  const form = Object.entries(properties.connectionParameters ?? {}).map(([name, one]) => {
    const input = prefixed.find((each) => each.name === name);
    return [name, input ? bareKey(one, input) : one] as const;
  });
  const before = properties['policyTemplateInstances'];
  return {
    properties: {
      ...properties,
      connectionParameters: Object.fromEntries(form),
      policyTemplateInstances: [
        ...(Array.isArray(before) ? (before as Json[]) : []),
        ...prefixed.map((one) => policy(one, headerOf(connector))),
      ],
    },
  };
}

/** The words of the form where a policy adds the prefix. */
function bareKey(one: ConnectionParameter, { prefix = '' }: ConnectionInput): ConnectionParameter {
  const word = prefix.trim();
  const uiDefinition = {
    ...one.uiDefinition,
    displayName: 'API key',
    description: `The key alone: the connector puts ${word} before it.`,
    tooltip: `The key alone, without ${word}.`,
  };
  return { ...one, uiDefinition };
}

/** Shape: the template `setheader` as it stands in 228 published connectors. */
function policy({ name, prefix = '' }: ConnectionInput, header: string): Json {
  return {
    templateId: 'setheader',
    title: `Put ${prefix.trim()} before the key`,
    parameters: {
      'x-ms-apimTemplateParameter.name': header,
      'x-ms-apimTemplateParameter.value': `${prefix}@connectionParameters('${name}')`,
      'x-ms-apimTemplateParameter.existsAction': 'override',
      'x-ms-apimTemplate-policySection': 'Request',
    },
  };
}

function headerOf({ definition }: Connector): string {
  const scheme = topSecurity(definition);
  return scheme?.type === 'apiKey' ? scheme.name : 'Authorization';
}
