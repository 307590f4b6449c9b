/** Microsoft's page on the extensions of connector definitions. */
export const documentation = 'https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions';

/** Microsoft's JSON Schema of connector definitions. It does not know every extension that it publishes. */
export const microsoftSchema =
  'https://github.com/microsoft/PowerPlatformConnectors/blob/dev/schemas/apiDefinition.swagger.schema.json';

/** The extensions of AutoRest. They stand in published connectors, and the platform does nothing with them. */
export const autoRest = 'https://azure.github.io/autorest/extensions/';
