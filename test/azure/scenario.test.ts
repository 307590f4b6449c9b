import { Secret } from '../../src/core/secret.js';
import type { JsonObject } from '../../src/core/json.js';
import { writeConnector } from '../../src/definition/write.js';
import { armClient } from '../../src/azure/client.js';
import { clouds } from '../../src/azure/cloud.js';
import { connect } from '../../src/azure/connect.js';
import { findDrift } from '../../src/azure/drift.js';
import { planPublish, type Plan } from '../../src/azure/plan.js';
import { publish, type Replaced } from '../../src/azure/publish.js';
import { pull } from '../../src/azure/pull.js';
import { planUnpublish, unpublish } from '../../src/azure/unpublish.js';
import type { EmulatorSettings } from '../../src/emulator/state.js';
import { connection, customApi, group, subscription, swagger } from '../emulator/ask.js';
import { azure, canary, connectorWith, faultOf, target } from './azure.js';

const id = customApi('things');
const first = { connector: connectorWith(), version: '1.0.0', tags: { owner: 'soc' } };
const info = { title: 'T', version: '2', description: 'Things, and more things than there were before.' };
const second = { ...first, connector: connectorWith({ swagger: { info } }) };
const { '/things': _gone, ...without } = swagger.paths;
const breaking = { ...first, connector: connectorWith({ swagger: { paths: without } }) };
const key = new Secret(canary);

const shown = ({ steps, changes, breaking: breaks, unknown, obstacles }: Plan) => ({
  steps: steps.map(({ action, why }) => `${action}: ${why}`),
  changes: changes.map(({ code, pointer }) => `${code} ${pointer}`),
  breaks,
  unknown: unknown.map(({ code }) => code),
  obstacles: obstacles.map(({ code }) => code),
});
const clean = { changes: [], breaks: false, unknown: [], obstacles: [] };

const workflow = (path: string) => ({
  location: 'westeurope',
  properties: {
    definition: {
      $schema:
        'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#',
      triggers: {},
      actions: {
        Ask: {
          type: 'ApiConnection',
          inputs: {
            host: { connection: { name: "@parameters('$connections')['t']['connectionId']" } },
            method: 'get',
            path,
          },
        },
      },
    },
    parameters: { $connections: { value: { t: { id, connectionId: connection('mine'), connectionName: 'mine' } } } },
  },
});
const workflowId = `${group}/providers/Microsoft.Logic/workflows/play`;

