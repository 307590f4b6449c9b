import type { Catalog } from '../../src/cli/catalog.js';
import type { Connector } from '../../src/definition/connector.js';
import { memoryWorld, type Content } from '../cli/memory-world.js';
import { run, runIn, runJson } from './run.js';
import { definition, files, text } from './things.js';
import { compileOnce } from '../compile-once.js';

compileOnce();

const connector: Connector = {
  name: 'things',
  definition,
  properties: { properties: {} },
  contract: { formatVersion: 1, operations: {} },
};
const catalog: Catalog = {
  services: [{ name: 'things', summary: 'Things.', defaultVersion: '2', versions: ['1', '2'] }],
  build: (name, version) => ({
    ...connector,
    name,
    definition: { ...definition, info: { ...definition.info, version: version ?? '2' } },
  }),
};
const all = [
  '../kit/connector/things/1/apiDefinition.swagger.json',
  '../kit/connector/things/1/apiProperties.json',
  '../kit/connector/things/apiDefinition.swagger.json',
  '../kit/connector/things/apiProperties.json',
];

test('all shipped connectors, then once more, then a stale one', async () => {
  const world = memoryWorld();
  const summary = '2 connectors, 4 files';
  expect(await runIn(world, 'build --check', catalog)).toEqual({
    exit: 1,
    out: [...all.map((file) => `stale ${file}`), `${summary}: 4 stale`, 'no findings'],
    err: [],
  });
  expect(world.written).toEqual([]);
  expect(await runIn(world, 'build', catalog)).toEqual({
    exit: 0,
    out: [...all.map((file) => `written ${file}`), `${summary}: 4 written`, 'no findings'],
    err: [],
  });
  expect(world.written.map(world.shown)).toEqual(all);
  const fresh = [`${summary}: all were up to date`, 'no findings'];
  expect(await runIn(world, 'build', catalog)).toEqual({ exit: 0, out: fresh, err: [] });
  expect(await runIn(world, 'build --check', catalog)).toEqual({
    exit: 0,
    out: [`${summary}: none is stale`, 'no findings'],
    err: [],
  });
  world.files.delete('/kit/connector/things/1/apiProperties.json');
  expect((await runIn(world, 'build --check', catalog)).out[0]).toBe(
    'stale ../kit/connector/things/1/apiProperties.json',
  );
  expect(world.written.length).toBe(4);
});

const made = async (line: string, more: Readonly<Record<string, Content>> = {}, exports: object = { connector }) => {
  const world = memoryWorld({ files: { ...files, 'm.ts': '', ...more }, importModule: async () => exports });
  const ran = await runIn(world, `${line} --json`, catalog);
  const result = JSON.parse(ran.out.join('\n'));
  return { exit: ran.exit, result, written: world.written.map(world.shown), world };
};

test.each<[string, readonly string[]]>([
  ['build things', all],
  ['build things --api-version 1', all.slice(0, 2)],
  [
    'build things --api-version 2 --out dist',
    ['dist/things/apiDefinition.swagger.json', 'dist/things/apiProperties.json'],
  ],
  [
    'build things --api-version 1 --out dist',
    ['dist/things/1/apiDefinition.swagger.json', 'dist/things/1/apiProperties.json'],
  ],
  ['build ./things', ['things/apiDefinition.swagger.json', 'things/apiProperties.json']],
  [
    'build things/apiDefinition.swagger.json --out dist',
    ['dist/things/apiDefinition.swagger.json', 'dist/things/apiProperties.json'],
  ],
  ['build m.ts --out dist', ['dist/things/apiDefinition.swagger.json', 'dist/things/apiProperties.json']],
])('%s writes', async (line, want) => {
  const { exit, result, written } = await made(line);
  expect([exit, result.files, result.written, result.stale, written]).toEqual([0, want, want, [], want]);
});

test('--endpoint is written, and that the host is no open one', async () => {
  const { world, written } = await made('build m.ts --out dist --endpoint http://localhost:1/v1');
  const { host, basePath, schemes } = JSON.parse(
    String(world.files.get('/home/dist/things/apiDefinition.swagger.json')),
  );
  const { openHost } = JSON.parse(String(world.files.get('/home/dist/things/contract.json')));
  expect([host, basePath, schemes, openHost, written.length]).toEqual(['localhost:1', '/v1', ['http'], false, 3]);
});

test('--check names what is stale', async () => {
  const { exit, result, written } = await made('build things --api-version 1 --check');
  expect([exit, result.files, result.written, result.stale, written]).toEqual([
    1,
    all.slice(0, 2),
    [],
    all.slice(0, 2),
    [],
  ]);
});

