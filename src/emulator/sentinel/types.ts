/** The type of a Log Analytics workspace. */
export const WORKSPACE = 'Microsoft.OperationalInsights/workspaces';
/** The type of the state that says that Microsoft Sentinel stands on a workspace. */
export const ONBOARDING = 'Microsoft.SecurityInsights/onboardingStates';
/** The type of an incident. */
export const INCIDENT = 'Microsoft.SecurityInsights/incidents';
/** The type of a comment. */
export const COMMENT = 'Microsoft.SecurityInsights/incidents/comments';
/** The type of a task. */
export const TASK = 'Microsoft.SecurityInsights/incidents/tasks';
/** The type of what an incident was related to. */
export const RELATION = 'Microsoft.SecurityInsights/incidents/relations';
/** The type of an automation rule. */
export const RULE = 'Microsoft.SecurityInsights/automationRules';

/** The path of workspaces. */
export const WORKSPACES = `/subscriptions/{subscription}/resourceGroups/{group}/providers/${WORKSPACE}`;

/** The path of what Microsoft Sentinel has in a workspace. */
export const ON_WORKSPACE = `${WORKSPACES}/{workspace}/providers/Microsoft.SecurityInsights`;

/** Source: github:Azure/azure-rest-api-specs, specification/operationalinsights. */
export const workspaceVersions: readonly string[] = [
  '2015-11-01-preview',
  '2020-03-01-preview',
  '2020-08-01',
  '2020-10-01',
  '2021-06-01',
  '2021-12-01-preview',
  '2022-10-01',
  '2023-09-01',
  '2025-02-01',
  '2025-07-01',
];

/** Source: github:Azure/azure-rest-api-specs, specification/securityinsights. Incidents' tasks and runPlaybook came with 2022-07-01-preview and later; that is not looked at. */
export const sentinelVersions: readonly string[] = [
  '2020-01-01',
  '2021-03-01-preview',
  '2021-10-01',
  '2022-07-01-preview',
  '2022-08-01',
  '2022-11-01',
  '2022-12-01-preview',
  '2023-02-01',
  '2023-02-01-preview',
  '2023-11-01',
  '2024-01-01-preview',
  '2024-03-01',
  '2024-09-01',
  '2025-03-01',
  '2025-06-01',
  '2025-07-01-preview',
  '2025-09-01',
];
