import type { JsonObject } from '../../src/core/json.js';
import { Fault } from '../../src/core/fault.js';
import { Secret } from '../../src/core/secret.js';
import { armClient } from '../../src/azure/client.js';
import { clouds } from '../../src/azure/cloud.js';
import { lookAtPlace } from '../../src/azure/playbook/place.js';
import { checkedId, checkedWorkflowName, checkedWorkspace, stableGuid } from '../../src/azure/playbook/ids.js';
import { planPlaybook, stepsOfPlan } from '../../src/azure/playbook/plan-playbook.js';
import { publishPlaybook } from '../../src/azure/playbook/publish-playbook.js';
import type { Replaced } from '../../src/azure/publish.js';
import { connection, customApi, customApiBody, group, subscription } from '../emulator/ask.js';
import { faultOf, target } from './azure.js';
import { codeView, definition, insights, playbookAzure, wantedOf, workflowAt, workspace } from './playbooks.js';

const responder = '3e150937-b8fe-4cfb-8069-0eaf05ecd056';
const automation = 'f4c81013-99ee-4d62-a7ee-b3f1f648599a';
const roles = `/subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions`;
const managed = `/subscriptions/${subscription}/providers/Microsoft.Web/locations/westeurope/managedApis/azuresentinel`;

type World = Awaited<ReturnType<typeof playbookAzure>>;

const linesOf = (steps: readonly { action: string; id: string; result?: string; what?: string }[]) =>
  steps.map(
    ({ action, id, result, what }) => `${action}${result ? ` ${result}` : ''}: ${what ?? id.replace(group, '')}`,
  );

async function principal({ client }: World): Promise<string> {
  const workflow = await client.find({ path: workflowAt, version: '2019-05-01' });
  return String(((workflow ?? {})['identity'] as JsonObject)['principalId']);
}

async function onboard({ client }: World): Promise<void> {
  const body = { location: 'westeurope', properties: {} };
  await client.ask({ method: 'PUT', path: workspace, version: '2022-10-01', body });
  const path = `${workspace}/providers/Microsoft.SecurityInsights/onboardingStates/default`;
  await client.ask({ method: 'PUT', path, version: '2024-03-01', body: { properties: {} } });
}

