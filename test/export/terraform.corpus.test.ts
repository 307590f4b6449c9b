import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectionBody } from '../../src/azure/connection-body.js';
import { customApiBody, type Wanted } from '../../src/azure/custom-api.js';
import { readJson } from '../../src/core/json-read.js';
import type { JsonObject } from '../../src/core/json.js';
import { Secret } from '../../src/core/secret.js';
import { exportConnector } from '../../src/export/formats.js';
import { canary, connectorWith } from '../azure/azure.js';
import { hosted, hostOf, published, shipped, shippedConnector, wantedOf } from './connectors.js';

/*
 * Terraform's own verdict, where it is installed. Its provider for Azure is not: each resource is one of the provider that is built in,
 * which takes anything, so that all expressions are evaluated.
 */

/** Not a package: it is there or not. */
const program = ['terra', 'form'].join('');
const terraform = spawnSync(program, ['version']).status === 0 ? describe : describe.skip;
const group = '/subscriptions/s/resourceGroups/rg';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'connector-kit-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(at: string, words: string, env: Readonly<Record<string, string>> = {}): string {
  const { status, stdout, stderr } = spawnSync(program, words.split(' '), {
    cwd: at,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`terraform ${words}: ${stdout}${stderr}`);
  return stdout;
}

const tricky: Wanted = {
  ...wantedOf(
    connectorWith({ prefix: 'Bearer ', swagger: { info: { title: 'a "b" ${c} %{d} \\ \n e', version: '1' } } }),
  ),
  tags: { owner: '"soc" ${x}', 'with space': "it's" },
  iconUri: 'data:image/png;base64,AAAA',
};

const cases: readonly (readonly [string, Wanted])[] = [
  ...['openai', 'azure-openai', 'compatible'].map((name) => [name, wantedOf(shippedConnector(name))] as const),
  ['quotes and templates in texts', tricky],
];

terraform('terraform', () => {
  test.each(cases)('%s: validates, and makes what publishing makes', (name, wanted) => {
    const at = join(folder, name.replaceAll(' ', '-'));
    mkdirSync(at);
    for (const { path, text } of exportConnector('terraform', { wanted })) {
      const plain = path.endsWith('.tf') ? builtIn(text) : text;
      if (path !== 'versions.tf' && path !== 'terraform.tfvars') writeFileSync(join(at, path), plain);
    }
    run(at, 'init -input=false');
    run(at, 'validate');
    const { ResourceName = '', ServiceHost = '', ServiceBasePath = '' } = hostOf(wanted.connector).parameters;
    const env = {
      TF_VAR_resource_group_id: group,
      TF_VAR_location: 'westeurope',
      TF_VAR_connector_name: 'things',
      TF_VAR_connection_name: 'mine',
      TF_VAR_api_key: ` ${canary}\n`,
      TF_VAR_resource_name: ResourceName,
      TF_VAR_service_host: ServiceHost,
      TF_VAR_service_base_path: ServiceBasePath,
    };
    run(at, 'plan -input=false -out=planned', env);
    const planned = readJson('', run(at, 'show -json planned', env)).value as JsonObject;
    const closed = { ...wanted, connector: hosted(wanted.connector) };
    const isOpen = wanted.connector.contract.openHost === true;
    const customApi = customApiBody(closed, { location: 'westeurope', tags: {} });
    const connection = connectionBody({
      name: 'mine',
      api: 'ID/things',
      location: 'westeurope',
      connector: closed.connector,
      key: new Secret(canary),
      tags: wanted.tags ?? {},
    }).body;
    expect(made(planned)).toEqual(
      JSON.parse(JSON.stringify({ connection, connector: isOpen ? withoutHash(customApi) : customApi })),
    );
  });

  test('terraform fmt changes nothing in what is exported of any connector', () => {
    const all = [
      ...shipped.map((one) => [one, wantedOf(shippedConnector(one))] as const),
      ...published().map(([name, one]) => [name, wantedOf(one)] as const),
      ...cases,
    ];
    for (const [name, wanted] of all) {
      const at = join(folder, 'fmt', name);
      mkdirSync(at, { recursive: true });
      for (const { path, text } of exportConnector('terraform', { wanted }))
        if (/\.tf(?:vars)?$/.test(path)) writeFileSync(join(at, path), text);
    }
    expect(run(join(folder, 'fmt'), 'fmt -check -recursive')).toBe('');
  });
});

/** The same configuration on the built-in provider. */
function builtIn(text: string): string {
  return text
    .replaceAll(
      /^resource "azapi_resource" ("\w+") \{$([\s\S]*?)^\}$/gm,
      'resource "terraform_data" $1 {\ninput = {$2}\n}',
    )
    .replaceAll(/\bazapi_resource\.(\w+)\.id\b/g, '"ID/things"')
    .replaceAll(/^ +ephemeral += true\n/gm, '');
}

/** What each resource would be sent as, by its name. */
function made(planned: JsonObject): object {
  type Resource = { readonly name: string; readonly values: { readonly input: Readonly<Record<string, never>> } };
  const { planned_values: values } = planned as unknown as {
    readonly planned_values: { readonly root_module: { readonly resources: readonly Resource[] } };
  };
  return Object.fromEntries(
    values.root_module.resources.map(({ name, values: { input } }) => {
      const { location, tags, body, sensitive_body: secret } = input as Readonly<Record<string, JsonObject>>;
      const properties = { ...(body?.['properties'] as JsonObject), ...(secret?.['properties'] as JsonObject) };
      return [name, { location, tags, properties }];
    }),
  );
}

function withoutHash(body: JsonObject): JsonObject {
  const { 'connector-kit-hash': _, ...tags } = body['tags'] as JsonObject;
  return { ...body, tags };
}
