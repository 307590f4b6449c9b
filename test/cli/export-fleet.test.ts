import { parse } from 'yaml';
import { deployedResources } from '../../src/arm/deploy.js';
import { isObject, type JsonObject } from '../../src/core/json.js';
import { writeJson } from '../../src/core/json-write.js';
import { runIn } from '../scenarios/run.js';
import { definition as things } from '../scenarios/things.js';
import { memoryWorld } from './memory-world.js';

const subscription = (number: number) => `${String(number).padStart(8, '0')}-1111-4111-8111-111111111111`;
const definition = {
  ...things,
  securityDefinitions: { api_key: { type: 'apiKey', in: 'header', name: 'X-Key' } },
};
const properties = {
  properties: {
    connectionParameters: { api_key: { type: 'securestring' } },
    iconBrandColor: '#0078d4',
    capabilities: [],
    publisher: 'Contoso',
  },
};
const connector = (folder: string, contract: object = {}) => ({
  [`${folder}/apiDefinition.swagger.json`]: writeJson(definition),
  [`${folder}/apiProperties.json`]: writeJson(properties),
  [`${folder}/contract.json`]: writeJson({ formatVersion: 1, operations: {}, ...contract }),
});

function made(fleet: string) {
  const files = {
    ...connector('fleets/things'),
    ...connector('fleets/own', { openHost: true }),
    ...connector('fleets/old', { apiVersion: '1', retired: { source: 'the docs', on: '2020-01-01' } }),
    'fleets/mine.yaml': fleet,
  };
  const world = memoryWorld({ files });
  const run = async (line: string) => {
    const { exit, out, err } = await runIn(world, line);
    return [exit, ...out, ...err];
  };
  const textOf = (file: string) => String(world.files.get(`/home/${file}`));
  return { world, run, textOf };
}

const target = (number: number, more = '') =>
  `  - label: customer ${number}\n    subscription: ${subscription(number)}\n${more}`;
const head =
  'defaults:\n  resourceGroup: soc\n  service: things\n  location: westeurope\n  tags: { owner: soc }\ntargets:\n';
const workflow = '.github/workflows/publish-mine.yml';

test('a workflow of GitHub Actions: a job for each shard, signed in by its token, with the keys that the fleet names', async () => {
  const keys = ['KEY', 'OTHER', 'KEY'].map((name, at) => target(at, `    key: { env: ${name} }\n`));
  const { run, textOf } = made(`${head}${keys.join('')}${target(3, '    tenant: contoso.com\n')}`);
  const line = 'export --as github-actions --fleet fleets/mine.yaml';
  expect(await run(`${line} --shards 3 --out .`)).toEqual([0, `written   ${workflow}`]);
  expect(parse(textOf(workflow))).toEqual({
    name: 'Publish fleets/mine.yaml',
    on: { workflow_dispatch: null, push: { branches: ['main'], paths: ['fleets/mine.yaml'] } },
    permissions: { contents: 'read', 'id-token': 'write' },
    concurrency: { group: 'publish-mine' },
    jobs: {
      publish: {
        name: '${{ matrix.shard }} of 3',
        'runs-on': 'ubuntu-latest',
        strategy: { 'fail-fast': false, matrix: { shard: [1, 2, 3] } },
        env: {
          AZURE_CLIENT_ID: '${{ vars.AZURE_CLIENT_ID }}',
          AZURE_TENANT_ID: '${{ vars.AZURE_TENANT_ID }}',
          KEY: '${{ secrets.KEY }}',
          OTHER: '${{ secrets.OTHER }}',
          FLEET: 'fleets/mine.yaml',
          SHARD: '${{ matrix.shard }}/3',
        },
        steps: [
          { uses: 'actions/checkout@v4' },
          { uses: 'actions/setup-node@v4', with: { 'node-version': 20 } },
          { run: 'npm ci' },
          { run: 'npx connector-kit publish --target azure --fleet "$FLEET" --shard "$SHARD" --yes' },
          {
            uses: 'actions/upload-artifact@v4',
            if: 'always()',
            with: {
              name: 'journal-${{ matrix.shard }}',
              path: '.connector-kit/fleet/*.jsonl',
              'include-hidden-files': true,
              overwrite: true,
            },
          },
        ],
      },
    },
  });
  expect(await run(`${line} --out .`)).toEqual([0, `written   ${workflow}`]); // ours, so it is replaced
  expect(parse(textOf(workflow)).jobs.publish.strategy.matrix).toEqual({ shard: [1] });
  expect((await run(`${line} --out -`)).join('\n')).toBe(`0\n${textOf(workflow).trimEnd()}`);
});