test('the whole way: publish, plan, publish, drift, pull, unpublish', async () => {
  const { client, ask, restart, changed, state } = azure();
  const request = { wanted: first, target, connection: 'mine' };

  // made
  const plan = await planPublish(client, request);
  expect(shown(plan)).toEqual({ ...clean, steps: ['create: it is not there', 'create: it is not there'] });
  expect(changed()).toEqual([]);
  const done = await publish(client, plan, { key });
  expect([done.steps.map(({ result }) => result), done.differs, done.unknown]).toEqual([['done', 'done'], [], []]);
  expect(changed()).toEqual(['PUT customApis/things', 'PUT connections/mine']);
  expect(ask(`GET ${id}`)['tags']).toEqual({
    owner: 'soc',
    'connector-kit-hash': done.published[0]?.hash,
    'connector-kit-api-version': '2024-10-21',
    'connector-kit-version': '1.0.0',
  });

  // again: nothing is sent
  restart();
  const same = await planPublish(client, request);
  expect(shown(same).steps).toEqual(['none: nothing differs', 'none: it is there; publishing never touches its key']);
  expect((await publish(client, same)).published).toEqual([]);
  expect(changed()).toEqual([]);

  // changed: planned, and then published; the customer's tags stay, and what is replaced is kept
  ask(`PATCH ${id}`, { tags: { team: 'blue' } });
  const next = await planPublish(client, { ...request, wanted: second });
  expect(shown(next)).toEqual({
    ...clean,
    steps: ['update: 2 of its parts differ', 'none: it is there; publishing never touches its key'],
    changes: ['wording-changed /info/version', 'wording-changed /info/description'],
  });
  expect(changed()).toEqual([]);
  const kept: Replaced[] = [];
  await publish(client, next, { keep: async (replaced) => void kept.push(replaced) });
  expect(changed()).toEqual(['PUT customApis/things']);
  expect(kept.map(({ files }) => files[0])).toEqual([writeConnector(first.connector)[0]]);
  expect(ask(`GET ${id}`)['tags']).toMatchObject({ owner: 'soc', team: 'blue' });
  expect(await findDrift(client, second, target)).toEqual({ drifted: [], unknown: [] });

  // behind our back, also keeping our tag
  const resource = state().resources[id.toLowerCase()];
  const evil = { ...resource?.properties, backendService: { serviceUrl: 'https://evil.example/v1' } };
  ask(`PUT ${id}`, { location: 'westeurope', tags: resource?.tags, properties: evil });
  const drift = await findDrift(client, second, target);
  expect(drift.drifted.map((one) => one.changes.map(({ code, message }) => `${code}: ${message}`))).toEqual([
    [
      'deployed-service-url: The deployed connector sends its calls, and the key with them, to "https://evil.example/v1", expected "https://api.contoso.com/v1".',
    ],
  ]);
  await publish(client, await planPublish(client, { ...request, wanted: second }));
  expect((await findDrift(client, second, target)).drifted).toEqual([]);

  // the same bytes
  expect((await pull(client, target, second.connector)).files).toEqual(writeConnector(second.connector));

  // somebody else's connection, and a workflow
  ask(`PUT ${connection('theirs')}`, { location: 'westeurope', properties: { api: { id } } });
  ask(`PUT ${workflowId}`, workflow('/things'));
  restart();
  const refused = await planUnpublish(client, target);
  expect(refused.obstacles.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    'in-use: A workflow uses the connector: ["play"].',
    'in-use: A connection of somebody else uses the connector: ["theirs"].',
  ]);
  expect((await faultOf(unpublish(client, refused)))[1]).toBe('A workflow uses the connector: ["play"].');
  expect(changed()).toEqual([]);

  // a breaking version is stopped, and says whom it hits
  const bad = await planPublish(client, { ...request, wanted: breaking });
  expect(bad.breaking).toBe(true);
  expect(bad.workflows.map(({ file, change, places }) => [file, change.code, places.length])).toEqual([
    [workflowId, 'operation-removed', 1],
  ]);
  expect((await faultOf(publish(client, bad)))[2]).toBe(
    'Publish it beside the old one under another name (--name), or give --allow-breaking.',
  );
  expect(changed()).toEqual([]);

  // removed
  ask(`DELETE ${connection('theirs')}`);
  ask(`DELETE ${workflowId}`);
  const removal = await planUnpublish(client, target);
  expect(removal.steps.map((step) => `${step.action} ${step.id}`)).toEqual([
    `delete ${connection('mine')}`,
    `delete ${id}`,
  ]);
  await unpublish(client, removal);
  expect(state().resources).toEqual({});
  expect(await planUnpublish(client, target)).toEqual({ steps: [], obstacles: [] });
  expect((await findDrift(client, second, target)).drifted[0]?.changes.map(({ code }) => code)).toEqual([
    'deployed-missing',
  ]);
});

test('a breaking version is published where that is allowed, and leaves a connection as it is', async () => {
  const { client, restart, changed } = azure();
  await publish(client, await planPublish(client, { wanted: first, target, connection: 'mine' }), { key });
  restart();
  const plan = await planPublish(client, { wanted: breaking, target, connection: 'mine' });
  await publish(client, plan, { key, allowBreaking: true });
  expect(changed()).toEqual(['PUT customApis/things']);
});

