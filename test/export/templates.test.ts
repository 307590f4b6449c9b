import type { Json } from '../../src/core/json.js';
import { exportConnector, type ExportFormat } from '../../src/export/formats.js';
import { exported, type ExportRequest } from '../../src/export/exported.js';
import { stackFiles } from '../../src/export/stack.js';
import type { Connector } from '../../src/definition/connector.js';
import { connectorWith, faultOf } from '../azure/azure.js';
import { wantedOf } from './connectors.js';

const plain = connectorWith();
const prefixed = connectorWith({ prefix: 'Bearer ' });
const withForm = (connectionParameters: object): Connector => connectorWith({ properties: { connectionParameters } });
const open = (contract: object, definition: object = {}): Connector => ({
  ...plain,
  definition: { ...plain.definition, ...definition },
  contract: { ...plain.contract, openHost: true, ...contract },
});

function fileOf(
  format: ExportFormat,
  path: string,
  connector: Connector,
  more: Omit<ExportRequest, 'wanted'> = {},
): string {
  const found = exportConnector(format, { wanted: wantedOf(connector), ...more }).find((one) => one.path === path);
  if (found === undefined) throw new Error(`no ${path}`);
  return found.text;
}
const json = (...of: Parameters<typeof fileOf>) => JSON.parse(fileOf(...of));
const template = (connector: Connector, more: Omit<ExportRequest, 'wanted'> = {}) =>
  json('arm', 'azuredeploy.json', connector, more);

test.each<[ExportFormat, readonly string[]]>([
  ['arm', ['azuredeploy.json', 'azuredeploy.parameters.json +', 'README.md']],
  [
    'bicep',
    [
      'main.bicep',
      'connector.bicep',
      'main.bicepparam +',
      'apiDefinition.swagger.json',
      'apiProperties.json',
      'contract.json',
      'icon.txt',
      'README.md',
    ],
  ],
  [
    'terraform',
    [
      'versions.tf',
      'variables.tf',
      'main.tf',
      'outputs.tf',
      'terraform.tfvars +',
      'apiDefinition.swagger.json',
      'apiProperties.json',
      'contract.json',
      'icon.txt',
      'README.md',
    ],
  ],
  ['stack', ['stack.json', 'stack.parameters.json +', 'README.md']],
  ['paconn', ['apiDefinition.swagger.json', 'apiProperties.json', 'icon.png', 'settings.json +', 'README.md']],
  ['postman', ['things.postman_collection.json', 'things.postman_environment.json +']],
])('%s has these files (+: to be filled in), the same each time', (format, files) => {
  const request = { wanted: { ...wantedOf(plain), iconUri: 'data:image/png;base64,AAAA' } };
  const made = exportConnector(format, request);
  expect(made.map(({ path, isYours }) => path + (isYours ? ' +' : ''))).toEqual(files);
  expect(exportConnector(format, request)).toEqual(made);
});

describe('what a template asks for', () => {
  const key = { type: 'securestring', metadata: { description: 'The key.' } };
  const asked = (connector: Connector): Json =>
    Object.fromEntries(
      Object.entries(
        template(connector).parameters as Readonly<Record<string, { defaultValue?: Json; type: string }>>,
      ).map(([name, { type, defaultValue = '' }]) => [
        name,
        defaultValue === '' ? type : `${type} = ${String(defaultValue)}`,
      ]),
    );
  const own = {
    CustomConnectorName: 'string = things',
    ConnectionName: "string = [parameters('CustomConnectorName')]",
    Location: 'string = [resourceGroup().location]',
  };

  test('a secret has no default', () => {
    expect(template(plain).parameters.ApiKey).toEqual(key);
  });

  test.each<[string, Connector, object]>([
    ['a host for everybody', plain, { ApiKey: 'securestring' }],
    ['a resource of the customer', open({}), { ResourceName: 'string', ApiKey: 'securestring' }],
    [
      'a server of the customer',
      open({ openBasePath: true }),
      { ServiceHost: 'string', ServiceBasePath: 'string = /v1', ApiKey: 'securestring' },
    ],
    [
      'a host without a place for a resource',
      open({}, { host: 'localhost' }),
      { ServiceHost: 'string', ServiceBasePath: 'string = /v1', ApiKey: 'securestring' },
    ],
    [
      'names that are taken, or alike',
      withForm({
        location: { type: 'string' },
        'api-key': { type: 'securestring' },
        apiKey: { type: 'securestring' },
        '1 é': { type: 'int', defaultValue: 7 },
        'is on?': { type: 'bool' },
      }),
      { Location2: 'string', ApiKey: 'securestring', ApiKey2: 'securestring', Value1: 'int = 7', IsOn: 'bool' },
    ],
    [
      'what may be left out, and what a person does',
      withForm({
        region: {
          type: 'string',
          uiDefinition: { displayName: 'R', description: 'R', constraints: { required: 'false' } },
        },
        zone: {
          type: 'string',
          uiDefinition: { displayName: 'Z', description: 'Z', constraints: { required: 'false', default: '[a]' } },
        },
        gateway: { type: 'gatewaySetting' },
        token: { type: 'oauthSetting', uiDefinition: { displayName: 'Sign in', description: 'x' } },
      }),
      { Zone: 'string = [[a]' },
    ],
    ['no form at all', { ...plain, properties: { properties: {} } }, {}],
  ])('%s', (_name, connector, more) => {
    expect(asked(connector)).toEqual({ ...own, ...more });
  });
});

