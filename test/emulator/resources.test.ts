import type { Json } from '../../src/core/json.js';
import { freshState } from '../../src/emulator/fresh.js';
import { readState } from '../../src/emulator/read-state.js';
import type { EmulatorSettings } from '../../src/emulator/state.js';
import {
  connection,
  connectionBody,
  customApi,
  customApiBody,
  emulator,
  group,
  noon,
  parsed,
  plain,
  subscription,
  swagger,
  verdict,
} from './ask.js';
import { guid } from './playbook.js';

const id = customApi('things');
const valueOf = (answer: { body: unknown }) =>
  (answer.body as { value: { name: string }[] }).value.map(({ name }) => name);
const groupUrl = (name: string) => `/subscriptions/${subscription}/resourceGroups/${name}?api-version=2021-04-01`;

test('a connector: made, read, changed in part, moved, deleted; 200 each time, and 204 at last', () => {
  const { ask, wait } = emulator({}, { origin: 'http://127.0.0.1:8443' });
  const made = ask(`PUT ${id}`, {
    ...customApiBody({ description: 'D', brandColor: '#fff' }),
    location: 'West Europe',
    tags: { a: '1' },
  });
  const hex = /apim\/([0-9a-f]{32})/.exec(JSON.stringify(made.body))?.[1] ?? '';
  const until = '2026-11-23T12%3A00%3A00Z';
  const url = (ending: string) =>
    expect.stringMatching(
      new RegExp(
        `^http://127\\.0\\.0\\.1:8443/api-swagger-files/${hex}\\.${ending}\\?sv=2017-04-17&sr=b&sig=[\\w%.-]+&se=${until}&sp=r$`,
      ),
    );
  const view = {
    properties: {
      connectionParameters: customApiBody().properties.connectionParameters,
      runtimeUrls: [`https://127.0.0.1:8443/apim/${hex}`, `http://127.0.0.1:8443/apim/${hex}`],
      capabilities: [],
      description: 'D',
      displayName: 'things',
      iconUri: '/Content/retail/assets/default-connection-icon.6296199fc1d74aa45ca68e1253762025.2.svg',
      brandColor: '#fff',
      apiDefinitions: { originalSwaggerUrl: url('json_original'), modifiedSwaggerUrl: url('json') },
      apiType: 'Rest',
      wsdlDefinition: {},
    },
    id,
    name: 'things',
    type: 'Microsoft.Web/customApis',
    location: 'westeurope',
    tags: { a: '1' },
  };
  expect([made.status, made.body]).toEqual([200, view]);
  expect(made.headers).toEqual({
    'content-type': 'application/json; charset=utf-8',
    'x-ms-request-id': '00000000-0000-0000-0000-000000000001',
    date: 'Sun, 22 Nov 2026 12:00:00 GMT',
  });
  expect(ask(`GET ${id.toUpperCase()}`).body).toEqual(view);
  wait(1000);
  const patched = ask(`PATCH ${id}`, { tags: { b: '2' }, properties: { description: 'E' } });
  const url2 = { originalSwaggerUrl: expect.any(String), modifiedSwaggerUrl: expect.any(String) };
  expect(patched.body).toEqual({
    ...view,
    properties: { ...view.properties, description: 'E', apiDefinitions: url2 },
    tags: { a: '1', b: '2' },
  });
  expect(ask(`POST ${id}/move`, { id: id.toUpperCase() }).status).toBe(200);
  expect(ask(`POST ${id}/move`, { id: customApi('moved') })).toMatchObject({ status: 200, body: undefined });
  expect(verdict(ask(`GET ${id}`))).toBe('404 ResourceNotFound');
  expect(ask(`GET ${customApi('moved')}`).body).toMatchObject({ name: 'moved', tags: { a: '1', b: '2' } });
  expect([1, 2].map(() => ask(`DELETE ${customApi('moved')}`).status)).toEqual([200, 204]);
});

