import { deployedResources, type ArmDeployment } from '../../src/arm/deploy.js';
import { planPublish } from '../../src/azure/plan.js';
import { publish } from '../../src/azure/publish.js';
import type { Wanted } from '../../src/azure/custom-api.js';
import { own, type JsonObject } from '../../src/core/json.js';
import { readJson } from '../../src/core/json-read.js';
import { Secret } from '../../src/core/secret.js';
import { exportConnector } from '../../src/export/formats.js';
import { exported } from '../../src/export/exported.js';
import { stackFiles } from '../../src/export/stack.js';
import { azure, canary, connectorWith, target } from '../azure/azure.js';
import { hosted, hostOf, shipped, shippedConnector, wantedOf } from './connectors.js';

const vault = '/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/v';
const place = { subscription: target.subscription, group: { name: target.group, location: 'westeurope' } };
const names = { CustomConnectorName: target.name, ConnectionName: 'mine' };
const objectOf = (text: string): JsonObject => readJson('', text).value as JsonObject;
const valuesOf = (values: object): JsonObject =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));

/** What publishing asks Azure for, and what is there afterwards. */
async function published(wanted: Wanted, key: string) {
  const { client, requests, state } = azure();
  await publish(client, await planPublish(client, { wanted, target, connection: 'mine' }), { key: new Secret(key) });
  const puts = requests.filter(({ method }) => method === 'PUT');
  return {
    asked: puts.map(({ url, body = '' }) => [new URL(url).pathname, objectOf(body)]),
    resources: state().resources,
  };
}

/** The same of a template. */
function deployed(deployment: ArmDeployment) {
  const { resources, problems } = deployedResources(deployment);
  expect(problems).toEqual([]);
  const { ask, state } = azure();
  for (const { id, body } of resources) ask(`PUT ${id}`, body);
  return { asked: resources.map(({ id, body }) => [id, body]), resources: state().resources };
}

/** A template of an open host does not know the hash of what it makes. */
function withoutHash<Result extends { readonly asked: unknown; readonly resources: unknown }>(result: Result): Result {
  return JSON.parse(
    JSON.stringify(result, (name, value: unknown) => (name === 'connector-kit-hash' ? undefined : value)),
  );
}

const tricky = connectorWith({
  prefix: 'Bearer ',
  swagger: { info: { title: "[it's a title]", description: "[[concat('a')]", version: '[x]' } },
});

/** The other versions are in the corpus test. */
const services = shipped.filter((folder) => !folder.includes('/'));

const connectors: readonly (readonly [string, Wanted])[] = [
  ...services.map((folder) => [folder, wantedOf(shippedConnector(folder))] as const),
  ['texts like expressions', { ...wantedOf(tricky), tags: { owner: '[soc]' }, iconUri: 'data:image/png;base64,AAAA' }],
];

describe.each(connectors)('%s', (_name, wanted) => {
  const isOpen = wanted.connector.contract.openHost === true;
  const { parameters } = hostOf(wanted.connector);
  const closed = { ...wanted, connector: hosted(wanted.connector) };

  test('the template makes what publishing makes', async () => {
    const [template] = exportConnector('arm', { wanted });
    const given = {
      ...valuesOf({ ...names, ...parameters }),
      ApiKey: { reference: { keyVault: { id: vault }, secretName: 'k' } },
    };
    const made = deployed({
      template: objectOf(template?.text ?? ''),
      parameters: given,
      scope: place,
      secretOf: (id, name) => (id === vault && name === 'k' ? canary : undefined),
    });
    const expected = await published(closed, canary);
    expect(made).toEqual(isOpen ? withoutHash(expected) : expected);
  });

  test('deployed by the emulator, it leaves what publishing leaves', async () => {
    const [template] = exportConnector('arm', { wanted });
    const given = valuesOf({ ...names, ...parameters, Location: 'westeurope', ApiKey: canary });
    const id = `/subscriptions/${target.subscription}/resourceGroups/${target.group}/providers/Microsoft.Resources/deployments/mine`;
    const { ask, state } = azure();
    const properties = { mode: 'Incremental', template: objectOf(template?.text ?? ''), parameters: given };
    ask(`PUT ${id}`, { properties });
    const { [id.toLowerCase()]: deployment, ...resources } = state().resources;
    expect(deployment?.properties['provisioningState']).toBe('Succeeded');
    expect(JSON.stringify(state()).includes(canary)).toBe(false);
    const expected = { asked: undefined, resources: (await published(closed, canary)).resources };
    expect({ asked: undefined, resources }).toEqual(isOpen ? withoutHash(expected) : expected);
  });

  test('the stack makes what publishing makes', async () => {
    const { ResourceName: resourceName, ServiceHost: serviceHost, ServiceBasePath: serviceBasePath } = parameters;
    const one = {
      resourceGroup: target.group,
      location: 'westeurope',
      connectorName: target.name,
      connectionName: 'mine',
      ...(resourceName !== undefined && { resourceName }),
      ...(serviceHost !== undefined && { serviceHost }),
      ...(serviceBasePath !== undefined && { serviceBasePath }),
      secrets: { api_key: { keyVaultId: vault, secretName: 'k' } },
    };
    const [template, values] = stackFiles(exported({ wanted }), [one]);
    const made = deployed({
      template: objectOf(template?.text ?? ''),
      parameters: own(objectOf(values?.text ?? ''), 'parameters') as JsonObject,
      scope: { subscription: target.subscription },
      regionOf: () => 'northeurope',
      secretOf: () => canary,
    });
    const expected = await published(closed, canary);
    expect(made).toEqual(isOpen ? withoutHash(expected) : expected);
  });
});

test.each([
  ['abc', 'Bearer abc'],
  [' abc\n', 'Bearer abc'],
  ['Bearer abc', 'Bearer abc'],
  ['bearer abc', 'bearer abc'],
])('a vault that holds %j gives the connection %j, as publishing does', async (held, sent) => {
  const wanted = wantedOf(tricky);
  const [template] = exportConnector('arm', { wanted });
  const { resources } = deployedResources({
    template: objectOf(template?.text ?? ''),
    parameters: valuesOf({ ...names, ApiKey: held }),
    scope: place,
  });
  const properties = resources[1]?.body['properties'] as JsonObject;
  expect(properties['parameterValues']).toEqual({ api_key: sent });
  expect((await published(wanted, held)).asked[1]).toEqual([resources[1]?.id, resources[1]?.body]);
});
