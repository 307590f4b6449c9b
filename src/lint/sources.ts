/* Where rules come from. */

const connectors = 'https://learn.microsoft.com/connectors/custom-connectors';

/** What the extensions mean. */
export const extensionsPage = `${connectors}/openapi-extensions`;
/** How titles and descriptions are worded. */
export const stringsPage = `${connectors}/connector-string-guidance`;
/** The codes of Microsoft's Swagger Validator. */
export const validatorPage = `${connectors}/certification-swagger-validator-rules`;
/** What certification asks for. */
export const certificationPage = `${connectors}/certification-submission`;
/** Limits of custom connectors, and what they support. */
export const faqPage = `${connectors}/faq`;
/** What custom connectors may do and how a definition looks. */
export const codingPage = `${connectors}/coding-standards`;
/** Microsoft's JSON Schema of `apiProperties.json`. */
export const propertiesSchema = 'paconn-apiProperties.schema.json of github:microsoft/PowerPlatformConnectors';
/** How a connection proves who it is. */
export const connectionPage = `${connectors}/connection-parameters`;
/** What a custom connector of Azure Logic Apps is made of, in Azure's own API. */
export const customApiSource = 'Azure Resource Manager, Microsoft.Web/customApis@2016-06-01';
/** How the designer of Logic Apps reads a definition. */
export const designerSource = 'github:Azure/LogicAppsUX, libs/logic-apps-shared/src/parsers/lib/swagger';
/** How an operation gets a new version. */
export const versioningPage = `${connectors}/operational-versioning`;
/** How a trigger is told of events. */
export const webhookPage = `${connectors}/create-webhook-trigger`;