test.each<[string, Partial<EmulatorSettings>, JsonObject]>([
  ['the definition as it was sent', {}, { drifted: 0, unknown: [], step: 'none: nothing differs' }],
  ['the form of the gateway', { exportGives: 'modified' }, { drifted: 0, unknown: [], step: 'none: nothing differs' }],
  [
    'nothing, so the file is read',
    { exportGives: 'resource' },
    { drifted: 0, unknown: [], step: 'none: nothing differs' },
  ],
  [
    'no service address',
    { serviceUrlIn: 'never' },
    { drifted: 0, unknown: ['deployed-service-url-unknown'], step: 'none: by its tag nothing differs' },
  ],
  [
    'the form of the gateway and no service address',
    { exportGives: 'modified', serviceUrlIn: 'never' },
    { drifted: 0, unknown: ['deployed-service-url-unknown'], step: 'none: by its tag nothing differs' },
  ],
])('Azure gives %s', async (_name, settings, want) => {
  const { client } = azure(settings);
  await publish(client, await planPublish(client, { wanted: first, target }));
  const { drifted, unknown } = await findDrift(client, first, target);
  const [step] = (await planPublish(client, { wanted: first, target })).steps;
  const codes = unknown.flatMap(({ findings }) => findings.map(({ code }) => code));
  expect({ drifted: drifted.length, unknown: codes, step: `${step?.action}: ${step?.why}` }).toEqual(want);
  expect((await pull(client, target, first.connector)).files).toEqual(writeConnector(first.connector));
});

test('a file behind a signed address is asked for without a token', async () => {
  const { client, requests } = azure({ exportGives: 'resource' });
  await publish(client, await planPublish(client, { wanted: first, target }));
  const hosts = new Map(requests.map(({ url, authorize }) => [new URL(url).host, authorize]));
  expect([...hosts]).toEqual([
    ['management.azure.com', true],
    ['wawsprodemulator.blob.core.windows.net', false],
  ]);
});

test('where the definition cannot be had at all the tag speaks, and the answer is unknown', async () => {
  const { client, world } = azure({ exportGives: 'resource' });
  await publish(client, await planPublish(client, { wanted: first, target }));
  const { send } = world;
  const blind = {
    ...world,
    send: async (request: Parameters<typeof send>[0]) =>
      request.authorize ? send(request) : { status: 403, headers: {}, body: '<Error/>' },
  };
  const other = armClient(blind, clouds.public);
  const { drifted, unknown } = await findDrift(other, first, target);
  expect([drifted, unknown[0]?.findings.map(({ message }) => message)]).toEqual([
    [],
    [
      'The definition that is deployed could not be read back; the tag says that it is what was published, which proves nothing.',
    ],
  ]);
  expect((await faultOf(pull(other, target)))[1]).toBe('Azure does not give the definition of "things".');
});