test('published whole: each thing once, then never again', async () => {
  const world = await playbookAzure();
  await onboard(world);
  world.restart();
  const request = { workspace, automationRule: true, securityInsights: insights, tags: { owner: 'soc' } };
  const plan = await world.plan(request);
  expect(linesOf(stepsOfPlan(plan))).toEqual([
    'create: /providers/Microsoft.Web/connections/azuresentinel-triage',
    'none: /providers/Microsoft.Web/connections/soc',
    'create: /providers/Microsoft.Logic/workflows/triage',
    'create: role "Microsoft Sentinel Responder" for the playbook\'s identity on workspace "soc"',
    'create: role "Microsoft Sentinel Automation Contributor" for Azure Security Insights on resource group "rg"',
    'create: automation rule that runs the playbook on new incidents of workspace "soc"',
  ]);
  expect([plan.obstacles, plan.left, plan.changes]).toEqual([[], [], []]);
  expect(world.written()).toEqual([]);

  const done = await publishPlaybook(world.client, plan);
  const id = await principal(world);
  expect(done.steps.map(({ result }) => result)).toEqual(['done', 'unchanged', 'done', 'done', 'done', 'done']);
  expect([done.differs, done.left, done.published.length]).toEqual([[], [], 1]);
  const own = `${workspace.replace(group, '')}/providers/Microsoft.Authorization/roleAssignments/${stableGuid(workspace, id, responder)}`;
  const service = `/providers/Microsoft.Authorization/roleAssignments/${stableGuid(group, insights, automation)}`;
  const rule = `${workspace.replace(group, '')}/providers/Microsoft.SecurityInsights/automationRules/${stableGuid(workspace, workflowAt)}`;
  const [sentinel, workflow, ...rest] = world.written();
  expect(sentinel).toEqual({
    line: 'PUT /providers/Microsoft.Web/connections/azuresentinel-triage?api-version=2016-06-01',
    body: {
      kind: 'V1',
      location: 'westeurope',
      tags: { owner: 'soc', 'connector-kit-connector': 'azuresentinel' },
      properties: {
        displayName: 'azuresentinel-triage',
        customParameterValues: {},
        parameterValueType: 'Alternative',
        api: { id: managed },
      },
    },
  });
  expect(workflow).toEqual({
    line: 'PUT /providers/Microsoft.Logic/workflows/triage?api-version=2019-05-01',
    body: {
      location: 'westeurope',
      tags: { owner: 'soc', 'connector-kit-hash': done.published[0]?.hash, 'connector-kit-version': '1.0.0' },
      identity: { type: 'SystemAssigned' },
      properties: {
        state: 'Enabled',
        definition,
        parameters: {
          $connections: {
            value: {
              azuresentinel: {
                connectionId: connection('azuresentinel-triage'),
                connectionName: 'azuresentinel-triage',
                id: managed,
                connectionProperties: { authentication: { type: 'ManagedServiceIdentity' } },
              },
              things: { connectionId: connection('soc'), connectionName: 'soc', id: customApi('things') },
            },
          },
          Model: { value: 'small' },
        },
      },
    },
  });
  expect(rest).toEqual([
    {
      line: `PUT ${own}?api-version=2022-04-01`,
      body: {
        properties: { roleDefinitionId: `${roles}/${responder}`, principalId: id, principalType: 'ServicePrincipal' },
      },
    },
    {
      line: `PUT ${service}?api-version=2022-04-01`,
      body: {
        properties: {
          roleDefinitionId: `${roles}/${automation}`,
          principalId: insights,
          principalType: 'ServicePrincipal',
        },
      },
    },
    {
      line: `PUT ${rule}?api-version=2024-03-01`,
      body: {
        properties: {
          displayName: 'Run triage',
          order: 1,
          triggeringLogic: { isEnabled: true, triggersOn: 'Incidents', triggersWhen: 'Created', conditions: [] },
          actions: [
            {
              order: 1,
              actionType: 'RunPlaybook',
              actionConfiguration: {
                logicAppResourceId: workflowAt,
                tenantId: expect.stringMatching(/^[\da-f-]{36}$/),
              },
            },
          ],
        },
      },
    },
  ]);

  world.restart();
  const { roles: without } = await world.plan({ securityInsights: insights });
  expect(without[0]?.step).toMatchObject({ action: 'none', why: 'it has the role on workspace "soc"' });
  const again = await world.plan(request);
  const nothing = await publishPlaybook(world.client, again);
  expect([...new Set(nothing.steps.map(({ action, result }) => `${action} ${result}`))]).toEqual(['none unchanged']);
  expect([world.written(), nothing.published, nothing.left]).toEqual([[], [], []]);
});

test('without its connector nothing is sent', async () => {
  const world = await playbookAzure({ isEmpty: true });
  const plan = await world.plan();
  expect(plan.obstacles.map(({ code }) => code)).toEqual(['connector-missing']);
  expect((await faultOf(publishPlaybook(world.client, plan))).slice(1)).toEqual([
    'The workflow calls the connector "things", which is not in the resource group "rg".',
    'Publish it first ("connector-kit publish things ..."), or name another one with --connector-name.',
  ]);
  expect(world.written()).toEqual([]);
});

test('a connection that is made has no key, or the one that is given; what is there keeps its own', async () => {
  const world = await playbookAzure();
  const chosen = new Map([['', 'new']]);
  const bare = await world.plan({ chosen });
  expect(bare.left.map(({ code, commands }) => [code, commands])).toEqual([
    ['connection-key', ['connector-kit connect things --target azure -g rg --connection new --key-env KEY']],
    ['role-unknown', [expect.stringContaining('az ad sp show --id 98785600-1bb7-4fb9-b9fa-19afe2c8a360 ')]],
  ]);
  await publishPlaybook(world.client, await world.plan({ chosen, hasKey: true }), { key: new Secret('canary-key') });
  const { body } = world.written().find(({ line }) => line.includes('connections/new')) ?? {};
  expect(body).toMatchObject({
    properties: { api: { id: customApi('things') }, parameterValues: { api_key: 'canary-key' } },
  });
  world.restart();
  const after = await world.plan({ hasKey: true });
  expect(linesOf(stepsOfPlan(after)).slice(0, 2)).toEqual([
    'none: /providers/Microsoft.Web/connections/azuresentinel-triage',
    'none: /providers/Microsoft.Web/connections/new',
  ]);
  expect(after.left.map(({ code }) => code)).toEqual(['role-unknown']);
});

