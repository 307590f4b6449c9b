import Ajv from 'ajv-draft-04';
import { exportSchema } from '../../src/cli/schemas/export.js';
import { writeJson } from '../../src/core/json-write.js';
import { runIn } from '../scenarios/run.js';
import { definition as things } from '../scenarios/things.js';
import { memoryWorld, type Circumstances, type MemoryWorld } from './memory-world.js';

const canary = 'canary-0123456789abcdef';
const definition = {
  ...things,
  securityDefinitions: { api_key: { type: 'apiKey', in: 'header', name: 'Authorization' } },
};
const properties = {
  properties: {
    connectionParameters: { api_key: { type: 'securestring' } },
    iconBrandColor: '#0078d4',
    capabilities: [],
    publisher: 'Contoso',
  },
};
const files = {
  'things/apiDefinition.swagger.json': writeJson(definition, { indent: 4 }),
  'things/apiProperties.json': writeJson(properties, { indent: 4 }),
  'things/contract.json': writeJson({ formatVersion: 1, keyPrefix: 'Bearer ', operations: {} }, { indent: 4 }),
};
const png = Buffer.from('89504e470d0a1a0a00', 'hex');
const formats = ['arm', 'bicep', 'terraform', 'stack', 'paconn', 'postman'];

/** A world, and a short way to run commands in it: exit code and all lines. */
function made(circumstances: Circumstances = {}) {
  const world = memoryWorld({ ...circumstances, files: { ...files, ...circumstances.files } });
  return {
    world,
    run: async (line: string) => {
      const { exit, out, err } = await runIn(world, line);
      return [exit, ...out, ...err];
    },
  };
}
const textOf = (world: MemoryWorld, file: string): string => String(world.files.get(`/home/${file}`));

const parameters = 'things-arm/azuredeploy.parameters.json';

test('writes once, replaces what it generates, and keeps what a person fills in', async () => {
  const { world, run } = made();
  expect(await run('export things --as arm')).toEqual([
    0,
    'written   things-arm/azuredeploy.json',
    `written   ${parameters}`,
    'written   things-arm/README.md',
  ]);
  expect((await run('export things --as arm')).slice(1)).toEqual([
    'unchanged things-arm/azuredeploy.json',
    `unchanged ${parameters}`,
    'unchanged things-arm/README.md',
  ]);
  world.write(parameters, '{ "filled": "in" }');
  expect((await run('export things --as arm --tags owner=soc')).slice(1)).toEqual([
    'written   things-arm/azuredeploy.json',
    `kept      ${parameters}`,
    'unchanged things-arm/README.md',
  ]);
  expect(textOf(world, parameters)).toBe('{ "filled": "in" }');
  expect((await run('export things --as arm --force'))[2]).toBe(`written   ${parameters}`);
});

test.each([
  ['arm', 'things-arm/README.md', '# mine'],
  ['arm', 'things-arm/azuredeploy.json', '{}'],
  ['bicep', 'things-bicep/main.bicep', 'param mine string'],
  ['terraform', 'things-terraform/apiDefinition.swagger.json', '{ "swagger": "2.0" }'],
  ['postman', 'things-postman/things.postman_collection.json', '{}'],
])('%s: does not replace %s of somebody else', async (format, file, text) => {
  const { world, run } = made({ files: { [file]: text } });
  expect(await run(`export things --as ${format}`)).toEqual([
    2 + 1,
    `connector-kit: "${file}" was not made by this tool, and would be replaced.`,
    'Give --force to replace it, or --out with another folder.',
  ]);
  expect(world.written).toEqual([]);
  expect((await run(`export things --as ${format} --force`))[0]).toBe(0);
});

test('an export over the connector itself is refused, whatever is forced', async () => {
  const { world, run } = made();
  expect(await run('export things --as paconn --out things --force')).toEqual([
    3,
    'connector-kit: "things/apiDefinition.swagger.json" is what is exported, and would be replaced.',
    'Give --out with another folder.',
  ]);
  expect(world.written).toEqual([]);
});

test('JSON keeps its schema, and findings are in it', async () => {
  const check = new Ajv.default({ allErrors: true }).compile(exportSchema);
  const { world, run } = made({ files: { 'bad.json': '{ "swagger": "2.0" }' } });
  const results = [];
  for (const line of ['export things --as stack --json', 'export bad.json --as arm --json']) {
    const [exit, ...out] = await run(line);
    const result = JSON.parse(out.join('\n'));
    check(result);
    expect(check.errors ?? []).toEqual([]);
    results.push([exit, result.ok, result.written, result.findings.map(({ code }: { code: string }) => code)]);
  }
  expect(results).toEqual([
    [0, true, ['things-stack/stack.json', 'things-stack/stack.parameters.json', 'things-stack/README.md'], []],
    [1, false, [], ['definition-missing-key', 'definition-missing-key']],
  ]);
  expect([...world.files.keys()].filter((file) => file.includes('bad-'))).toEqual([]);
});