test('what the repository has to say, and the CONNECTOR of the command line', async () => {
  const targets = Array.from(
    { length: 250 },
    (_, at) => `- { name: n${at}, resourceGroup: soc, tenant: contoso.com, subscription: ${subscription(at)} }\n`,
  );
  const { run, textOf } = made(`targets:\n${targets.join('')}- { name: x, resourceGroup: soc, tenant: contoso.com }\n`);
  expect((await run('export ./fleets/things --as github-actions --fleet fleets/mine.yaml'))[0]).toBe(0);
  const { publish } = parse(textOf(`mine-github-actions/${workflow}`)).jobs;
  expect(publish.strategy.matrix).toEqual({ shard: [1, 2, 3] });
  expect(publish.env).toEqual({
    AZURE_CLIENT_ID: '${{ vars.AZURE_CLIENT_ID }}',
    AZURE_SUBSCRIPTION_ID: '${{ vars.AZURE_SUBSCRIPTION_ID }}',
    CONNECTOR: './fleets/things',
    FLEET: 'fleets/mine.yaml',
    SHARD: '${{ matrix.shard }}/3',
  });
  expect(publish.steps[3].run).toBe(
    'npx connector-kit publish "$CONNECTOR" --target azure --fleet "$FLEET" --shard "$SHARD" --yes',
  );
});

const vault = '/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/partner-vault';