describe('connect', () => {
  const ready = async () => {
    const all = azure();
    await publish(all.client, await planPublish(all.client, { wanted: first, target }));
    all.restart();
    return all;
  };
  const request = { connector: first.connector, target, connection: 'mine', key };

  test('makes a connection, and gives it another key', async () => {
    const { client, changed } = await ready();
    expect(await connect(client, request)).toEqual({ id: connection('mine'), action: 'create', status: 'Connected' });
    expect(await connect(client, request)).toEqual({ id: connection('mine'), action: 'update', status: 'Connected' });
    expect(changed()).toEqual(['PUT connections/mine', 'PUT connections/mine']);
  });

  test('leaves all but the key of a connection that others made as it is', async () => {
    const { client, ask } = await ready();
    const body = {
      location: 'westeurope',
      tags: { a: '1' },
      kind: 'V1',
      properties: { displayName: 'Mine', api: { id } },
    };
    ask(`PUT ${connection('mine')}`, body);
    await connect(client, request);
    expect(ask(`GET ${connection('mine')}`)).toMatchObject({
      tags: { a: '1' },
      kind: 'V1',
      properties: { displayName: 'Mine' },
    });
    expect((await planUnpublish(client, target)).obstacles.map(({ code }) => code)).toEqual(['in-use']);
  });

  test('keeps the values that are no secret', async () => {
    const { client, ask, state } = await ready();
    const connectionParameters = { api_key: { type: 'securestring' }, region: { type: 'string' } };
    const properties = { ...state().resources[id.toLowerCase()]?.properties, connectionParameters };
    ask(`PUT ${id}`, { location: 'westeurope', properties });
    const parameterValues = { api_key: 'old', region: 'eu' };
    ask(`PUT ${connection('mine')}`, { location: 'westeurope', properties: { api: { id }, parameterValues } });
    await connect(client, request);
    expect(ask(`GET ${connection('mine')}`)['properties']).toMatchObject({
      nonSecretParameterValues: { region: 'eu' },
    });
  });

  test('refuses to take a key away', async () => {
    const { client, changed } = await ready();
    expect((await faultOf(connect(client, { ...request, key: undefined })))[1]).toBe('The connection needs its key.');
    expect(changed()).toEqual([]);
  });

  test('refuses what is not there, and what is of another connector', async () => {
    const { client, ask, changed, restart } = await ready();
    const [, message, help] = await faultOf(connect(client, { ...request, target: { ...target, name: 'other' } }));
    expect([message, help]).toEqual([
      'There is no connector "other" in the resource group "rg" to connect to.',
      'Publish it first.',
    ]);
    const api = {
      id: `/subscriptions/${subscription}/providers/Microsoft.Web/locations/westeurope/managedApis/azuresentinel`,
    };
    ask(`PUT ${connection('mine')}`, { location: 'westeurope', properties: { api } });
    restart();
    expect((await faultOf(connect(client, request)))[2]).toBe('Name another connection with --connection.');
    expect(
      (await planPublish(client, { wanted: first, target, connection: 'mine' })).obstacles.map(({ code }) => code),
    ).toEqual(['connection-elsewhere']);
    expect(changed()).toEqual([]);
  });
});

test('what others made is not deleted, nor what is locked', async () => {
  const { client, ask } = azure();
  ask(`PUT ${id}`, {
    location: 'westeurope',
    properties: { swagger, backendService: { serviceUrl: 'https://api.contoso.com/v1' } },
  });
  const codes = async (force: boolean) =>
    (await planUnpublish(client, target, { force })).obstacles.map(({ code }) => code);
  expect(await codes(false)).toEqual(['not-ours']);
  ask(`PUT ${group}/providers/Microsoft.Authorization/locks/keep`, { properties: { level: 'CanNotDelete' } });
  expect(await codes(true)).toEqual(['not-ours', 'locked']);
});

describe('what is planned', () => {
  const ready = async (settings: Partial<EmulatorSettings> = {}) => {
    const all = azure(settings);
    await publish(all.client, await planPublish(all.client, { wanted: first, target }));
    return all;
  };
  const stepOf = async ({ client }: Awaited<ReturnType<typeof ready>>, wanted = first) => {
    const [step] = (await planPublish(client, { wanted, target })).steps;
    return `${step?.action}: ${step?.why}`;
  };

  test('where only the text differs', async () => {
    const mine = { ...first, connector: connectorWith({ swagger: { definitions: {} } }) };
    expect(await stepOf(await ready(), mine)).toBe('update: the text differs, not what it means');
  });

  test('where nothing can be read back and the tag says something else', async () => {
    const all = await ready({ serviceUrlIn: 'never' });
    all.ask(`PATCH ${id}`, { tags: { 'connector-kit-hash': 'x' } });
    expect(await stepOf(all)).toBe('update: what is deployed cannot be read back');
  });

  test('where somebody else made the same', async () => {
    const all = await ready();
    all.ask(`PUT ${id}`, { location: 'westeurope', properties: all.state().resources[id.toLowerCase()]?.properties });
    expect(await stepOf(all)).toBe('update: it was not published by this tool');
  });

  test('where the tags of the customer differ, in more than their case', async () => {
    const all = await ready();
    expect(await stepOf(all, { ...first, tags: { Owner: 'soc' } as never })).toBe('none: nothing differs');
    expect(await stepOf(all, { ...first, tags: { owner: 'noc' } })).toBe('update: its tags differ');
  });

  test('where the name was changed by hand', async () => {
    const all = await ready();
    const resource = all.state().resources[id.toLowerCase()];
    all.ask(`PUT ${id}`, {
      location: 'westeurope',
      tags: resource?.tags,
      properties: { ...resource?.properties, displayName: 'Mine' },
    });
    const { changes } = await planPublish(all.client, { wanted: first, target });
    expect(changes.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'deployed-branding: The connector had the displayName "Mine" and has "T".',
    ]);
  });

  test('where the region has only the api-version that is specified', async () => {
    const all = await ready();
    const { send } = all.world;
    const old = armClient(
      {
        ...all.world,
        send: async (request) =>
          request.url.includes('2018-07-01-preview')
            ? { status: 400, headers: {}, body: '{"error":{"code":"NoRegisteredProviderFound","message":"m"}}' }
            : send(request),
      },
      clouds.public,
    );
    const plan = await planPublish(old, { wanted: first, target });
    expect(shown(plan)).toEqual({
      ...clean,
      steps: ['none: by its tag nothing differs'],
      unknown: ['deployed-service-url-unknown'],
    });
  });
});