test('what a person does is told', () => {
  const { metadata } = template(
    withForm({ token: { type: 'oauthSetting', uiDefinition: { displayName: 'Sign in', description: 'x' } } }),
  );
  expect(metadata.postDeployment[0]).toBe(
    'Open the connection in the portal ("Edit API connection"), fill in "Sign in", authorize it, and save it.',
  );
});

describe('metadata and README of arm', () => {
  test('the time of an update is there where it is given', () => {
    expect([
      template(plain).metadata.lastUpdateTime,
      template(plain, { updated: '2026-11-22T00:00:00Z' }).metadata.lastUpdateTime,
    ]).toEqual([undefined, '2026-11-22T00:00:00Z']);
  });

  test('the buttons name the template', () => {
    const readme = fileOf('arm', 'README.md', plain, { repository: 'https://files.contoso.com/a b/' });
    const buttons = [...readme.matchAll(/\]\((https:\/\/portal[^)]*)\)/g)].map(([, url]) => url);
    const name = encodeURIComponent('https://files.contoso.com/a b/azuredeploy.json');
    expect(buttons).toEqual([
      `https://portal.azure.com/#create/Microsoft.Template/uri/${name}`,
      `https://portal.azure.us/#create/Microsoft.Template/uri/${name}`,
    ]);
  });

  test('a text of the connector is no markup', () => {
    const evil = connectorWith({ swagger: { info: { title: '<img>\n# x', description: '[a](b) `c`', version: '1' } } });
    expect(fileOf('arm', 'README.md', evil).split('\n').slice(2, 5)).toEqual([
      '# \\<img\\> \\# x',
      '',
      '\\[a\\](b) \\`c\\`',
    ]);
  });
});

test('a name that no resource can have becomes one that can', () => {
  const named = (name: string) => template({ ...plain, name }).parameters.CustomConnectorName.defaultValue;
  expect(['Plumsail HelpDesk', '-a-', '„“', 'a'.repeat(100), '(x).'].map(named)).toEqual([
    'Plumsail-HelpDesk',
    'a',
    'connector',
    'a'.repeat(79),
    'x)',
  ]);
});

test('a template that Azure would not take is refused', async () => {
  const wanted = { ...wantedOf(plain), iconUri: `data:image/png;base64,${'A'.repeat(4_194_304)}` };
  const refused = async (format: ExportFormat) =>
    (await faultOf(Promise.resolve().then(() => exportConnector(format, { wanted }))))[1];
  expect([await refused('arm'), await refused('bicep')]).toEqual([
    expect.stringMatching(/^The template has 419\d{4} bytes, at most 4194304 are allowed\.$/),
    'icon.txt has 4194326 characters, at most 131072 can be loaded by Bicep.',
  ]);
});

test('a stack of more targets than Azure takes is refused', async () => {
  const one = { resourceGroup: 'g', location: 'l', connectorName: 'c', connectionName: 'c', secrets: {} };
  const made = (count: number) =>
    Promise.resolve().then(() =>
      stackFiles(
        exported({ wanted: wantedOf(plain) }),
        Array.from({ length: count }, () => one),
      ),
    );
  expect((await made(400)).length).toBe(3);
  expect(await faultOf(made(4000))).toEqual([
    'called-wrongly',
    expect.stringMatching(/^The template, deployed 4000 times, has \d+ bytes, at most 4194304 are allowed\.$/),
    'Split the targets into several stacks.',
  ]);
});