test('a connector with another name in Azure is still called by its own', async () => {
  const world = await playbookAzure();
  const renamed = { connectors: new Map([['', 'soc-things']]) };
  const missing = await world.plan({}, codeView, renamed);
  expect(missing.obstacles.map(({ help }) => help)).toEqual([
    'Publish it first ("connector-kit publish things --name soc-things ..."), or name another one with --connector-name.',
  ]);
  world.ask(`PUT ${customApi('soc-things')}`, customApiBody());
  const keyOf = async (file: JsonObject) => {
    const [left] = (await world.plan({}, file, renamed)).left;
    return [left?.code, left?.commands];
  };
  const rest = '--name soc-things --target azure -g rg --connection';
  expect(await keyOf(codeView)).toEqual([
    'connection-key',
    [`connector-kit connect things ${rest} things-triage --key-env KEY`],
  ]);
  const silent = { name: 'triage', definition: codeView['definition'], parameters: { Model: { value: 'small' } } };
  expect(await keyOf(silent as JsonObject)).toEqual([
    'connection-key',
    [`connector-kit connect CONNECTOR ${rest} things-triage --key-env KEY`],
  ]);
});

test('one made without a key is told of until it has one', async () => {
  const world = await playbookAzure();
  const chosen = new Map([['things', 'new']]);
  await publishPlaybook(world.client, await world.plan({ chosen }));
  const { left, connections } = await world.plan();
  expect(connections.map(({ step }) => step.action)).toEqual(['none', 'none']);
  expect(left.map(({ code }) => code)).toEqual(['connection-key', 'role-unknown']);
});

test('with two of its connector and none chosen, one of its own is made', async () => {
  const world = await playbookAzure();
  const body = { location: 'westeurope', properties: { api: { id: customApi('things') } } };
  world.ask(`PUT ${connection('other')}`, body);
  const { connections } = await world.plan();
  expect(connections.map(({ name, step }) => `${step.action} ${name}`)).toEqual([
    'create azuresentinel-triage',
    'create things-triage',
  ]);
});

test('two keys for one connection: it is made once', async () => {
  const world = await playbookAzure();
  const { $connections } = codeView['parameters'] as { $connections: { value: Record<string, JsonObject> } };
  const one = { ...$connections.value['azuresentinel'], connectionName: 'sentinel' };
  const entries = { ...$connections.value, azuresentinel: one, azuresentinel_1: one };
  const file = {
    ...codeView,
    parameters: { $connections: { value: entries }, Model: { value: 'small' } },
  } as JsonObject;
  const plan = await world.plan({}, file);
  const done = await publishPlaybook(world.client, plan);
  expect(linesOf(done.steps).slice(0, 2)).toEqual([
    'create done: /providers/Microsoft.Web/connections/sentinel',
    'none unchanged: /providers/Microsoft.Web/connections/soc',
  ]);
  expect(world.written().filter(({ line }) => line.includes('connections/')).length).toBe(1);
});

test('connections that cannot be used', async () => {
  const world = await playbookAzure();
  world.ask(`PUT ${connection('login')}`, { location: 'westeurope', properties: { api: { id: managed } } });
  const other = await world.plan({ chosen: new Map([['things', 'login']]) });
  expect(other.obstacles.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    `connection-elsewhere: The connection "login" is one of "${managed}", expected one of this connector.`,
  ]);
  expect(await faultOf(world.plan({ chosen: new Map([['thing', 'soc']]) }))).toEqual([
    'called-wrongly',
    'The workflow has no connection "thing".',
    'Its connections are azuresentinel, things: --connection KEY=NAME.',
  ]);
});

