import { connection, customApi, customApiBody, emulator, group, subscription } from './ask.js';

export const workspace = `${group}/providers/Microsoft.OperationalInsights/workspaces/soc`;
export const sentinel = `${workspace}/providers/Microsoft.SecurityInsights`;
export const incident = (name: string) => `${sentinel}/incidents/${name}`;
export const workflow = (name: string) => `${group}/providers/Microsoft.Logic/workflows/${name}`;
export const SENTINEL = 'api-version=2024-03-01';
export const LOGIC = 'api-version=2019-05-01';
export const ROLE = 'api-version=2022-04-01';

const managed = `/subscriptions/${subscription}/providers/Microsoft.Web/locations/westeurope/managedApis/azuresentinel`;

/** An action on the Sentinel connector. */
const onSentinel = (method: string, path: string, body: object, after: string[] = []) => ({
  type: 'ApiConnection',
  inputs: {
    host: { connection: { name: "@parameters('$connections')['azuresentinel']['connectionId']" } },
    method,
    path,
    body: { incidentArmId: "@triggerBody()?['object']?['id']", ...body },
  },
  runAfter: Object.fromEntries(after.map((name) => [name, ['Succeeded']])),
});

/** Asks a thing, and leaves a comment, a task and a tag. */
export const actions = {
  Ask: {
    type: 'ApiConnection',
    inputs: {
      host: { connection: { name: "@parameters('$connections')['things']['connectionId']" } },
      method: 'post',
      path: "/things/@{encodeURIComponent(triggerBody()?['object']?['name'])}",
      body: { title: "@triggerBody()?['object']?['properties']?['title']" },
    },
    runAfter: {},
  },
  Comment: onSentinel('post', '/Incidents/Comment', { message: "@{body('Ask')?['said']}" }, ['Ask']),
  Task: onSentinel('post', '/Incidents/CreateTask', { taskTitle: 'Look', taskDescription: 'Twice.' }, ['Comment']),
  Tag: onSentinel('put', '/Incidents', { tagsToAdd: { TagsToAdd: [{ Tag: 'seen' }] } }, ['Task']),
};

const triggers = {
  Microsoft_Sentinel_incident: {
    type: 'ApiConnectionWebhook',
    inputs: {
      host: { connection: { name: "@parameters('$connections')['azuresentinel']['connectionId']" } },
      body: { callback_url: '@{listCallbackUrl()}' },
      path: '/incident-creation',
    },
  },
};

const connections = {
  azuresentinel: {
    connectionId: connection('azuresentinel-play'),
    connectionName: 'azuresentinel-play',
    id: managed,
    connectionProperties: { authentication: { type: 'ManagedServiceIdentity' } },
  },
  things: { connectionId: connection('helpdesk'), connectionName: 'helpdesk', id: customApi('things') },
};

/** The body of a playbook. */
export const playbook = (given: object = actions, more: object = {}) => ({
  location: 'westeurope',
  identity: { type: 'SystemAssigned' },
  properties: {
    definition: {
      $schema:
        'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#',
      contentVersion: '1.0.0.0',
      parameters: { $connections: { type: 'Object', defaultValue: {} } },
      triggers,
      actions: given,
      ...more,
    },
    parameters: { $connections: { value: connections } },
  },
});

export const incidentBody = (more: object = {}) => ({
  properties: { title: 'Sign-in from two countries', severity: 'High', status: 'New', ...more },
});

const roles = { responder: '3e150937-b8fe-4cfb-8069-0eaf05ecd056', automation: 'f4c81013-99ee-4d62-a7ee-b3f1f648599a' };

/** The name of a role assignment, and its body. */
export const assignment = (role: keyof typeof roles, principalId: string) => ({
  properties: {
    roleDefinitionId: `/subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions/${roles[role]}`,
    principalId,
    principalType: 'ServicePrincipal',
  },
});

export const guid = (last: number) => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;

type Here = ReturnType<typeof emulator>;

/** Gives a role at a scope. */
export function assign(
  { ask }: Here,
  [role, principal, scope]: readonly [keyof typeof roles, string, string],
  last = 1,
) {
  const at = `${scope}/providers/Microsoft.Authorization/roleAssignments/${guid(last)}?${ROLE}`;
  return ask(`PUT ${at}`, assignment(role, principal));
}

/** Connector, connections and playbook, in an empty group; gives the id of the playbook's identity, and of Azure Security Insights. */
export function deployed(here: Here, body: object = playbook()) {
  const { ask } = here;
  const made = [
    ask(`PUT ${customApi('things')}`, customApiBody()),
    ask(`PUT ${connection('helpdesk')}`, {
      location: 'westeurope',
      properties: { api: { id: customApi('things') }, parameterValues: { api_key: 'canary', region: 'eu' } },
    }),
    ask(`PUT ${connection('azuresentinel-play')}`, {
      location: 'westeurope',
      kind: 'V1',
      properties: { api: { id: managed }, parameterValueType: 'Alternative', customParameterValues: {} },
    }),
    ask(`PUT ${workflow('play')}?${LOGIC}`, body),
  ];
  const failed = made.find(({ status }) => status >= 300);
  if (failed) throw new Error(JSON.stringify(failed));
  const { body: kept } = ask(`GET ${workflow('play')}?${LOGIC}`);
  const { identity } = kept as unknown as { identity: { principalId: string } };
  const { id } = ask(`GET /v1.0/servicePrincipals(appId='98785600-1bb7-4fb9-b9fa-19afe2c8a360')`).body as unknown as {
    id: string;
  };
  return { playbook: identity.principalId, securityInsights: id };
}
