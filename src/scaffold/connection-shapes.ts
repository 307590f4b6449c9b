import { anything, flag, listOf, mapOf, number, oneOf, shaped, text } from './shapes.js';

const allowedValues = listOf(shaped({ value: anything }, { text }));
const truth = oneOf('true', 'false');

/** Whether the types of the builders know a connection parameter as it is. */
export const connectionParameter = shaped(
  { type: oneOf('string', 'securestring', 'int', 'bool', 'gatewaySetting', 'oauthSetting') },
  {
    uiDefinition: shaped(
      { displayName: text, description: text },
      {
        tooltip: text,
        constraints: shaped(
          {},
          {
            required: truth,
            hidden: truth,
            clearText: flag,
            tabIndex: number,
            allowedValues,
            default: anything,
            capability: listOf(text),
          },
        ),
      },
    ),
    oAuthSettings: shaped(
      { identityProvider: oneOf('oauth2', 'oauth2generic', 'aad', 'aadcertificate', 'facebook') },
      {
        clientId: text,
        scopes: listOf(text),
        redirectMode: oneOf('Global', 'Direct', 'GlobalPerConnector'),
        redirectUrl: text,
        properties: mapOf(anything),
        customParameters: mapOf(shaped({ value: text })),
      },
    ),
    gatewaySettings: shaped({}, { dataSourceType: text, connectionDetails: listOf(anything) }),
    allowedValues,
    defaultValue: anything,
  },
);
