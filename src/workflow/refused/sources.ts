/* Where rules about workflows come from. */

/** What a trigger and an action may and must hold. */
export const actionsPage = 'https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers';
/** How many of everything there may be. */
export const limitsPage = 'https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-config';
/** What each function does. */
export const functionsPage =
  'https://learn.microsoft.com/azure/logic-apps/workflow-definition-language-functions-reference';
/** What variables are, and where they are initialized. */
export const variablesPage = 'https://learn.microsoft.com/azure/logic-apps/logic-apps-create-variables-store-values';
/** Others' measurements of what the service saves, made against the cloud of Power Automate, which shares it. */
export const measured = 'measured against the cloud: github:tomdam/flowforger, packages/validator';
/** The words of a service are known from what people report. */
export const reported = 'the message of the service, as people report it';