test('deployment stacks: a template for each connector, a parameter file for each subscription', async () => {
  const own = '    service: own\n    resource: contoso\n    connection: mine\n    tenant: contoso.com\n';
  const { world, run, textOf } = made(
    `${head}${target(1, '    key: { vault: partner-vault/one }\n')}${target(1, '    name: two\n    key: { vault: other/two }\n')}${target(2)}${target(3, own)}`,
  );
  const line = 'export --as stack --fleet fleets/mine.yaml';
  const [exit, ...said] = await run(`${line} --vaults ${vault}`);
  const parametersOf = (number: number, name: string) => `mine-stack/${subscription(number)}/${name}.parameters.json`;
  const files = [
    'mine-stack/things.json',
    parametersOf(1, 'things'),
    parametersOf(2, 'things'),
    'mine-stack/own.json',
    parametersOf(3, 'own'),
    'mine-stack/deploy.sh',
    'mine-stack/README.md',
  ];
  expect([exit, ...said]).toEqual([0, ...files.map((file) => `written   ${file}`)]);
  const json = (file: string) => JSON.parse(textOf(file));
  const secret = (keyVaultId: string, secretName: string) => ({ ApiKey: { keyVaultId, secretName } });
  const open = '/subscriptions/<subscription>/resourceGroups/<resource group>/providers/Microsoft.KeyVault/vaults/';
  const at = { resourceGroup: 'soc', location: 'westeurope', values: {} };
  expect(json(parametersOf(1, 'things')).parameters.Targets.value).toEqual([
    { ...at, connectorName: 'things', connectionName: 'things', secrets: secret(vault, 'one') },
    { ...at, connectorName: 'two', connectionName: 'two', secrets: secret(`${open}other`, 'two') },
  ]);
  const [third] = json(parametersOf(3, 'own')).parameters.Targets.value;
  expect(third).toEqual({
    ...at,
    connectorName: 'own',
    connectionName: 'mine',
    resourceName: 'contoso',
    secrets: secret(`${open}<vault>`, '<the name of the secret>'),
  });
  expect(
    textOf('mine-stack/deploy.sh')
      .split('\n')
      .filter((one) => /^(?:#|az)/.test(one)),
  ).toEqual([
    '#!/bin/sh',
    '# Generated by connector-kit. Export again instead of editing.',
    '# LOCATION=REGION sh deploy.sh: where Azure keeps what it knows of a stack whose targets name no region.',
    `az stack sub create --yes --subscription '${subscription(1)}' --name 'connector-kit-things' \\`,
    `az stack sub create --yes --subscription '${subscription(2)}' --name 'connector-kit-things' \\`,
    "# az login --tenant 'contoso.com'",
    `az stack sub create --yes --subscription '${subscription(3)}' --name 'connector-kit-own' \\`,
  ]);

  // what the engine makes of one of them
  const { resources, problems } = deployedResources({
    template: json('mine-stack/things.json'),
    parameters: json(parametersOf(1, 'things')).parameters,
    scope: { subscription: subscription(1) },
    regionOf: () => 'westeurope',
    secretOf: (id, name) => (id === vault ? name : 'other'),
  });
  expect(problems).toEqual([]);
  const prefix = `/subscriptions/${subscription(1)}/resourceGroups/soc/providers/Microsoft.Web`;
  expect(resources.map(({ id }) => id)).toEqual(
    ['things', 'two'].flatMap((name) => [`${prefix}/customApis/${name}`, `${prefix}/connections/${name}`]),
  );
  const tagsIn = ({ body }: { readonly body: JsonObject }) =>
    isObject(body['tags']) ? body['tags']['owner'] : undefined;
  expect(resources.map(tagsIn)).toEqual(['soc', 'soc', 'soc', 'soc']);

  // again: nothing is written; what a person filled in stays
  expect((await run(`${line} --vaults ${vault}`)).slice(1)).toEqual(files.map((file) => `unchanged ${file}`));
  world.files.set(`/home/${parametersOf(2, 'things')}`, '{}');
  expect((await run(line))[3]).toBe(`kept      ${parametersOf(2, 'things')}`);
});

const wrong: readonly (readonly [line: string, fleet: string, message: string])[] = [
  ['--as github-actions', head + target(1), 'The fleet file is missing.'],
  ['--as arm --fleet fleets/mine.yaml', head + target(1), '--as arm was given with --fleet.'],
  ['--as arm', head + target(1), 'CONNECTOR is missing.'],
  ['fleets/things --as arm --shards 2', head + target(1), '--shards was given without --fleet.'],
  [
    '--as stack --fleet fleets/mine.yaml --shards 2',
    head + target(1),
    '--shards was given with --fleet and --as stack.',
  ],
  ['--as stack --fleet fleets/mine.yaml --out -', head + target(1), '--out - prints one file and nothing else.'],
  ['--as stack --fleet none.yaml', head + target(1), 'There is no fleet file none.yaml.'],
  ['--as stack --fleet fleets/mine.yaml', `${head}  - label: one\n`, 'The target one has no subscription.'],
  ['--as github-actions --fleet ../${{x}}.yaml', '', '"../${{x}}.yaml" cannot be named in a workflow.'],
  ['fleets/old --as arm', '', 'The API version "1" was retired on 2020-01-01: the docs'],
  [
    '--as stack --fleet fleets/mine.yaml',
    head + target(1, '    service: old\n'),
    'The API version "1" was retired on 2020-01-01: the docs',
  ],
];
test.each(wrong)('called wrongly: export %s', async (line, fleet, message) => {
  const { world, run } = made(fleet);
  world.files.set('/${{x}}.yaml', head.replace('things', '/home/fleets/things') + target(1));
  expect((await run(`export ${line}`)).slice(0, 2)).toEqual([2, `connector-kit: ${message}`]);
  expect(world.written).toEqual([]);
});

test('a fleet file that is wrong is told with its lines', async () => {
  const { world, run } = made(`${head}  - names: x\n`);
  for (const as of ['stack', 'github-actions']) {
    const [exit, first] = await run(`export --as ${as} --fleet fleets/mine.yaml`);
    expect([exit, String(first).startsWith('fleets/mine.yaml:7:')]).toEqual([1, true]);
  }
  expect(world.written).toEqual([]);
});

test('a retired version is exported with --force', async () => {
  const { run } = made('');
  expect((await run('export fleets/old --as arm --force'))[0]).toBe(0);
});
