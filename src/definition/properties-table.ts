import { anything, flag, list, map, text, type RecordShape, type Shape } from '../openapi/structure-shape.js';

/*
 * apiProperties.json as a table. What stands beside the keys of this table (policies, scripts, sets of parameters) is kept and not judged.
 * Source: paconn-apiProperties.schema.json of github:microsoft/PowerPlatformConnectors, and 1,031 published files.
 */

function record(noun: string, fields: RecordShape['fields'], required: RecordShape['required'] = {}): RecordShape {
  return { holds: 'record', noun, fields, required, open: true };
}

/** One of the documented values; another is reported and kept, since services take more than is documented. */
function documented(...values: readonly string[]): Shape {
  return { holds: 'text', values, open: true };
}

const allowedValues = list('allowed values', () => record('an allowed value', { value: anything, text }));

const uiDefinitionShape = record('how a connection parameter is shown', {
  displayName: text,
  description: text,
  tooltip: text,
  constraints: record('the constraints of a connection parameter', {
    tabIndex: { holds: 'number', expected: 'a number', accepts: () => true },
    clearText: flag,
    required: documented('true', 'false'),
    hidden: documented('true', 'false'),
    allowedValues,
    default: anything,
    capability: list('capabilities', () => text),
  }),
});

const oAuthSettingsShape = record('the OAuth settings of a connection parameter', {
  identityProvider: documented('oauth2', 'oauth2generic', 'aad', 'aadcertificate', 'facebook'),
  clientId: anything, // null in 3 of 161 published files
  scopes: list('scopes', () => text),
  redirectMode: documented('Global', 'Direct', 'GlobalPerConnector'),
  redirectUrl: text,
  properties: map('values', () => anything),
  customParameters: map('parameters', () => record('a parameter of the identity provider', { value: anything })),
});

const connectionParameterShape = record(
  'a connection parameter',
  {
    type: documented('string', 'securestring', 'int', 'bool', 'gatewaySetting', 'oauthSetting'),
    uiDefinition: uiDefinitionShape,
    oAuthSettings: oAuthSettingsShape,
    gatewaySettings: record('the settings of a gateway', {
      dataSourceType: text,
      connectionDetails: list('details', () => anything),
    }),
    allowedValues,
    defaultValue: anything,
  },
  { type: 'reported' },
);

/** A whole `apiProperties.json`, keys in the order in which they are written. */
export const propertiesShape: RecordShape = {
  holds: 'record',
  noun: 'the properties of a connector',
  fields: {
    properties: record('the properties of a connector', {
      connectionParameters: map('connection parameters', () => connectionParameterShape),
      iconBrandColor: text,
      capabilities: list('capabilities', () => text),
      publisher: text,
      stackOwner: text,
    }),
  },
  required: { properties: { fill: {} } },
};