test.each<[string, Partial<EmulatorSettings>, string, boolean]>([
  ['2016-06-01', {}, 'as recorded', false],
  ['2018-07-01-preview', {}, 'a guess', true],
  ['2016-06-01', { serviceUrlIn: 'always' }, 'asked for', true],
  ['2018-07-01-preview', { serviceUrlIn: 'never' }, 'asked for', false],
])('a GET of %s with %j has the service address (%s): %j', (version, settings, _why, want) => {
  const { ask } = emulator(settings);
  ask(`PUT ${id}`, customApiBody());
  const { properties } = ask(`GET ${id}?api-version=${version}`).body as { properties: object };
  expect('backendService' in properties).toBe(want);
  expect('swagger' in properties).toBe(false);
});

test.each<Json | undefined>([
  undefined,
  null,
  [],
  {},
  { formatVersion: 2 },
  { formatVersion: 1 },
  { formatVersion: 1, settings: {}, groups: [], resources: {}, registrations: {} },
  { formatVersion: 1, settings: {}, groups: {}, resources: { a: 5 }, registrations: {} },
  { formatVersion: 1, settings: {}, groups: {}, resources: { a: { id: 'a' } }, registrations: {} },
  { formatVersion: 1, settings: {}, groups: { a: { id: '', name: '' } }, resources: {}, registrations: {} },
  { formatVersion: 1, settings: {}, groups: {}, resources: {}, registrations: { a: 1 } },
  { formatVersion: 1, settings: { groups: 'yes' }, groups: {}, resources: {}, registrations: {} },
  { formatVersion: 1, settings: { pageSize: 0 }, groups: {}, resources: {}, registrations: {} },
  { formatVersion: 1, settings: { managedApis: [{}] }, groups: {}, resources: {}, registrations: {} },
  { formatVersion: 1, settings: { policies: [{ name: 'a' }] }, groups: {}, resources: {}, registrations: {} },
])('%j is no state', (value) => {
  expect(readState(value)).toBe(undefined);
});

test('settings that a written state lacks are those of a fresh one', () => {
  const { settings, ...rest } = plain(freshState({ location: 'westus' }));
  const read = readState({ ...rest, settings: { location: settings.location } } as unknown as Json);
  expect(read).toEqual(freshState({ location: 'westus' }));
});

test('repeated slashes do not count: @azure/arm-resources 7.0.0 asks for //subscriptions', () => {
  const { ask } = emulator();
  expect(ask(`PUT /${id}`, customApiBody()).status).toBe(200);
  expect(ask(`GET https://management.azure.com/${id.replace('/providers', '//providers')}/`).body).toMatchObject({
    id,
  });
});

test('a definition that Azure would fetch stays where it is; null is as absent', () => {
  const originalSwaggerUrl = 'https://contoso.com/swagger.json';
  const body = customApiBody({ swagger: null, description: null, apiDefinitions: { originalSwaggerUrl } });
  expect(emulator().ask(`PUT ${id}`, body).body).toMatchObject({
    properties: { apiDefinitions: { originalSwaggerUrl, modifiedSwaggerUrl: expect.any(String) } },
  });
});

test('an id keeps the spelling in which it was first written', () => {
  const { ask } = emulator();
  ask(`PUT ${id}`, customApiBody());
  const other = id.replace('things', 'THINGS').replace('/rg/', '/RG/');
  expect(ask(`PUT ${other}`, customApiBody()).body).toMatchObject({ id, name: 'things' });
});

test('an extension among the paths of a definition is no path', () => {
  const paths = { ...swagger.paths, 'x-note': 'n' };
  const { ask } = emulator({ exportGives: 'modified' });
  ask(`PUT ${id}`, customApiBody({ swagger: { ...swagger, paths } }));
  const exported = ask(`GET ${id}?export=true`).body as { paths: object };
  expect(Object.keys(exported.paths)).toEqual(['/{connectionId}/things/{id}', '/{connectionId}/things', 'x-note']);
});