describe('paconn', () => {
  const properties = (connector: Connector) => json('paconn', 'apiProperties.json', connector).properties;

  test('a policy puts the prefix before a bare key, and the form asks for no more', () => {
    const { policyTemplateInstances, connectionParameters } = properties(prefixed);
    expect(policyTemplateInstances).toEqual([
      {
        templateId: 'setheader',
        title: 'Put Bearer before the key',
        parameters: {
          'x-ms-apimTemplateParameter.name': 'Authorization',
          'x-ms-apimTemplateParameter.value': "Bearer @connectionParameters('api_key')",
          'x-ms-apimTemplateParameter.existsAction': 'override',
          'x-ms-apimTemplate-policySection': 'Request',
        },
      },
    ]);
    expect(connectionParameters.api_key.uiDefinition).toEqual({
      displayName: 'API key',
      description: 'The key alone: the connector puts Bearer before it.',
      tooltip: 'The key alone, without Bearer.',
    });
  });

  test('without a prefix nothing is changed', () => {
    expect(properties(plain)).toEqual(plain.properties.properties);
  });

  test('an icon is a file of its own', () => {
    const made = (iconUri: string) => exportConnector('paconn', { wanted: { ...wantedOf(plain), iconUri } });
    const [icon] = made('data:image/png;base64,AAAA').filter(({ path }) => path === 'icon.png');
    expect(icon).toEqual({ path: 'icon.png', text: '', bytes: Buffer.from([0, 0, 0]) });
    expect(made('https://contoso.com/icon.png').some(({ path }) => path === 'icon.png')).toBe(false);
  });

  test('an open host has no place there', async () => {
    const made = Promise.resolve().then(() => exportConnector('paconn', { wanted: wantedOf(open({})) }));
    expect((await faultOf(made))[2]).toBe('Name the resource with --resource, or the address with --endpoint.');
  });
});

describe('what is to be filled in', () => {
  const yours = open({});
  const vault =
    '/subscriptions/<subscription>/resourceGroups/<resource group>/providers/Microsoft.KeyVault/vaults/<vault>';
  const secretName = '<the name of the secret>';

  test('arm', () => {
    expect(json('arm', 'azuredeploy.parameters.json', yours).parameters).toEqual({
      CustomConnectorName: { value: 'things' },
      ResourceName: { value: '<the name of your resource>' },
      ApiKey: { reference: { keyVault: { id: vault }, secretName } },
    });
  });

  test('stack', () => {
    expect(json('stack', 'stack.parameters.json', yours).parameters.Targets.value).toEqual([
      {
        resourceGroup: '<the resource group>',
        location: '<the region of its playbooks>',
        connectorName: 'things',
        connectionName: 'things',
        resourceName: '<the name of the resource>',
        secrets: { ApiKey: { keyVaultId: vault, secretName } },
        values: {},
      },
    ]);
  });

  test('bicep', () => {
    expect(fileOf('bicep', 'main.bicepparam', yours).split('\n')).toEqual([
      "using './main.bicep'",
      '',
      '// Fill in what stands between < and >.',
      "param connectorName = 'things'",
      "param resourceName = '<the name of your resource>'",
      "param apiKey = az.getSecret('<subscription>', '<resource group>', '<vault>', '<the name of the secret>')",
      '',
    ]);
  });

  test('terraform', () => {
    expect(fileOf('terraform', 'terraform.tfvars', yours).split('\n')).toEqual([
      '# Fill in what stands between < and >.',
      '# api_key is no value for a file: set TF_VAR_api_key.',
      '',
      'resource_group_id = "/subscriptions/<subscription>/resourceGroups/<resource group>"',
      'location          = "<the region>"',
      'resource_name     = "<the name of your resource>"',
      '',
    ]);
  });

  test('postman', () => {
    expect(json('postman', 'things.postman_environment.json', yours)).toEqual({
      name: 'T',
      values: [
        { key: 'baseUrl', value: 'https://api.contoso.com/v1', type: 'default', enabled: true },
        { key: 'apiKey', value: '', type: 'secret', enabled: true },
      ],
      _postman_variable_scope: 'environment',
    });
  });
});

