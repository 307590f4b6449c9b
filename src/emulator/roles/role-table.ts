/** A built-in role. */
export interface Role {
  /** A GUID, the same in every tenant. */
  readonly name: string;
  readonly title: string;
  /** What it lets one do; `*` stands for any text. */
  readonly actions: readonly string[];
  /** What of that it does not. */
  readonly notActions: readonly string[];
}

const READ_OF_SENTINEL = [
  'Microsoft.SecurityInsights/*/read',
  'Microsoft.SecurityInsights/dataConnectorsCheckRequirements/action',
  'Microsoft.SecurityInsights/threatIntelligence/indicators/query/action',
  'Microsoft.SecurityInsights/threatIntelligence/queryIndicators/action',
  'Microsoft.OperationalInsights/workspaces/analytics/query/action',
  'Microsoft.OperationalInsights/workspaces/*/read',
  'Microsoft.OperationalInsights/querypacks/*/read',
  'Microsoft.OperationsManagement/solutions/read',
  'Microsoft.Insights/workbooks/read',
  'Microsoft.Authorization/*/read',
  'Microsoft.Insights/alertRules/*',
  'Microsoft.Resources/deployments/*',
  'Microsoft.Resources/subscriptions/resourceGroups/read',
  'Microsoft.Support/*',
];

function role(name: string, title: string, permissions: Partial<Omit<Role, 'name' | 'title'>>): Role {
  return { name, title, actions: [], notActions: [], ...permissions };
}

/**
 * The built-in roles that publishing and running playbooks has to do with. Another role can be assigned, and lets nobody do anything.
 * Source: "Azure built-in roles", learn.microsoft.com/azure/role-based-access-control/built-in-roles.
 */
export const roleTable: readonly Role[] = [
  role('8e3af657-a8ff-443c-a75c-2fe8c4bcb635', 'Owner', { actions: ['*'] }),
  role('b24988ac-6180-42a0-ab88-20f7382dd24c', 'Contributor', {
    actions: ['*'],
    notActions: [
      'Microsoft.Authorization/*/Delete',
      'Microsoft.Authorization/*/Write',
      'Microsoft.Authorization/elevateAccess/Action',
    ],
  }),
  role('acdd72a7-3385-48ef-bd42-f606fba81ae7', 'Reader', { actions: ['*/read'] }),
  role('18d7d88d-d35e-4fb5-a5c3-7773c20a72d9', 'User Access Administrator', {
    actions: ['*/read', 'Microsoft.Authorization/*', 'Microsoft.Support/*'],
  }),
  role('87a39d53-fc1b-424a-814c-f7e04687dc9e', 'Logic App Contributor', {
    actions: [
      'Microsoft.Authorization/*/read',
      'Microsoft.Logic/*',
      'Microsoft.Resources/deployments/*',
      'Microsoft.Resources/subscriptions/resourceGroups/read',
      'Microsoft.Support/*',
      'Microsoft.Web/connectionGateways/*',
      'Microsoft.Web/connections/*',
      'Microsoft.Web/customApis/*',
      'Microsoft.Web/locations/*',
    ],
  }),
  role('8d289c81-5878-46d4-8554-54e1e3d8b5cb', 'Microsoft Sentinel Reader', { actions: READ_OF_SENTINEL }),
  role('3e150937-b8fe-4cfb-8069-0eaf05ecd056', 'Microsoft Sentinel Responder', {
    actions: [
      ...READ_OF_SENTINEL,
      'Microsoft.SecurityInsights/automationRules/*',
      'Microsoft.SecurityInsights/cases/*',
      'Microsoft.SecurityInsights/incidents/*',
      'Microsoft.SecurityInsights/entities/runPlaybook/action',
    ],
    notActions: ['Microsoft.SecurityInsights/cases/*/Delete', 'Microsoft.SecurityInsights/incidents/*/Delete'],
  }),
  role('ab8e14d6-4a74-4a29-9ba8-549422addade', 'Microsoft Sentinel Contributor', {
    actions: [...READ_OF_SENTINEL, 'Microsoft.SecurityInsights/*', 'Microsoft.Insights/workbooks/*'],
  }),
  role('f4c81013-99ee-4d62-a7ee-b3f1f648599a', 'Microsoft Sentinel Automation Contributor', {
    actions: [
      'Microsoft.Authorization/*/read',
      'Microsoft.Logic/workflows/triggers/read',
      'Microsoft.Logic/workflows/triggers/listCallbackUrl/action',
      'Microsoft.Logic/workflows/runs/read',
    ],
  }),
  role('51d6186e-6489-4900-b93f-92e23144cca5', 'Microsoft Sentinel Playbook Operator', {
    actions: [
      'Microsoft.Logic/workflows/read',
      'Microsoft.Logic/workflows/triggers/listCallbackUrl/action',
      'Microsoft.Web/sites/read',
    ],
  }),
];