test('the rest goes on where the account may not give roles, and the exact commands are left', async () => {
  const world = await playbookAzure();
  world.set({ forbidden: ['Microsoft.Authorization/roleAssignments/write'] });
  const plan = await world.plan({ securityInsights: insights });
  expect(plan.left.map(({ code, isRefused, commands }) => [code, isRefused, commands])).toEqual([
    [
      'role-unassigned',
      true,
      [
        `az role assignment create --assignee-object-id "$(az resource show --ids ${workflowAt} --query identity.principalId --output tsv)" --assignee-principal-type ServicePrincipal --role 'Microsoft Sentinel Responder' --scope ${group}`,
      ],
    ],
    [
      'role-unassigned',
      true,
      [
        `az role assignment create --assignee-object-id ${insights} --assignee-principal-type ServicePrincipal --role 'Microsoft Sentinel Automation Contributor' --scope ${group}`,
      ],
    ],
  ]);
  const done = await publishPlaybook(world.client, plan);
  const id = await principal(world);
  expect(done.steps.map(({ result }) => result)).toEqual(['done', 'unchanged', 'done', 'refused', 'refused']);
  expect(done.left.map(({ message, commands }) => [message, commands])).toEqual([
    [
      'The account may not give roles on resource group "rg": somebody who may has to give the playbook\'s identity the role "Microsoft Sentinel Responder".',
      [
        `az role assignment create --assignee-object-id ${id} --assignee-principal-type ServicePrincipal --role 'Microsoft Sentinel Responder' --scope ${group}`,
      ],
    ],
    [
      'The account may not give roles on resource group "rg": somebody who may has to give Azure Security Insights the role "Microsoft Sentinel Automation Contributor".',
      [
        `az role assignment create --assignee-object-id ${insights} --assignee-principal-type ServicePrincipal --role 'Microsoft Sentinel Automation Contributor' --scope ${group}`,
      ],
    ],
  ]);

  // somebody gives them; the next publish sees it
  world.set({ forbidden: [] });
  await publishPlaybook(world.client, await world.plan({ securityInsights: insights }));
  const whole = await world.plan({});
  expect(whole.roles.map(({ step }) => [step.action, step.why])).toEqual([
    ['none', 'it has the role'],
    ['none', `${insights} has the role; that it is Azure Security Insights cannot be seen here`],
  ]);
  expect(whole.left).toEqual([]);
});

test('a rule that may not be written is left as a command', async () => {
  const world = await playbookAzure();
  await onboard(world);
  world.set({ forbidden: ['Microsoft.SecurityInsights/automationRules/write'] });
  const done = await publishPlaybook(
    world.client,
    await world.plan({ workspace, automationRule: true, securityInsights: insights }),
  );
  expect(done.steps.at(-1)?.result).toBe('refused');
  const [{ code = '', message = '', commands: [line = ''] = [] } = {}] = done.left;
  expect([code, message]).toEqual([
    'rule-refused',
    'The account may not write automation rules: run the command later, or let somebody run it who may. A new role takes some minutes to count.',
  ]);
  const [, url, body = ''] = /^az rest --method put --url '([^']+)' --body '([^']+)'$/.exec(line) ?? [];
  expect(url).toBe(
    `${workspace}/providers/Microsoft.SecurityInsights/automationRules/${stableGuid(workspace, workflowAt)}?api-version=2024-03-01`,
  );
  expect(JSON.parse(body)).toMatchObject({ properties: { displayName: 'Run triage', order: 1 } });
});

test('a rule is refused while Sentinel may not run the playbook', async () => {
  const world = await playbookAzure();
  await onboard(world);
  const done = await publishPlaybook(world.client, await world.plan({ workspace, automationRule: true }));
  expect(done.left.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    'role-unknown: Azure Security Insights needs the role "Microsoft Sentinel Automation Contributor" on resource group "rg" to run the playbook, and its object id is not known here: give it with --security-insights-id, or run the command.',
    `rule-refused: Azure refuses it (BadRequest: Missing required permissions for Microsoft Sentinel on the playbook resource '${workflowAt}'): run the command later, or let somebody run it who may. A new role takes some minutes to count.`,
  ]);
});