describe('how a collection proves who calls', () => {
  const auth = (securityDefinitions: object) =>
    json('postman', 'things.postman_collection.json', connectorWith({ swagger: { securityDefinitions } })).auth;
  const string = (values: readonly (readonly [string, string])[]) =>
    values.map(([key, value]) => ({ key, value, type: 'string' }));

  test.each<[string, object, object]>([
    ['nothing', {}, { type: 'noauth' }],
    [
      'a header',
      { a: { type: 'apiKey', in: 'header', name: 'X-Key' } },
      {
        type: 'apikey',
        apikey: string([
          ['key', 'X-Key'],
          ['value', '{{apiKey}}'],
          ['in', 'header'],
        ]),
      },
    ],
    [
      'a query',
      { a: { type: 'apiKey', in: 'query', name: 'k' } },
      {
        type: 'apikey',
        apikey: string([
          ['key', 'k'],
          ['value', '{{apiKey}}'],
          ['in', 'query'],
        ]),
      },
    ],
    [
      'a person',
      { a: { type: 'basic' } },
      {
        type: 'basic',
        basic: string([
          ['username', '{{username}}'],
          ['password', '{{password}}'],
        ]),
      },
    ],
    [
      'a sign-in',
      {
        a: {
          type: 'oauth2',
          flow: 'accessCode',
          authorizationUrl: 'https://a',
          tokenUrl: 'https://t',
          scopes: { x: '', y: '' },
        },
      },
      {
        type: 'oauth2',
        oauth2: string([
          ['addTokenTo', 'header'],
          ['grant_type', 'authorization_code'],
          ['authUrl', 'https://a'],
          ['accessTokenUrl', 'https://t'],
          ['scope', 'x y'],
          ['clientId', '{{clientId}}'],
          ['clientSecret', '{{clientSecret}}'],
        ]),
      },
    ],
  ])('%s', (_name, securityDefinitions, want) => {
    expect(auth(securityDefinitions)).toEqual(want);
  });

  test('a bearer', () => {
    expect(json('postman', 'things.postman_collection.json', prefixed).auth).toEqual({
      type: 'bearer',
      bearer: string([['token', '{{apiKey}}']]),
    });
  });
});

test('the module of bicep', () => {
  const wanted = {
    ...wantedOf(open({}, { info: { title: "it's ${a}", version: '1' } })),
    tags: { 'cost center': '4' },
  };
  const module = exportConnector('bicep', { wanted }).find(({ path }) => path === 'connector.bicep');
  expect(module?.text.split('\n')).toEqual([
    '// Generated by connector-kit. Export again instead of editing.',
    'param connectorName string',
    'param connectionName string',
    'param location string',
    'param resourceName string',
    '@secure()',
    'param apiKey string',
    '',
    "var definition = loadJsonContent('apiDefinition.swagger.json')",
    "var form = loadJsonContent('apiProperties.json').properties",
    '',
    "resource connector 'Microsoft.Web/customApis@2016-06-01' = {",
    '  name: connectorName',
    '  location: location',
    '  tags: {',
    "    'cost center': '4'",
    "    'connector-kit-api-version': '2024-10-21'",
    "    'connector-kit-version': '1.2.3'",
    '  }',
    '  properties: {',
    "    displayName: 'it\\'s \\${a}'",
    "    brandColor: '#0078d4'",
    "    apiType: 'Rest'",
    '    capabilities: []',
    "    backendService: { serviceUrl: 'https://${toLower(resourceName)}.contoso.com/v1' }",
    '    connectionParameters: any(form.connectionParameters)',
    "    swagger: union(definition, { host: '${toLower(resourceName)}.contoso.com' })",
    '  }',
    '}',
    '',
    "resource connection 'Microsoft.Web/connections@2016-06-01' = {",
    '  name: connectionName',
    '  location: location',
    '  tags: {',
    "    'cost center': '4'",
    "    'connector-kit-connector': connectorName",
    '  }',
    '  properties: {',
    '    displayName: connectionName',
    '    api: { id: connector.id }',
    '    parameterValues: {',
    '      api_key: trim(apiKey)',
    '    }',
    '  }',
    '}',
    '',
    'output connectorId string = connector.id',
    'output connectionId string = connection.id',
    '',
  ]);
});

test('a request of a collection', () => {
  const { item } = json('postman', 'things.postman_collection.json', plain);
  expect(item.map(({ name, request }: { name: string; request: object }) => [name, request])).toEqual([
    [
      'Make',
      {
        method: 'POST',
        header: [{ key: 'Content-Type', value: 'application/json' }],
        body: { mode: 'raw', raw: '{}', options: { raw: { language: 'json' } } },
        url: {
          raw: '{{baseUrl}}/things/:id?v=2',
          host: ['{{baseUrl}}'],
          path: ['things', ':id'],
          query: [{ key: 'v', value: '2' }],
          variable: [{ key: 'id', value: 'id' }],
        },
      },
    ],
    [
      'List',
      { method: 'GET', header: [], url: { raw: '{{baseUrl}}/things', host: ['{{baseUrl}}'], path: ['things'] } },
    ],
  ]);
});
