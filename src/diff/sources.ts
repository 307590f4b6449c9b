/* Where the kinds of edit come from. */

/** Microsoft's page on how operations of a connector change. */
export const versioning = 'https://learn.microsoft.com/connectors/custom-connectors/operational-versioning';

/** What Microsoft's closed validator of changes says, as its comments on pull requests show it. */
const pullRequest = 'https://github.com/microsoft/PowerPlatformConnectors/pull';

/** A comment of that validator. */
export const validatorComment = (number: number): string =>
  `Microsoft's validator of changes: ${pullRequest}/${number}`;

/** What Logic Apps keeps of an action: method, path, queries, headers and body, and no operationId. */
export const workflowLanguage = 'https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers';

/** The specification of OpenAPI 2.0. */
export const openApi = 'https://spec.openapis.org/oas/v2.0.html';

/** The extensions of the platform. */
export const extensionsPage = 'https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions';

/** What a connection asks for. */
export const connectionsPage = 'https://learn.microsoft.com/connectors/custom-connectors/connection-parameters';