test('a workflow of a connector with the same name in another group is not hit', async () => {
  const { client, ask } = azure();
  await publish(client, await planPublish(client, { wanted: first, target }));
  const elsewhere = (text: string) => text.replaceAll('/resourceGroups/rg/', '/resourceGroups/rg2/');
  const properties = { swagger, backendService: { serviceUrl: 'https://api.contoso.com/v1' } };
  ask(`PUT ${group}2`, { location: 'westeurope' });
  ask(`PUT ${elsewhere(id)}`, { location: 'westeurope', properties });
  ask(`PUT ${elsewhere(connection('mine'))}`, { location: 'westeurope', properties: { api: { id: elsewhere(id) } } });
  ask(`PUT ${workflowId}`, JSON.parse(elsewhere(JSON.stringify(workflow('/things')))));
  const plan = await planPublish(client, { wanted: breaking, target });
  expect([plan.breaking, plan.workflows, plan.allWorkflowsSeen]).toEqual([true, [], true]);
});

describe('what is read back after publishing', () => {
  test('what the service changed is named', async () => {
    const { world } = azure();
    const { send } = world;
    const changing = armClient(
      {
        ...world,
        send: (request) =>
          send(
            request.method === 'PUT'
              ? { ...request, body: request.body?.replace('"displayName":"T"', '"displayName":"t2"') ?? '' }
              : request,
          ),
      },
      clouds.public,
    );
    const { differs } = await publish(changing, await planPublish(changing, { wanted: first, target }));
    expect(differs.map(({ code }) => code)).toEqual(['deployed-branding']);
  });
});

describe('pull', () => {
  test('takes what Azure does not keep from what lies beside', async () => {
    const { client } = azure();
    await publish(client, await planPublish(client, { wanted: second, target }));
    const pulled = await pull(client, target, first.connector);
    expect(pulled.files).toEqual(writeConnector(second.connector));
    const alone = await pull(client, target);
    const { publisher: _, ...properties } = second.connector.properties.properties;
    expect(alone.connector).toEqual({
      name: 'things',
      definition: second.connector.definition,
      properties: { properties: { ...properties, capabilities: [] } },
      contract: { formatVersion: 1, operations: {} },
    });
  });

  test('gives the address that is called', async () => {
    const { client, ask, state } = azure();
    await publish(client, await planPublish(client, { wanted: first, target }));
    const properties = {
      ...state().resources[id.toLowerCase()]?.properties,
      backendService: { serviceUrl: 'http://other.example:81/a/v1' },
    };
    ask(`PUT ${id}`, { location: 'westeurope', properties });
    const { definition } = (await pull(client, target, first.connector)).connector;
    expect([definition.host, definition.basePath, definition.schemes]).toEqual(['other.example:81', '/a/v1', ['http']]);
  });

  test('says what is not there', async () => {
    expect((await faultOf(pull(azure().client, target)))[1]).toBe(
      'There is no connector "things" in the resource group "rg".',
    );
  });
});