test('a rule of somebody else that runs it is enough', async () => {
  const world = await playbookAzure();
  await onboard(world);
  const request = { workspace, automationRule: true, securityInsights: insights };
  await publishPlaybook(world.client, await world.plan({ securityInsights: insights }));
  const action = { order: 1, actionType: 'RunPlaybook', actionConfiguration: { logicAppResourceId: workflowAt } };
  const properties = {
    displayName: 'By hand',
    order: 7,
    triggeringLogic: { isEnabled: true, triggersOn: 'Incidents', triggersWhen: 'Created', conditions: [] },
    actions: [action],
  };
  const path = `${workspace}/providers/Microsoft.SecurityInsights/automationRules/by-hand`;
  await world.client.ask({ method: 'PUT', path, version: '2024-03-01', body: { properties } });
  const { rule } = await world.plan(request);
  expect([rule?.step.action, rule?.step.why]).toEqual(['none', 'the rule "By hand" runs it']);
});

test('a workspace that is not there, and a playbook that no rule can run', async () => {
  const world = await playbookAzure();
  world.set({ workspaces: 'asked for' });
  const request = { workspace, automationRule: true };
  const manual = { ...definition, triggers: { manual: { type: 'Request', kind: 'Http', inputs: {} } } };
  const plan = await world.plan(request, { ...codeView, definition: manual } as unknown as JsonObject);
  expect(plan.obstacles.map(({ code }) => code)).toEqual(['workspace-missing', 'trigger-unfit']);
});

test('what somebody changed is named, put back and kept; what they switched off stays off', async () => {
  const world = await playbookAzure();
  await publishPlaybook(world.client, await world.plan());
  const there = world.ask(`GET ${workflowAt}`);
  const properties = there['properties'] as JsonObject;
  const changed = {
    ...definition,
    actions: {
      ...definition.actions,
      Ask: { ...definition.actions.Ask, inputs: { ...definition.actions.Ask.inputs, path: '/things/2' } },
    },
  };
  world.ask(`PUT ${workflowAt}`, {
    ...there,
    properties: { ...properties, state: 'Disabled', accessControl: { triggers: {} }, definition: changed },
  });
  world.restart();
  const plan = await world.plan();
  expect(plan.workflow).toEqual({ id: workflowAt, action: 'update', why: 'one of its parts differs' });
  expect(plan.changes.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    'deployed-action-changed: The action "Ask" is deployed otherwise: it differs in /inputs/path.',
    'deployed-workflow-disabled: The deployed playbook is disabled, and stays so: nothing starts it.',
  ]);
  const kept: Replaced[] = [];
  const done = await publishPlaybook(world.client, plan, { keep: async (one) => void kept.push(one) });
  expect(done.differs).toEqual([]);
  expect(JSON.parse(kept[0]?.files[0]?.text ?? '').definition.actions.Ask.inputs.path).toBe('/things/2');
  const after = world.ask(`GET ${workflowAt}`)['properties'] as JsonObject;
  expect([after['state'], after['accessControl'], after['definition']]).toEqual([
    'Disabled',
    { triggers: {} },
    definition,
  ]);
  // only that it is off is left, which publishing does not change
  const last = await world.plan();
  expect([last.workflow.action, last.changes.length]).toEqual(['none', 1]);
});

