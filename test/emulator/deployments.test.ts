import { connection, customApi, customApiBody, emulator, group, subscription, verdict } from './ask.js';

const version = 'api-version=2022-09-01';
const inGroup = `${group}/providers/Microsoft.Resources/deployments`;
const inSubscription = `/subscriptions/${subscription}/providers/Microsoft.Resources/deployments`;

const api = (name: string, more: object = {}) => ({
  type: 'Microsoft.Web/customApis',
  apiVersion: '2016-06-01',
  name,
  ...customApiBody(),
  location: '[resourceGroup().location]',
  ...more,
});

const template = {
  parameters: {
    Name: { type: 'string', defaultValue: 'things' },
    Key: { type: 'securestring' },
    Team: { type: 'string' },
  },
  resources: [
    {
      type: 'Microsoft.Web/connections',
      apiVersion: '2016-06-01',
      name: 'mine',
      location: '[resourceGroup().location]',
      dependsOn: ["[resourceId('Microsoft.Web/customApis', parameters('Name'))]"],
      properties: {
        api: { id: "[resourceId('Microsoft.Web/customApis', parameters('Name'))]" },
        parameterValues: { api_key: "[parameters('Key')]", region: 'eu' },
      },
    },
    api("[parameters('Name')]", { tags: { team: "[parameters('Team')]" } }),
  ],
  outputs: {
    id: { type: 'string', value: "[resourceId('Microsoft.Web/customApis', parameters('Name'))]" },
    key: { type: 'securestring', value: "[parameters('Key')]" },
    later: { type: 'string', value: "[reference('mine').createdTime]" },
  },
};
const parameters = { Key: { value: 'canary' }, Team: { value: 'soc' } };
const deployment = (more: object = {}) => ({ properties: { mode: 'Incremental', template, parameters, ...more } });
const resourcesIn = ({ state }: ReturnType<typeof emulator>) => Object.keys(state().resources).toSorted();
const lower = (...ids: readonly string[]) => ids.map((id) => id.toLowerCase()).toSorted();

test('to a group: what depends on something comes behind it, secrets are in nothing', () => {
  const here = emulator();
  const { ask, state } = here;
  const { status, body } = ask(`PUT ${inGroup}/first?${version}`, deployment());
  expect(status).toBe(201);
  expect(body).toMatchObject({
    id: `${inGroup}/first`,
    name: 'first',
    type: 'Microsoft.Resources/deployments',
    properties: {
      mode: 'Incremental',
      provisioningState: 'Succeeded',
      timestamp: '2026-11-22T12:00:00.500Z',
      parameters: { Key: { type: 'securestring' }, Team: { type: 'string', value: 'soc' } },
      outputs: { id: { type: 'string', value: customApi('things') }, key: { type: 'securestring' } },
      outputResources: [{ id: customApi('things') }, { id: connection('mine') }],
    },
  });
  expect(resourcesIn(here)).toEqual(lower(`${inGroup}/first`, customApi('things'), connection('mine')));
  expect(state().resources[customApi('things').toLowerCase()]?.tags).toEqual({ team: 'soc' });
  expect(JSON.stringify([body, state()]).includes('canary')).toBe(false);
  expect(ask(`GET ${inGroup}/FIRST?${version}`).body).toEqual(body);
  expect(ask(`PUT ${inGroup}/first?${version}`, deployment()).status).toBe(200); // again
  expect(ask(`GET ${inGroup}?${version}`).body).toEqual({ value: [body] });
  expect(ask(`GET ${inSubscription}?${version}`).body).toEqual({ value: [] });
  expect(ask(`GET ${group}/resources?${version}`).body).toMatchObject({
    value: [{ name: 'mine' }, { name: 'things' }],
  });
  here.restart();
  expect(ask(`GET ${inGroup}/first?${version}`).status).toBe(200);
  expect(ask(`DELETE ${inGroup}/first?${version}`).status).toBe(200);
  expect(ask(`DELETE ${inGroup}/first?${version}`).status).toBe(204);
  expect(resourcesIn(here)).toEqual(lower(customApi('things'), connection('mine')));
});

test('to a subscription: groups, and what is in them', () => {
  const here = emulator();
  const inner = {
    type: 'Microsoft.Resources/deployments',
    apiVersion: '2022-09-01',
    name: 'inner',
    resourceGroup: 'rg',
  };
  const outer = {
    resources: [
      {
        ...inner,
        properties: {
          mode: 'Incremental',
          expressionEvaluationOptions: { scope: 'inner' },
          template: { resources: [api('things')] },
        },
      },
      { type: 'Microsoft.Resources/resourceGroups', apiVersion: '2021-04-01', name: 'new', location: 'eastus' },
    ],
  };
  const body = { location: 'West Europe', properties: { mode: 'incremental', template: outer } };
  const made = here.ask(`PUT ${inSubscription}/all?${version}`, body);
  const newGroup = `/subscriptions/${subscription}/resourceGroups/new`;
  expect(made.body).toMatchObject({
    location: 'westeurope',
    properties: { outputResources: [{ id: customApi('things') }, { id: newGroup }] },
  });
  expect(here.state().groups[newGroup.toLowerCase()]?.location).toBe('eastus');
  expect(resourcesIn(here)).toEqual(lower(`${inSubscription}/all`, customApi('things')));
  expect(verdict(here.ask(`PUT ${inSubscription}/all?${version}`, { properties: body.properties }))).toBe(
    '400 LocationRequired',
  );
});

test('the first failure ends it, and is told', () => {
  const here = emulator({ policies: [{ name: 'deny', scope: group, types: ['Microsoft.Web/connections'] }] });
  const { status, body } = here.ask(`PUT ${inGroup}/first?${version}`, deployment());
  expect(status).toBe(201);
  expect(body).toMatchObject({
    properties: {
      provisioningState: 'Failed',
      outputResources: [{ id: customApi('things') }],
      error: { code: 'DeploymentFailed', details: [{ target: 'mine', code: 'RequestDisallowedByPolicy' }] },
    },
  });
  expect(resourcesIn(here)).toEqual(lower(`${inGroup}/first`, customApi('things')));
});

test('validated: nothing is made', () => {
  const here = emulator();
  expect(here.ask(`POST ${inGroup}/first/validate?${version}`, deployment()).body).toMatchObject({
    id: `${inGroup}/first`,
    properties: { validatedResources: [{ id: customApi('things') }, { id: connection('mine') }] },
  });
  expect(resourcesIn(here)).toEqual([]);
});

const wrong: readonly (readonly [name: string, body: object, verdict: string])[] = [
  ['no properties', {}, '400 InvalidRequestContent'],
  ['no template', deployment({ template: undefined }), '400 InvalidRequestContent'],
  ['parameters that are a list', deployment({ parameters: [] }), '400 InvalidRequestContent'],
  ['a parameter without a value', deployment({ parameters: { Key: { value: 'x' } } }), '400 InvalidTemplate'],
  [
    'a secret of a vault',
    deployment({ parameters: { ...parameters, Key: { reference: { keyVault: { id: '/v' }, secretName: 's' } } } }),
    '400 InvalidTemplate',
  ],
  [
    'an expression that nobody knows',
    deployment({ template: { resources: [api("[reference('x').y]")] } }),
    '400 InvalidTemplate',
  ],
];
test.each(wrong)('refused: %s', (_name, body, said) => {
  const here = emulator();
  expect(verdict(here.ask(`PUT ${inGroup}/first?${version}`, body))).toBe(said);
  expect(verdict(here.ask(`POST ${inGroup}/first/validate?${version}`, body))).toBe(said);
  expect(resourcesIn(here)).toEqual([]);
});