test('a client secret is neither kept nor shown', () => {
  const { ask, state } = emulator();
  const token = { type: 'oauthSetting', oAuthSettings: { clientId: 'c', clientSecret: 'canary' } };
  expect(ask(`PUT ${id}`, customApiBody({ connectionParameters: { token } })).body).toMatchObject({
    properties: { connectionParameters: { token: { type: 'oauthSetting', oAuthSettings: { clientId: 'c' } } } },
  });
  expect(JSON.stringify(state())).not.toMatch(/canary/);
});

test('a service address of a million slashes takes no time', () => {
  const serviceUrl = `https://api.contoso.com/${'/'.repeat(1_000_000)}v1`;
  const before = performance.now();
  expect(emulator().ask(`PUT ${id}`, customApiBody({ backendService: { serviceUrl } })).status).toBe(200);
  expect(performance.now() - before).toBeLessThan(1000);
});

test('a state that is written and read again is the same, int64 bounds and all', () => {
  const { ask, raw, restart, state } = emulator();
  const text = JSON.stringify(customApiBody()).replace(
    '"swagger":"2.0"',
    '"swagger":"2.0","x-most":9223372036854775807',
  );
  raw({ method: 'PUT', url: `${id}?api-version=2016-06-01`, body: text });
  const before = state();
  restart();
  expect(state()).toEqual(before);
  const { response } = raw({ method: 'GET', url: `${id}?api-version=2016-06-01&export=true` });
  expect(String(response?.body)).toMatch(/"x-most":9223372036854775807,/);
  expect(ask(`GET ${id}`).status).toBe(200);
});

const modified = (hex: string) => ({
  ...swagger,
  host: 'logic-apis-westeurope.azure-apim.net',
  basePath: `/apim/${hex}`,
  paths: {
    '/{connectionId}/things/{id}': swagger.paths['/things/{id}'],
    '/{connectionId}/things': swagger.paths['/things'],
  },
});

test('the definition can be had by export=true, and from its files for a day', () => {
  const { ask, raw, wait } = emulator();
  const { runtimeUrls, apiDefinitions } = (
    ask(`PUT ${id}`, customApiBody()).body as {
      properties: { runtimeUrls: string[]; apiDefinitions: Record<string, string> };
    }
  ).properties;
  const hex = runtimeUrls[0]?.slice(-32) ?? '';
  expect(ask(`GET ${id}?export=true`).body).toEqual(swagger);
  const file = (url = '') => {
    const { response } = raw({ method: 'GET', url, headers: { authorization: '' } });
    return [response?.status, parsed(response?.body ?? '')];
  };
  const { originalSwaggerUrl = '', modifiedSwaggerUrl = '' } = apiDefinitions;
  expect(file(originalSwaggerUrl)).toEqual([200, swagger]);
  expect(file(modifiedSwaggerUrl)).toEqual([200, modified(hex)]);
  const failure = (code: string, message: string) =>
    `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  const unsigned = [403, failure('AuthenticationFailed', 'Server failed to authenticate the request.')];
  expect(file(originalSwaggerUrl.replace('.json_original', '.json'))).toEqual(unsigned);
  expect(file(originalSwaggerUrl.replace('2026-11-23', '2099-11-23'))).toEqual(unsigned);
  expect(file('/api-swagger-files/x/y')).toEqual(unsigned);
  wait(24 * 60 * 60 * 1000);
  expect(file(originalSwaggerUrl)).toEqual([
    403,
    failure('AuthenticationFailed', 'Signature not valid in the specified time frame.'),
  ]);
  wait(-1000);
  ask(`DELETE ${id}`);
  expect(file(modifiedSwaggerUrl)).toEqual([404, failure('BlobNotFound', 'The specified blob does not exist.')]);
});

test('export=true gives what the settings say', () => {
  for (const [exportGives, key] of [
    ['modified', 'swagger'],
    ['resource', 'properties'],
  ] as const) {
    const { ask } = emulator({ exportGives });
    ask(`PUT ${id}`, customApiBody());
    expect(Object.keys(ask(`GET ${id}?EXPORT=True`).body as object)[0]).toBe(key);
  }
});

test('lists have pages, in the order of names, of the group or the subscription', () => {
  const { ask } = emulator({ pageSize: 2 });
  for (const name of ['c', 'A', 'b']) ask(`PUT ${customApi(name)}`, customApiBody());
  ask(`PUT ${customApi('d').replace('/rg/', '/other/')}`, customApiBody());
  const inGroup = `${group}/providers/Microsoft.Web/customApis`;
  const first = ask(`GET ${inGroup}`);
  expect(valueOf(first)).toEqual(['A', 'b']);
  const { nextLink = '' } = first.body as { nextLink?: string };
  expect(nextLink).toBe(
    `https://management.azure.com${inGroup}?api-version=2016-06-01&skiptoken=${Buffer.from(customApi('b').toLowerCase()).toString('base64url')}`,
  );
  const second = ask(`GET ${nextLink}`);
  expect(valueOf(second)).toEqual(['c']);
  expect(Object.keys(second.body as object)).toEqual(['value']);
  expect(valueOf(ask(`GET ${inGroup}?$top=3`))).toEqual(['A', 'b', 'c']);
  expect(valueOf(ask(`GET /subscriptions/${subscription}/providers/Microsoft.Web/customApis?$top=9`))).toEqual([
    'd',
    'A',
    'b',
    'c',
  ]);
});