test('--out - prints the definition and nothing else', async () => {
  const canonical = (await made('build ./things')).world.files.get('/home/things/apiDefinition.swagger.json');
  const { exit, out, err } = await run('build ./things --out -', { files });
  expect([exit, `${out.join('\n')}\n`, err]).toEqual([0, canonical, []]);
});

test('--out - prints no definition that has an error', async () => {
  const broken = { 'things/apiDefinition.swagger.json': '{}' };
  expect(await run('build ./things --out -', { files: broken })).toEqual({
    exit: 1,
    out: [],
    err: [
      'things/apiDefinition.swagger.json:1:1 error The document has no "swagger", expected "swagger": "2.0".  definition-not-swagger-2',
    ],
  });
});

test.each<[string, readonly [number, string, string]]>([
  ['build things --out -', [2, 'called-wrongly', '--out - prints one definition and nothing else.']],
  ['build ./things --out -', [2, 'called-wrongly', '--out - prints one definition and nothing else.']],
  ['build none', [2, 'not-found', '"none" is no shipped name, and no file or folder.']],
  ['build things --api-version 3', [2, 'not-found', 'things has no version "3".']],
  [
    'build things --endpoint https://example.com',
    [2, 'called-wrongly', 'things at another host needs a folder of its own.'],
  ],
  ['build y.yaml', [2, 'called-wrongly', '"y.yaml" cannot be rewritten in place.']],
  ['build m.ts m.ts --out dist', [2, 'called-wrongly', '"m.ts" and "m.ts" would both be written to "dist/things".']],
])('%s is a fault', async (line, want) => {
  const { exit, result, written } = await made(line, { 'y.yaml': text(definition) });
  expect([exit, result.fault.code, result.fault.message]).toEqual(want);
  expect(written).toEqual([]);
});

const target = 'dist/things/apiDefinition.swagger.json';
const canonical = async () => String((await made('build m.ts --out dist')).world.files.get(`/home/${target}`));

test('a file that we made is replaced', async () => {
  const older = (await canonical()).replace('Gives things.', 'Gave things.');
  const { exit, written } = await made('build m.ts --out dist', { [target]: older });
  expect([exit, written]).toEqual([0, [target, 'dist/things/apiProperties.json']]);
});

test.each([
  ['another order or indent', async () => text(definition).replace('Gives things.', 'Gave things.')],
  ['text that is no JSON', async () => 'mine'],
  ['an edit that spoils the form', async () => (await canonical()).replace('Gives things."', 'Gave things." ')],
])('a file that we did not make (%s) is kept, and replaced with --force', async (_name, content) => {
  const foreign = { [target]: await content() };
  const kept = await made('build m.ts --out dist', foreign);
  expect([kept.exit, kept.result.fault, kept.written]).toEqual([
    3,
    {
      code: 'not-writable',
      message: `"${target}" was not made by this tool, and would be replaced.`,
      help: 'Give --force to replace it, or --out with another folder.',
    },
    [],
  ]);
  const forced = await made('build m.ts --out dist --force', foreign);
  expect([forced.exit, forced.written]).toEqual([0, [target, 'dist/things/apiProperties.json']]);
});

test('nothing to build', async () => {
  expect(await run('build')).toEqual({
    exit: 2,
    out: [],
    err: ['connector-kit: No connector is shipped.', 'Name a connector to build.'],
  });
});

test('a folder that cannot be written', async () => {
  const world = memoryWorld({ files, readOnly: ['dist'] });
  const { exit, err } = await runIn(world, 'build ./things --out dist');
  expect([exit, err]).toEqual([
    3,
    [
      'connector-kit: "dist/things/apiDefinition.swagger.json" cannot be written: permission denied.',
      'Give --out with a folder that can be written.',
    ],
  ]);
});

const broken = { ...definition, paths: { '/thing/{id}': definition.paths['/thing'] } };

test('nothing is written where one definition has an error', async () => {
  const { exit, result, written } = await made('build m.ts ./broken --out dist', {
    'broken/apiDefinition.swagger.json': text(broken),
  });
  expect([exit, result.written, written]).toEqual([1, [], []]);
  expect(
    result.findings.map((one: Record<string, string>) => `${one['file']} ${one['severity']} ${one['code']}`),
  ).toEqual(['broken/apiDefinition.swagger.json error path-parameter-missing']);
});

test('a finding of a module has no line', async () => {
  const { exit, result } = await runJson('build m.ts', {
    files: { 'm.ts': '' },
    importModule: async () => ({ a: { ...connector, definition: broken } }),
  });
  expect([exit, result.findings.map((one: Record<string, unknown>) => [one['file'], one['line']])]).toEqual([
    1,
    [['m.ts', undefined]],
  ]);
});