describe('unpublish', () => {
  const ready = async () => {
    const all = azure();
    await publish(all.client, await planPublish(all.client, { wanted: first, target, connection: 'mine' }), { key });
    return all;
  };

  test('sees a connection of another resource group of the region', async () => {
    const { client, ask } = await ready();
    ask(`PUT ${group}2`, { location: 'westeurope' });
    const far = `${group}2/providers/Microsoft.Web/connections/far`;
    ask(`PUT ${far}`, { location: 'westeurope', properties: { api: { id } } });
    const { obstacles, steps } = await planUnpublish(client, target);
    expect(obstacles.map(({ message }) => message)).toEqual([
      'A connection of somebody else uses the connector: ["far"].',
    ]);
    expect(steps.map((step) => step.id)).toEqual([connection('mine'), id]);
    expect((await planUnpublish(client, target, { force: true })).obstacles).toEqual([]);
  });

  test('says where it may not look', async () => {
    const { client, set } = await ready();
    set({ forbidden: ['Microsoft.Logic/workflows/read'] });
    expect((await planUnpublish(client, target)).obstacles.map(({ code }) => code)).toEqual(['not-all-seen']);
  });

  test('is kept by a workflow that names only the connection', async () => {
    const { client, ask } = await ready();
    const { id: _, ...entry } = workflow('/things').properties.parameters.$connections.value.t;
    const { properties, location } = workflow('/things');
    ask(`PUT ${workflowId}`, {
      location,
      properties: { ...properties, parameters: { $connections: { value: { t: entry } } } },
    });
    expect((await planUnpublish(client, target)).obstacles.map(({ message }) => message)).toEqual([
      'A workflow uses the connector: ["play"].',
    ]);
  });

  test('is not kept by a workflow of a connector whose name begins in the same way', async () => {
    const { client, ask } = await ready();
    const text = JSON.stringify(workflow('/things'))
      .replaceAll('/things"', '/things2"')
      .replaceAll('/mine"', '/mine2"');
    const properties = { swagger, backendService: { serviceUrl: 'https://api.contoso.com/v1' } };
    ask(`PUT ${customApi('things2')}`, { location: 'westeurope', properties });
    ask(`PUT ${connection('mine2')}`, { location: 'westeurope', properties: { api: { id: customApi('things2') } } });
    ask(`PUT ${workflowId}`, JSON.parse(text));
    expect((await planUnpublish(client, target)).obstacles).toEqual([]);
  });

  test('is not kept by a lock on something else', async () => {
    const { client, ask } = await ready();
    ask(`PUT ${customApi('other')}`, {
      location: 'westeurope',
      properties: { swagger, backendService: { serviceUrl: 'https://api.contoso.com/v1' } },
    });
    ask(`PUT ${customApi('other')}/providers/Microsoft.Authorization/locks/a`, {
      properties: { level: 'CanNotDelete' },
    });
    expect((await planUnpublish(client, target)).obstacles).toEqual([]);
  });
});

test('the secret of a sign-in is never shown again, and is no difference', async () => {
  const oAuthSettings = { identityProvider: 'oauth2', clientId: 'a', clientSecret: canary, scopes: ['read'] };
  const signingIn = (settings: object) => ({
    connector: connectorWith({
      properties: { connectionParameters: { token: { type: 'oauthSetting', oAuthSettings: settings } } },
    }),
    version: '1.0.0',
  });
  const { client } = azure();
  const wanted = signingIn(oAuthSettings);
  const { differs } = await publish(client, await planPublish(client, { wanted, target }));
  const again = await planPublish(client, { wanted, target });
  expect([differs, shown(again).steps]).toEqual([[], ['none: nothing differs']]);
  const other = await planPublish(client, { wanted: signingIn({ ...oAuthSettings, clientSecret: 'other' }), target });
  expect(shown(other).steps).toEqual(['update: the text differs, not what it means']);
  const moved = await findDrift(client, signingIn({ ...oAuthSettings, clientId: 'b' }), target);
  expect(moved.drifted.length).toBe(1);
});