describe('a connection', () => {
  const link = connection('c');
  const ready = (settings: Partial<EmulatorSettings> = {}) => {
    const made = emulator(settings);
    made.ask(`PUT ${id}`, customApiBody());
    return made;
  };

  test('is 201, then 200; shows what is no secret; and its key is nowhere in the state', () => {
    const { ask, state } = ready();
    const first = ask(`PUT ${link}`, connectionBody({ displayName: 'Things' }));
    expect(first.status).toBe(201);
    const { name: _n, ...api } = {
      name: '',
      displayName: 'things',
      iconUri: expect.any(String),
      description: expect.stringMatching(/^[0-9a-f]{32}$/),
      id,
      type: 'Microsoft.Web/customApis',
    };
    expect(first.body).toEqual({
      properties: {
        displayName: 'Things',
        statuses: [{ status: 'Connected' }],
        customParameterValues: {},
        nonSecretParameterValues: { region: 'eu' },
        createdTime: '2026-11-22T12:00:00.500Z',
        changedTime: '2026-11-22T12:00:00.500Z',
        api: { name: 'things', ...api },
        testLinks: [],
      },
      id: link,
      name: 'c',
      type: 'Microsoft.Web/connections',
      location: 'westeurope',
    });
    expect(ask(`PUT ${link}`, connectionBody()).status).toBe(200);
    expect(
      ask(`PATCH ${link}`, {
        tags: { t: '1' },
        properties: { displayName: 'N', parameterValues: { api_key: 'canary2' } },
      }).body,
    ).toMatchObject({
      tags: { t: '1' },
      properties: { displayName: 'N' },
    });
    expect(JSON.stringify([state(), ask(`GET ${link}`)])).not.toMatch(/canary/);
    expect([1, 2].map(() => ask(`DELETE ${link}`).status)).toEqual([200, 204]);
  });

  test.each([
    ['without a key it is not authenticated', { parameterValues: undefined }, 'Error'],
    ['nor with an empty one', { parameterValues: {} }, 'Error'],
    [
      'what it asks for and does not need is not missed',
      { api: { id: customApi('lenient') }, parameterValues: undefined },
      'Connected',
    ],
    ['with a managed identity it is', { parameterValues: undefined, parameterValueType: 'Alternative' }, 'Connected'],
  ])('%s', (_name, more, want) => {
    const { ask } = ready();
    const parameter = { type: 'securestring', uiDefinition: { constraints: { required: 'false' } } };
    ask(`PUT ${customApi('lenient')}`, customApiBody({ connectionParameters: { api_key: parameter } }));
    const { properties } = ask(`PUT ${link}`, connectionBody(more)).body as {
      properties: { statuses: { status: string }[] };
    };
    expect(properties.statuses.map(({ status }) => status)).toEqual([want]);
  });

  test('of kind V2 says where it is called', () => {
    const { ask } = ready();
    const { properties } = ask(`PUT ${link}`, { ...connectionBody(), kind: 'V2' }).body as {
      properties: { connectionRuntimeUrl: string };
    };
    expect(properties.connectionRuntimeUrl).toMatch(
      /^https:\/\/logic-apis-westeurope\.azure-apim\.net\/apim\/[0-9a-f]{32}\/[0-9a-f]{32}$/,
    );
  });

  test('to a connector of Microsoft signs in', () => {
    const { ask } = ready();
    const api = {
      id: `/subscriptions/${subscription}/providers/Microsoft.Web/locations/westeurope/managedApis/azuresentinel`,
    };
    const body = ask(`PUT ${link}`, connectionBody({ api, parameterValues: undefined })).body;
    expect(body).toMatchObject({
      properties: {
        api: {
          ...api,
          name: 'azuresentinel',
          displayName: 'Microsoft Sentinel',
          type: 'Microsoft.Web/locations/managedApis',
        },
      },
    });
    const links = ask(`POST ${link}/listConsentLinks`, {
      parameters: [{ parameterName: 'token', redirectUrl: 'https://a/b' }],
    });
    expect(links.body).toEqual({
      value: [
        {
          link: expect.stringMatching(
            /^https:\/\/management\.azure\.com\/consent\/[0-9a-f]{32}\?redirect=https%3A%2F%2Fa%2Fb$/,
          ),
          status: 'Unauthenticated',
        },
      ],
    });
  });

  test.each([
    ["Location eq 'westeurope' and ManagedApiName eq 'azuresentinel' and Kind eq 'V1'", ['s']],
    ["properties/integrationServiceEnvironmentResourceId eq null and Kind eq 'V1'", ['c', 's']],
    ["Kind eq 'V2'", []],
  ])('lists by %s', (filter, want) => {
    const { ask } = ready();
    const api = {
      id: `/subscriptions/${subscription}/providers/Microsoft.Web/locations/westeurope/managedApis/azuresentinel`,
    };
    ask(`PUT ${link}`, connectionBody());
    ask(`PUT ${connection('s')}`, connectionBody({ api }));
    expect(
      valueOf(
        ask(
          `GET ${group}/providers/Microsoft.Web/connections?$filter=${encodeURIComponent(filter)}&api-version=2018-07-01-preview`,
        ),
      ),
    ).toEqual(want);
  });
});