test('--out - prints the template or the collection', async () => {
  const { world, run } = made();
  const schemas = [];
  for (const format of ['arm', 'stack', 'postman']) {
    const [exit, ...out] = await run(`export things --as ${format} --out -`);
    const { $schema, info } = JSON.parse(out.join('\n'));
    schemas.push([exit, ($schema ?? info.schema).split('/').at(-1)]);
  }
  expect(schemas).toEqual([
    [0, 'deploymentTemplate.json#'],
    [0, 'subscriptionDeploymentTemplate.json#'],
    [0, 'collection.json'],
  ]);
  expect(world.written).toEqual([]);
});

test.each([
  ['', 'The format is missing.'],
  [
    ' --as amr',
    '--as is "amr", expected one of arm, bicep, terraform, stack, paconn, postman, github-actions. Did you mean "arm"?',
  ],
  [' --as bicep --out -', '--out - prints one file and nothing else.'],
  [' --as arm --out - --json', undefined],
  [
    ' --as arm --name a/b',
    'The name of the connector is "a/b", expected 1 to 79 letters, digits and "_.()-" that begin with a letter or digit and do not end with a dot.',
  ],
  [' --as arm --tags a', '"a" is no NAME=VALUE.'],
  [' --as arm --tags connector-kit-hash=1', 'The tag "connector-kit-hash" is set by this tool, expected another name.'],
  [' --as arm --repository http://x', '--repository is "http://x", expected an address with https.'],
  [' --as arm --repository https://x/)(', '--repository is "https://x/)(", expected an address with https.'],
  [' --as arm --updated yesterday', '--updated is "yesterday", expected a time such as 2026-11-22T00:00:00Z.'],
])('called wrongly: export things%s', async (line, message) => {
  const { world, run } = made();
  const [exit, said] = await run(`export things${line}`);
  expect([exit, ...(message === undefined ? [] : [said])]).toEqual([
    2,
    ...(message === undefined ? [] : [`connector-kit: ${message}`]),
  ]);
  expect(world.written).toEqual([]);
});

test('an icon goes with it', async () => {
  const { world, run } = made({ files: { 'things/icon.png': png } });
  await run('export things --as paconn --out deep/er');
  await run('export things --as terraform');
  expect(JSON.parse(textOf(world, 'deep/er/settings.json')).icon).toBe('icon.png');
  expect(world.files.get('/home/deep/er/icon.png')).toEqual(png);
  expect((await run('export things --as paconn --out deep/er'))[3]).toBe('unchanged deep/er/icon.png');
  world.files.set('/home/deep/er/icon.png', 'mine');
  expect((await run('export things --as paconn --out deep/er'))[1]).toBe(
    'connector-kit: "deep/er/icon.png" was not made by this tool, and would be replaced.',
  );
  expect(textOf(world, 'things-terraform/icon.txt')).toBe(`data:image/png;base64,${png.toString('base64')}`);
});

test('what was exported is read back as the same connector', async () => {
  const { run } = made();
  for (const format of formats) await run(`export things --as ${format}`);
  const changes = [];
  for (const file of [
    'things-arm/azuredeploy.json',
    'things-stack/stack.json',
    'things-bicep',
    'things-terraform',
    'things-paconn',
  ]) {
    const [, ...out] = await run(`diff things ${file} --json`);
    changes.push([file, JSON.parse(out.join('\n')).changes.map(({ pointer }: { pointer: string }) => pointer)]);
  }
  const form = ['displayName', 'description', 'tooltip'].map(
    (key) => `/properties/connectionParameters/api_key/uiDefinition/${key}`,
  );
  expect(changes).toEqual([
    ['things-arm/azuredeploy.json', ['/properties']],
    ['things-stack/stack.json', ['/properties']],
    ['things-bicep', []],
    ['things-terraform', []],
    ['things-paconn', [...form, '/properties/policyTemplateInstances']],
  ]);
  const [exit, ...out] = await run('test things --samples things-postman/things.postman_collection.json --json');
  expect([exit, JSON.parse(out.join('\n')).samples]).toEqual([
    0,
    { total: 1, passed: 1, failed: 0, unmatched: 0, skipped: 0 },
  ]);
});

test('a template is a connector: with none in it, or two, it is not', async () => {
  const one = { type: 'Microsoft.Web/customApis', name: 'x', properties: { swagger: things } };
  const template = (...resources: object[]) =>
    writeJson({
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      resources,
    } as never);
  const { run } = made({
    files: { 'none.json': template(), 'one.json': template(one), 'two.json': template(one, one) },
  });
  const said = async (file: string) => (await run(`export ${file} --as arm --name n`))[1];
  expect([await said('none.json'), await said('one.json'), await said('two.json')]).toEqual([
    'connector-kit: The template "none.json" has 0 custom connectors with a definition, expected one.',
    'written   x-arm/azuredeploy.json',
    'connector-kit: The template "two.json" has 2 custom connectors with a definition, expected one.',
  ]);
});

test('the key of a connection that was published is in no export', async () => {
  const { run, world } = made({ env: { KEY: canary, TF_VAR_api_key: canary }, input: canary });
  expect((await run('publish things --target emulator -g soc --connection mine --key-env KEY --yes'))[0]).toBe(0);
  world.written.length = 0;
  for (const format of formats) expect((await run(`export things --as ${format}`))[0]).toBe(0);
  expect(world.written.length).toBeGreaterThan(20);
  const holding = world.written.filter((file) => String(world.files.get(file)).includes(canary));
  expect(holding).toEqual([]);
});