test('settings of the resource, and an identity that others made', async () => {
  const world = await playbookAzure();
  const user = `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/soc-bot`;
  const authentication = { type: 'ManagedServiceIdentity', identity: user };
  const { azuresentinel, things } = (codeView['parameters'] as { $connections: { value: Record<string, JsonObject> } })
    .$connections.value;
  const entries = { things, azuresentinel: { ...azuresentinel, connectionProperties: { authentication } } };
  const file = {
    name: 'triage',
    identity: { type: 'UserAssigned', userAssignedIdentities: { [user]: {} } },
    properties: {
      state: 'Disabled',
      accessControl: { contents: { allowedCallerIpAddresses: [] } },
      definition,
      parameters: { $connections: { value: entries }, Model: { value: 'small' } },
    },
  } as unknown as JsonObject;
  const plan = await world.plan({ securityInsights: insights }, file);
  expect(plan.left.map(({ commands }) => commands)).toEqual([
    [
      `az role assignment create --assignee-object-id "$(az identity show --ids ${user} --query principalId --output tsv)" --assignee-principal-type ServicePrincipal --role 'Microsoft Sentinel Responder' --scope ${group}`,
    ],
  ]);
  await publishPlaybook(world.client, plan);
  const { body } = world.written().find(({ line }) => line.includes('workflows')) ?? {};
  expect(body).toMatchObject({
    identity: { type: 'SystemAssigned, UserAssigned', userAssignedIdentities: { [user]: {} } },
    properties: {
      state: 'Disabled',
      accessControl: { contents: { allowedCallerIpAddresses: [] } },
      parameters: { $connections: { value: { azuresentinel: { connectionProperties: { authentication } } } } },
    },
  });
  expect((await world.plan({ securityInsights: insights }, file)).workflow.action).toBe('none');
});

test.each([
  [
    'https://your-resource.example.com',
    ['The parameter "Model" is still "https://your-resource.example.com", expected an address.'],
  ],
  [
    'https://<name>.example.com/x',
    ['The parameter "Model" is still "https://<name>.example.com/x", expected an address.'],
  ],
  ['<p>your-resource</p>', []],
  ['https://example.com/your-resource?x=<y>', []],
])('an address that is yet to be filled in: %s', async (value, want) => {
  const world = await playbookAzure();
  const plan = await world.plan({}, codeView, { values: { Model: value } });
  expect(plan.obstacles.map(({ message }) => message)).toEqual(want);
});

describe('secure parameters', () => {
  const parameters = { ...definition.parameters, Key: { type: 'SecureString' } };
  const file = { ...codeView, definition: { ...definition, parameters } } as unknown as JsonObject;
  const secrets = new Map([['Key', new Secret('canary-0123456789')]]);

  test('a workflow that is written needs them, one that stays does not', async () => {
    const world = await playbookAzure();
    expect((await world.plan({}, file)).obstacles).toEqual([
      {
        code: 'parameter-missing',
        message: 'The secure parameter "Key" has no value, and a workflow that is written needs it.',
        help: 'Put it into an environment variable, and give --param-env Key=VARIABLE.',
      },
    ]);
    const plan = await world.plan({}, file, { secrets });
    await publishPlaybook(world.client, plan);
    expect(JSON.stringify(plan)).not.toContain('canary');
    const sent = world.written().find(({ line }) => line.includes('workflows'))?.body['properties'] as JsonObject;
    expect((sent['parameters'] as JsonObject)['Key']).toEqual({ value: 'canary-0123456789' });
    expect((await world.plan({}, file)).workflow).toMatchObject({ action: 'none' });
    expect((await world.plan({}, file, { secrets })).workflow).toMatchObject({
      action: 'update',
      why: 'a secure parameter is given, and Azure does not show the one it has',
    });
  });
});

test('a playbook that signs in to models without a key: its role on the resource', async () => {
  const world = await playbookAzure({ isEmpty: true });
  const ask = {
    type: 'Http',
    inputs: {
      method: 'POST',
      uri: 'https://mine.example',
      authentication: { type: 'ManagedServiceIdentity', audience: 'https://cognitiveservices.azure.com' },
    },
    runAfter: {},
  };
  const keyless = {
    name: 'triage',
    definition: { triggers: definition.triggers, actions: { Ask: ask } },
  } as unknown as JsonObject;
  const resource = `${group}/providers/Microsoft.CognitiveServices/accounts/mine`;
  const bare = await world.plan({ securityInsights: insights }, keyless);
  expect(bare.left.map(({ message, commands }) => [message, commands])).toEqual([
    [
      'The action "Ask" signs in as the playbook, whose identity needs a role on the resource that it calls: give its id with --model-resource, or run the command.',
      [
        `az role assignment create --assignee-object-id "$(az resource show --ids ${workflowAt} --query identity.principalId --output tsv)" --assignee-principal-type ServicePrincipal --role 5e0bd9bd-7b93-4f28-af87-19fc36ad61bd --scope ID_OF_THE_RESOURCE`,
      ],
    ],
  ]);
  const plan = await world.plan({ modelResource: resource, securityInsights: insights }, keyless);
  expect(plan.left).toEqual([]);
  const done = await publishPlaybook(world.client, plan);
  const [, own] = done.steps.filter(({ what }) => what?.startsWith('role'));
  expect([own?.result, own?.id]).toEqual([
    'done',
    `${resource}/providers/Microsoft.Authorization/roleAssignments/${stableGuid(resource, await principal(world), '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')}`,
  ]);
  // once it has the role, nobody has to say where
  const again = await world.plan({ securityInsights: insights }, keyless);
  expect([again.left, again.roles.map(({ step }) => step.action)]).toEqual([[], ['none', 'none', 'none']]);
});