test('resource groups: made as they are named, with the region of what named them; deleted with all that is in them', () => {
  const { ask, raw } = emulator();
  ask(`PUT ${id}`, { ...customApiBody(), location: 'northeurope' });
  expect(ask(`GET ${groupUrl('RG')}`).body).toEqual({
    id: group,
    name: 'rg',
    type: 'Microsoft.Resources/resourceGroups',
    location: 'northeurope',
    properties: { provisioningState: 'Succeeded' },
  });
  expect(ask(`PUT ${groupUrl('new')}`, { location: 'westus', tags: { a: 'b' } }).status).toBe(201);
  expect(valueOf(ask(`GET /subscriptions/${subscription}/resourceGroups?api-version=2021-04-01`))).toEqual([
    'new',
    'rg',
  ]);
  expect(
    ask(
      `GET ${group}/resources?api-version=2021-04-01&$filter=${encodeURIComponent("resourceType eq 'Microsoft.Web/customApis'")}`,
    ).body,
  ).toEqual({
    value: [{ id, name: 'things', type: 'Microsoft.Web/customApis', location: 'northeurope' }],
  });
  const head = (url: string) => raw({ method: 'HEAD', url }).response;
  expect(head(`${id}?api-version=2016-06-01`)).toMatchObject({ status: 204, body: '' });
  expect(ask(`DELETE ${groupUrl('rg')}`).status).toBe(200);
  expect(head(groupUrl('rg'))).toMatchObject({ status: 404, body: '' });
  expect(verdict(ask(`GET ${id}`))).toBe('404 ResourceGroupNotFound');
  expect(valueOf(ask(`GET /subscriptions/${subscription}/resourceGroups?api-version=2021-04-01`))).toEqual(['new']);
  expect(ask(`PUT ${id}`, customApiBody()).status).toBe(200);
});

