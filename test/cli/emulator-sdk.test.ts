import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ResourceManagementClient } from '@azure/arm-resources';
import { main } from '../../src/cli/main.js';
import { realWorld } from '../../src/cli/real-world.js';
import { connectionBody, customApiBody, swagger } from '../emulator/ask.js';

const subscription = '34adfa4f-cedf-4dc0-ba29-b6d1a69ab345';
const VERSION = '2016-06-01';

/** The command on a state folder of its own. */
async function emulator() {
  const folder = mkdtempSync(join(tmpdir(), 'emulator-sdk-'));
  let end: () => void = () => undefined;
  const ended = new Promise<void>((done) => (end = done));
  let out = '';
  let begin: (line: string) => void = () => undefined;
  const begun = new Promise<string>((done) => (begin = done));
  const say = (text: string) => {
    out += text;
    begin(text);
    return undefined;
  };
  const world = { ...realWorld(process.cwd()), out: say, ended: () => ended };
  const code = main(['emulate', '--state', folder, '--quiet'], world, () => Promise.reject(new Error('not asked for')));
  const { tls } = JSON.parse(await begun) as { tls: { url: string; certificate: string } };
  return {
    url: tls.url,
    ca: readFileSync(join(folder, 'certificate.pem'), 'utf8'),
    stop: async () => {
      end();
      await code;
      rmSync(folder, { recursive: true });
      return out;
    },
  };
}

/** What a call gives, or the status and the code of the error that it throws. */
async function outcome(call: Promise<unknown>): Promise<unknown> {
  try {
    return await call;
  } catch (error) {
    const { statusCode, code } = error as { statusCode?: number; code?: string };
    if (statusCode === undefined) throw error;
    return `${statusCode} ${code}`;
  }
}

async function all(list: AsyncIterable<{ name?: string }>): Promise<(string | undefined)[]> {
  const names = [];
  for await (const { name } of list) names.push(name);
  return names;
}

test('the real SDK works against it, over TLS', async () => {
  const { url, ca, stop } = await emulator();
  try {
    await works(url, ca);
  } finally {
    await stop();
  }
});

async function works(url: string, ca: string): Promise<void> {
  const credential = { getToken: async () => ({ token: 'any', expiresOnTimestamp: Date.now() + 3_600_000 }) };
  const client = new ResourceManagementClient(credential, subscription, {
    endpoint: url,
    credentialScopes: [`${url}/.default`],
    tlsOptions: { ca },
    retryOptions: { maxRetries: 0 },
  });
  const { resourceGroups, resources, providers, tagsOperations } = client;
  const made = await resourceGroups.createOrUpdate('rg', { location: 'westeurope', tags: { a: 'b' } });
  const { id: group = '' } = made;
  const api = `${group}/providers/Microsoft.Web/customApis/things`;
  const connection = `${group}/providers/Microsoft.Web/connections/mine`;
  const connectionOf = { ...connectionBody(), properties: { ...connectionBody().properties, api: { id: api } } };

  expect(made).toMatchObject({ name: 'rg', location: 'westeurope', properties: { provisioningState: 'Succeeded' } });
  expect(await resourceGroups.get('rg')).toMatchObject({ id: group, tags: { a: 'b' } });
  expect((await resourceGroups.update('rg', { tags: { c: 'd' } })).tags).toEqual({ c: 'd' });
  expect((await resourceGroups.checkExistence('rg')).body).toBe(true);
  expect((await resourceGroups.checkExistence('other')).body).toBe(false);
  expect(await all(resourceGroups.list())).toEqual(['rg']);
  expect((await providers.get('Microsoft.Web')).registrationState).toBe('Registered');

  const kept = await resources.beginCreateOrUpdateByIdAndWait(api, VERSION, customApiBody());
  expect(kept).toMatchObject({ id: api, type: 'Microsoft.Web/customApis', location: 'westeurope' });
  const joined = await resources.beginCreateOrUpdateByIdAndWait(connection, VERSION, connectionOf);
  expect(joined.properties?.statuses).toEqual([{ status: 'Connected' }]);
  expect(await resources.getById(connection, VERSION)).toMatchObject({ id: connection, name: 'mine' });
  expect((await resources.checkExistenceById(api, VERSION)).body).toBe(true);
  expect((await resources.checkExistenceById(`${api}2`, VERSION)).body).toBe(false);
  expect(await all(resources.listByResourceGroup('rg'))).toEqual(['mine', 'things']);
  expect(await all(resources.list())).toEqual(['mine', 'things']);
  expect((await resources.beginUpdateByIdAndWait(api, VERSION, { tags: { team: 'soc' } })).tags).toEqual({
    team: 'soc',
  });
  await tagsOperations.beginUpdateAtScopeAndWait(api, { operation: 'Merge', properties: { tags: { more: 'x' } } });
  expect((await resources.getById(api, VERSION)).tags).toEqual({ team: 'soc', more: 'x' });

  expect(await outcome(resources.getById(`${api}2`, VERSION))).toBe('404 ResourceNotFound');
  expect(await outcome(resourceGroups.createOrUpdate('rg', { location: 'eastus' }))).toBe(
    '409 InvalidResourceGroupLocation',
  );
  const broken = customApiBody({ swagger: { ...swagger, info: undefined } });
  expect(await outcome(resources.beginCreateOrUpdateByIdAndWait(api, VERSION, broken))).toBe('400 BadRequest');

  const deployment = `${group}/providers/Microsoft.Resources/deployments/first`;
  const deploy = (name: string) => {
    const [resource, parameters] = [customApiBody(), { Name: { value: name } }];
    const one = { type: 'Microsoft.Web/customApis', apiVersion: VERSION, name: "[parameters('Name')]", ...resource };
    const template = { contentVersion: '1.0.0.0', parameters: { Name: { type: 'string' } }, resources: [one] };
    const properties = { mode: 'Incremental', template, parameters };
    return resources.beginCreateOrUpdateByIdAndWait(deployment, '2022-09-01', { properties });
  };
  const { properties: deployed } = await deploy('third');
  expect(deployed).toMatchObject({
    provisioningState: 'Succeeded',
    outputResources: [{ id: `${api.slice(0, -6)}third` }],
  });
  expect((await resources.checkExistenceById(`${api.slice(0, -6)}third`, VERSION)).body).toBe(true);
  await expect(deploy('no name')).rejects.toThrow('The long-running operation has failed');
  expect((await resources.getById(deployment, '2022-09-01')).properties).toMatchObject({
    error: { details: [{ code: 'InvalidResourceName' }] },
  });
  await resources.beginDeleteByIdAndWait(`${api.slice(0, -6)}third`, VERSION);

  await resources.beginDeleteByIdAndWait(connection, VERSION);
  expect(await outcome(resources.getById(connection, VERSION))).toBe('404 ResourceNotFound');
  await resourceGroups.beginDeleteAndWait('rg');
  expect((await resourceGroups.checkExistence('rg')).body).toBe(false);
  expect(await outcome(resourceGroups.get('rg'))).toBe('404 ResourceGroupNotFound');
}