test('what is interrupted anywhere is finished by the next run, and nothing is written twice', async () => {
  const first = await playbookAzure();
  const request = { securityInsights: insights };
  await publishPlaybook(first.client, await first.plan(request));
  const all = first.requests.length;
  const begin = first.requests.findIndex(({ method }) => method !== 'GET');
  for (let at = begin; at < all; at += 2) {
    for (const how of ['killed', 'killed after'] as const) {
      const world = await playbookAzure();
      world.restart((number) => (number === at ? how : undefined));
      const lines: string[] = [];
      await faultOf(world.plan(request).then(async (plan) => publishPlaybook(world.client, plan)));
      lines.push(...world.written().map(({ line }) => line));
      world.restart();
      const done = await publishPlaybook(world.client, await world.plan(request));
      expect(done.steps.map(({ result }) => result)).not.toContain('refused');
      lines.push(...world.written().map(({ line }) => line));
      const twice = lines.length - new Set(lines).size;
      expect([at, how, twice]).toEqual([at, how, how === 'killed' ? Math.min(twice, 1) : 0]);
      expect((await world.plan(request)).workflow.action).toBe('none');
    }
  }
});

test('names are the same each time, and ids are checked', async () => {
  expect(stableGuid('A', 'b')).toBe(stableGuid('a', 'B'));
  expect(stableGuid('a', 'b')).toMatch(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(checkedWorkspace(`${workspace}/`)).toBe(workspace);
  const wrong = [`${workspace}/../x`, '/subscriptions/x', customApi('things'), `${workspace}?x=1`];
  for (const id of wrong)
    expect((await faultOf(Promise.resolve().then(() => checkedWorkspace(id))))[0]).toBe('called-wrongly');
  expect(checkedId(customApi('things'), { flag: '--x' })).toBe(customApi('things'));
  expect((await faultOf(Promise.resolve().then(() => checkedWorkflowName('a/b'))))[1]).toBe(
    'The name of the workflow is "a/b", expected 1 to 80 letters, digits and "-_.()".',
  );
});

test('whatever Azure answers, a plan is made or a fault says why not', async () => {
  const odd = [
    null,
    1,
    'x',
    [],
    {},
    { value: 1 },
    { value: [null, 1, {}, { properties: [] }] },
    { properties: 1 },
  ] as const;
  const bodies = [
    ...odd,
    { name: 'soc', properties: { api: { id: customApi('things') }, statuses: [1] } },
    { value: [{ name: 1, properties: { api: 1, statuses: {} } }, { properties: { roleDefinitionId: 1, scope: 1 } }] },
    {
      value: [
        { actions: 1, notActions: 'x' },
        { properties: { order: 'x', actions: [1, { actionConfiguration: 1 }] } },
      ],
    },
    { identity: { principalId: 'p', userAssignedIdentities: [] }, tags: 1, location: 1, properties: { definition: 1 } },
    {
      properties: {
        state: 1,
        definition: { actions: [], triggers: { A: 1 } },
        parameters: { $connections: { value: 1 }, B: 1 },
      },
    },
    {
      location: 'westeurope',
      properties: { parameters: JSON.parse('{"__proto__":1,"constructor":{"value":1}}') as object, definition: {} },
    },
  ];
  for (let seed = 0; seed < 100; seed += 1) {
    let count = seed;
    const send = async () => {
      count = (count * 1_103_515_245 + 12_345) % 2_147_483_648;
      const status = [200, 200, 200, 404, 403][count % 5] ?? 200;
      return { status, headers: {}, body: JSON.stringify(bodies[count % bodies.length]) };
    };
    const client = armClient({ send, now: () => 0, sleep: async () => undefined }, clouds.public);
    const { wanted } = wantedOf(codeView);
    if (wanted === undefined) throw new Error('no playbook');
    try {
      const { name: _name, ...where } = target;
      const place = await lookAtPlace(client, where);
      const request = {
        chosen: new Map(),
        tags: {},
        workspace,
        automationRule: true,
        where: '',
        version: '',
        hasKey: true,
      };
      await planPlaybook(client, { ...place, ...request, wanted, target: { ...place.target, name: 'triage' } });
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
    }
  }
});

test('a workflow that somebody else made: no identity, no tags of ours, other tags', async () => {
  const world = await playbookAzure({ isEmpty: true });
  const request = { tags: { owner: 'soc' } };
  const file = { name: 'triage', definition: { triggers: { manual: { type: 'Request', kind: 'Http' } }, actions: {} } };
  const plan = async (more = request) => world.plan(more, file);
  await publishPlaybook(world.client, await plan());
  const { identity, ...bare } = world.ask(`GET ${workflowAt}`);
  world.ask(`PUT ${workflowAt}`, bare);
  expect((await plan()).workflow.why).toBe('it has no identity of its own');
  world.ask(`PUT ${workflowAt}`, { ...bare, identity, tags: {} });
  expect((await plan()).workflow.why).toBe('it was not published by this tool');
  await publishPlaybook(world.client, await plan());
  expect((await plan({ tags: { owner: 'it' } })).workflow.why).toBe('its tags differ');
  expect((await plan()).workflow.action).toBe('none');
});

test('a role that is there, and that the account may not see, is no failure', async () => {
  const world = await playbookAzure();
  await publishPlaybook(world.client, await world.plan({ securityInsights: insights }));
  world.set({ forbidden: ['Microsoft.Authorization/roleAssignments/read'] });
  const plan = await world.plan({ securityInsights: insights });
  expect(plan.roles.map(({ step }) => `${step.action}: ${step.why}`)).toEqual([
    'create: whether it has the role the account may not see',
    'create: whether it has the role the account may not see',
  ]);
  const path = plan.roles[0]?.step.id ?? '';
  const assignment = (await world.client.attempt({ method: 'DELETE', path, version: '2022-04-01' })).error;
  expect(assignment).toBeUndefined();
  const id = await principal(world);
  const body = { properties: { roleDefinitionId: `${roles}/${responder}`, principalId: id } };
  const other = `${group}/providers/Microsoft.Authorization/roleAssignments/${insights}`;
  await world.client.ask({ method: 'PUT', path: other, version: '2022-04-01', body });
  const done = await publishPlaybook(world.client, plan);
  expect(done.steps.slice(3).map(({ result }) => result)).toEqual(['unchanged', 'done']);
  expect(done.left).toEqual([]);
});

test('a connection to Sentinel that signs in otherwise, and a key for one that is there', async () => {
  const world = await playbookAzure();
  await publishPlaybook(world.client, await world.plan({ chosen: new Map([['', 'open']]) }));
  const { left } = await world.plan({ hasKey: true });
  expect(left.map(({ code }) => code)).toEqual(['connection-key', 'role-unknown']);
  const { client } = world;
  const answer = await client.find({ path: connection('azuresentinel-triage'), version: '2016-06-01' });
  const properties = { ...(answer?.['properties'] as JsonObject), parameterValueType: 'Default' };
  world.ask(`PUT ${connection('azuresentinel-triage')}`, { location: 'westeurope', properties });
  expect((await world.plan()).obstacles.map(({ message, help }) => [message, help])).toEqual([
    [
      'The connection "azuresentinel-triage" does not sign in with a managed identity.',
      'Name another one with --connection azuresentinel=NAME: it is made where it is not there.',
    ],
  ]);
});