test('subscriptions, their regions, and providers that are registered or not', () => {
  const { ask } = emulator();
  ask(`PUT ${id}`, customApiBody());
  const version = 'api-version=2022-12-01';
  const one = {
    id: `/subscriptions/${subscription}`,
    subscriptionId: subscription,
    tenantId: expect.any(String),
    displayName: 'Emulated subscription',
    state: 'Enabled',
  };
  expect(ask(`GET /subscriptions?${version}`).body).toEqual({ value: [one] });
  expect(ask(`GET /subscriptions/${subscription}?${version}`).body).toEqual(one);
  expect(valueOf(ask(`GET /subscriptions/${subscription}/locations?${version}`))).toContain('westeurope');
  const provider = (line: string) => {
    const body = ask(`${line}?api-version=2021-04-01`).body as {
      namespace: string;
      registrationState: string;
      resourceTypes: { resourceType: string }[];
    };
    return [body.namespace, body.registrationState, body.resourceTypes.map(({ resourceType }) => resourceType)];
  };
  const types = [
    'customApis',
    'locations/listWsdlInterfaces',
    'locations/extractApiDefinitionFromWsdl',
    'connections',
    'locations/managedApis',
  ];
  const at = `/subscriptions/${subscription}/providers/microsoft.web`;
  expect(provider(`GET ${at}`)).toEqual(['Microsoft.Web', 'Registered', types]);
  expect(provider(`POST ${at}/unregister`)).toEqual(['Microsoft.Web', 'NotRegistered', types]);
  expect(verdict(ask(`PUT ${customApi('b')}`, customApiBody()))).toBe('409 MissingSubscriptionRegistration');
  expect(ask(`GET ${id}`).status).toBe(200);
  expect(provider(`POST ${at}/register`)).toEqual(['Microsoft.Web', 'Registered', types]);
  expect(ask(`PUT ${customApi('b')}`, customApiBody()).status).toBe(200);
});

test('workflows: their connections are kept, their secure parameters are not', () => {
  const { ask, state, wait } = emulator();
  const workflow = `${group}/providers/Microsoft.Logic/workflows/w`;
  const version = 'api-version=2019-05-01';
  const definition = { parameters: { $connections: { type: 'Object' }, key: { type: 'SecureString' } }, actions: {} };
  const connections = { value: { things: { connectionId: connection('c'), id } } };
  ask(`PUT ${id}`, customApiBody());
  ask(`PUT ${connection('c')}`, connectionBody());
  const body = {
    location: 'westeurope',
    identity: { type: 'SystemAssigned' },
    properties: { definition, parameters: { $connections: connections, key: { value: 'canary' } } },
  };
  const made = ask(`PUT ${workflow}?${version}`, body);
  expect(made.status).toBe(201);
  expect(made.body).toEqual({
    properties: {
      provisioningState: 'Succeeded',
      createdTime: '2026-11-22T12:00:00.500Z',
      changedTime: '2026-11-22T12:00:00.500Z',
      state: 'Enabled',
      version: expect.stringMatching(/^\d{20}$/),
      accessEndpoint: expect.stringMatching(
        /^https:\/\/prod-00\.westeurope\.logic\.azure\.com:443\/workflows\/[0-9a-f]{32}$/,
      ),
      definition,
      parameters: { $connections: connections },
    },
    id: workflow,
    name: 'w',
    type: 'Microsoft.Logic/workflows',
    location: 'westeurope',
    identity: { type: 'SystemAssigned', principalId: expect.any(String), tenantId: expect.any(String) },
  });
  expect(JSON.stringify(state())).not.toMatch(/canary/);
  wait(1000);
  expect(ask(`POST ${workflow}/disable?${version}`).status).toBe(200);
  expect(ask(`GET ${workflow}?${version}`).body).toMatchObject({
    properties: { state: 'Disabled', changedTime: new Date(noon + 1000).toISOString() },
  });
  expect(valueOf(ask(`GET /subscriptions/${subscription}/providers/Microsoft.Logic/workflows?${version}`))).toEqual([
    'w',
  ]);
  expect(ask(`PUT ${workflow}?${version}`, body).status).toBe(200);
  expect([1, 2].map(() => ask(`DELETE ${workflow}?${version}`).status)).toEqual([200, 204]);
});

test('role assignments and locks stand on scopes', () => {
  const { ask } = emulator();
  ask(`PUT ${id}`, customApiBody());
  const roles = '/providers/Microsoft.Authorization/roleAssignments';
  const version = 'api-version=2022-04-01';
  const roleDefinitionId = `/providers/Microsoft.Authorization/roleDefinitions/${guid(9)}`;
  const properties = { roleDefinitionId, principalId: guid(3), principalType: 'User' };
  const [one, two] = [guid(1), guid(2)];
  const made = ask(`PUT ${group}${roles}/${one}?${version}`, { properties });
  expect([made.status, made.body]).toEqual([
    201,
    {
      properties: { ...properties, scope: group },
      id: `${group}${roles}/${one}`,
      name: one,
      type: 'Microsoft.Authorization/roleAssignments',
    },
  ]);
  expect(ask(`PUT ${group}${roles}/${one}?${version}`, { properties }).status).toBe(200);
  ask(`PUT ${id}${roles}/${two}?${version}`, { properties: { roleDefinitionId, principalId: guid(4) } });
  const listed = (scope: string, filter = '') =>
    valueOf(ask(`GET ${scope}${roles}?${version}${filter && `&$filter=${encodeURIComponent(filter)}`}`));
  expect(listed(id)).toEqual([one, two]);
  expect(listed(id, `principalId eq '${guid(3).toUpperCase()}'`)).toEqual([one]);
  expect(listed(group)).toEqual([one, two]);
  expect(listed(group, 'atScope()')).toEqual([one]);
  const lock = `${group}/providers/Microsoft.Authorization/locks/l?api-version=2016-09-01`;
  expect(ask(`PUT ${lock}`, { properties: { level: 'ReadOnly', notes: 'N' } }).status).toBe(201);
  expect(verdict(ask(`PATCH ${id}`, { tags: {} }))).toBe('409 ScopeLocked');
  const soft = `${group}/providers/Microsoft.Authorization/locks/s?api-version=2016-09-01`;
  expect(ask(`PUT ${soft}`, { properties: { level: 'CanNotDelete' } }).status).toBe(201);
  expect(ask(`GET ${id}`).status).toBe(200);
  expect([1, 2].map(() => ask(`DELETE ${lock}`).status)).toEqual([200, 204]);
  // a lock against deletion is none against change
  expect(ask(`PATCH ${id}`, { tags: {} }).status).toBe(200);
  expect(verdict(ask(`DELETE ${id}`))).toBe('409 ScopeLocked');
});

const tagsOf = (scope: string) => `${scope}/providers/Microsoft.Resources/tags/default?api-version=2021-04-01`;

test.each([
  ['a group', group],
  ['a resource', id],
])('the tags of %s can be asked for and changed by themselves', (_, scope) => {
  const { ask } = emulator();
  ask(`PUT ${group}?api-version=2021-04-01`, { location: 'westeurope' });
  ask(`PUT ${id}`, customApiBody());
  const tags = (line: string, body?: object) => (ask(line, body).body as { properties: object }).properties;
  const change = (operation: string, given: object) =>
    tags(`PATCH ${tagsOf(scope)}`, { operation, properties: { tags: given } });
  expect(tags(`GET ${tagsOf(scope)}`)).toEqual({ tags: {} });
  expect(tags(`PUT ${tagsOf(scope)}`, { properties: { tags: { a: '1', b: '2' } } })).toEqual({
    tags: { a: '1', b: '2' },
  });
  expect(change('Merge', { b: '3', c: '4' })).toEqual({ tags: { a: '1', b: '3', c: '4' } });
  expect(change('Delete', { a: '1', c: 'other' })).toEqual({ tags: { b: '3', c: '4' } });
  expect(change('replace', { d: '5' })).toEqual({ tags: { d: '5' } });
  const version = scope === group ? '2021-04-01' : '2016-06-01';
  expect(ask(`GET ${scope}?api-version=${version}`).body).toMatchObject({ tags: { d: '5' } });
  expect(ask(`DELETE ${tagsOf(scope)}`).status).toBe(200);
  expect(tags(`GET ${tagsOf(scope)}`)).toEqual({ tags: {} });
});

test.each<readonly [line: string, body: object | undefined, want: string]>([
  [`GET ${tagsOf(customApi('none'))}`, undefined, '404 ResourceNotFound'],
  [`PUT ${tagsOf(customApi('none'))}`, { properties: { tags: {} } }, '404 ResourceNotFound'],
  [`DELETE ${tagsOf(customApi('none'))}`, undefined, '404 ResourceNotFound'],
  [`PATCH ${tagsOf(id)}`, { operation: 'Add', properties: { tags: {} } }, '400 InvalidRequestContent'],
  [`PATCH ${tagsOf(id)}`, { operation: 'Merge', properties: [] }, '400 InvalidRequestContent'],
  [`PUT ${tagsOf(id)}`, { properties: { tags: { a: 1 } } }, '400 InvalidRequestContent'],
])('%s with %j is refused: %s', (line, body, want) => {
  const { ask } = emulator();
  ask(`PUT ${id}`, customApiBody());
  expect(verdict(ask(line, body))).toBe(want);
});

test('a PATCH of a group replaces its tags, and nothing else', () => {
  const { ask } = emulator();
  const at = `${group}?api-version=2021-04-01`;
  expect(verdict(ask(`PATCH ${group}x?api-version=2021-04-01`, {}))).toBe('200');
  ask(`PUT ${at}`, { location: 'westus', tags: { a: '1' } });
  expect(ask(`PATCH ${at}`, { tags: { b: '2' } }).body).toMatchObject({ location: 'westus', tags: { b: '2' } });
  expect(ask(`PATCH ${at}`, {}).body).toMatchObject({ tags: { b: '2' } });
  expect(verdict(ask(`PATCH ${at}`, { tags: 1 }))).toBe('400 InvalidRequestContent');
  ask(`DELETE ${at}`);
  expect(verdict(ask(`PATCH ${at}`, {}))).toBe('404 ResourceGroupNotFound');
});

test('what could not be read again where it is kept is refused', () => {
  const { ask, restart } = emulator();
  const nested = (levels: number) => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`);
  const workflow = `PUT ${group}/providers/Microsoft.Logic/workflows/w?api-version=2019-05-01`;
  const body = (levels: number) => ({ location: 'westeurope', properties: { definition: nested(levels) } });
  expect(verdict(ask(workflow, body(189)))).toBe('400 InvalidRequestContent');
  expect(verdict(ask(workflow, body(188)))).toBe('201');
  restart();
  expect(verdict(ask(workflow, body(188)))).toBe('200');
});

test.each([
  ['http://127.0.0.1:1', 'https://127.0.0.1:2', ['https://127.0.0.1:2', 'http://127.0.0.1:1']],
  ['https://127.0.0.1:2', 'http://127.0.0.1:1', ['https://127.0.0.1:2', 'http://127.0.0.1:1']],
])('the gateway is at both addresses, the one with TLS first: asked at %s', (origin, twin, want) => {
  const { ask } = emulator({}, { origin, twin });
  ask(`PUT ${id}`, customApiBody());
  const { runtimeUrls } = (ask(`GET ${id}`).body as { properties: { runtimeUrls: string[] } }).properties;
  expect(runtimeUrls.map((url) => new URL(url).origin)).toEqual(want);
});
