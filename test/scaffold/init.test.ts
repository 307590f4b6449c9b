import Ajv from 'ajv-draft-04';
import { initSchema } from '../../src/cli/schemas/init.js';
import { isRefusal } from '../../src/cli/world.js';
import { writeJson } from '../../src/core/json-write.js';
import { memoryWorld, type Circumstances, type MemoryWorld } from '../cli/memory-world.js';
import { compileOnce } from '../compile-once.js';
import { runIn } from '../scenarios/run.js';
import { definition as things } from '../scenarios/things.js';

compileOnce();

const old = { 'old/apiDefinition.swagger.json': writeJson(things) };

function made(circumstances: Circumstances = {}) {
  const world = memoryWorld({ ...circumstances, files: { ...old, ...circumstances.files } });
  return {
    world,
    run: async (line: string) => {
      const { exit, out, err } = await runIn(world, line);
      return { exit, lines: [...out, ...err] };
    },
  };
}
const textOf = (world: MemoryWorld, file: string): string => {
  const content = world.files.get(`/home/${file}`);
  return content instanceof Uint8Array ? new TextDecoder().decode(content) : String(content);
};
const filesBelow = (world: MemoryWorld, folder: string) =>
  [...world.files.keys()]
    .filter((file) => file.startsWith(`/home/${folder}/`))
    .map((file) => file.slice(`/home/${folder}/`.length));

const common = [
  'README.md',
  'package.json',
  'tsconfig.json',
  '.gitignore',
  '.pre-commit-config.yaml',
  '.github/workflows/check.yml',
  'azure-pipelines.yml',
];

test('an example to begin with: its files, and what comes next', async () => {
  const { world, run } = made();
  const files = [
    ...common,
    'src/connector.ts',
    'connectors/desk/apiDefinition.swagger.json',
    'connectors/desk/apiProperties.json',
    'connectors/desk/contract.json',
    'samples/get-ticket.json',
  ];
  expect(await run('init desk --empty')).toEqual({
    exit: 0,
    lines: [
      ...files.map((file) => `written desk/${file}`),
      '',
      'Next:',
      '  cd desk && npm install',
      '  npm test',
      '  npx connector-kit publish connectors/desk --target emulator --resource-group test --yes',
    ],
  });
  expect(filesBelow(world, 'desk')).toEqual(files);
  const lint = await run('lint desk/connectors/desk');
  const contract = await run('test desk/connectors/desk --samples desk/samples --strict');
  expect([lint.exit, lint.lines[0], contract.exit, contract.lines[1]]).toEqual([
    0,
    '1 definition linted',
    0,
    '  1 passed, 0 failed, 0 unmatched, 0 skipped',
  ]);
});

test('what package.json runs', async () => {
  const { world, run } = made();
  await run('init desk --empty');
  const { name, scripts, dependencies } = JSON.parse(textOf(world, 'desk/package.json'));
  expect({ name, scripts, dependencies }).toEqual({
    name: 'desk',
    scripts: {
      build: 'connector-kit build src/connector.ts --out connectors',
      types: 'tsc',
      lint: 'connector-kit lint connectors/desk',
      contract: 'connector-kit test connectors/desk --samples samples',
      test: 'npm run --silent types && npm run --silent build -- --check && npm run --silent lint && npm run --silent contract',
    },
    dependencies: { 'connector-kit': `^${world.version()}` },
  });
});

test('from a definition: the same files of the connector, and what lint calls an error is suppressed', async () => {
  const { world, run } = made();
  const result = await run('init . --from old --json');
  const json = JSON.parse(result.lines.join('\n'));
  expect(new Ajv.default({ strict: false }).validate(initSchema, json)).toBe(true);
  expect({ exit: result.exit, connector: json.connector, files: json.files, counts: json.counts }).toEqual({
    exit: 0,
    connector: 'old',
    files: [
      ...common,
      ...(json.suppressed.length > 0 ? ['connector-kit.yaml'] : []),
      'src/connector.ts',
      'connectors/old/apiDefinition.swagger.json',
      'connectors/old/apiProperties.json',
    ],
    counts: { error: 0, warning: 0, note: 0 },
  });
  expect(JSON.parse(textOf(world, 'connectors/old/apiDefinition.swagger.json'))).toEqual(things);
  expect((await run('lint connectors/old')).exit).toBe(0);
  const build = await run('build connectors/old --check');
  expect(build.exit).toBe(0);
});

test('from recordings: samples that the connector keeps, credentials replaced', async () => {
  const exchange = {
    formatVersion: 1,
    source: 'a test',
    request: {
      method: 'GET',
      url: 'https://a.example/v1/things/1?key=canary-0123456789',
      headers: { authorization: 'Bearer canary-0123456789' },
    },
    response: { status: 200, headers: { 'content-type': 'application/json' }, body: { id: 1, name: 'One' } },
  };
  const { world, run } = made({ files: { 'rec/one.json': writeJson(exchange) } });
  const { exit } = await run('init new --from-samples rec');
  expect(exit).toBe(0);
  expect(filesBelow(world, 'new').filter((file) => file.startsWith('samples/'))).toEqual(['samples/one.json']);
  const written = filesBelow(world, 'new')
    .map((file) => textOf(world, `new/${file}`))
    .join('');
  expect(written.includes('canary')).toBe(false);
  expect((await run('test new/connectors/new --samples new/samples')).lines[1]).toBe(
    '  1 passed, 0 failed, 0 unmatched, 0 skipped',
  );
});

const brokenJson = '{ "swagger": "2.0", "info": }';
const notOpenApi = writeJson({ a: 1 });

describe('what is refused, with nothing written', () => {
  test.each<[string, Circumstances['files'], string, number, string]>([
    [
      'two ways',
      {},
      'init new --empty --from old',
      2,
      'connector-kit: Several of --from, --from-samples, --service and --empty were given, expected one.',
    ],
    [
      'a version of what has none',
      {},
      'init new --empty --api-version 1',
      2,
      'connector-kit: --api-version was given, and no connector that has versions.',
    ],
    [
      'a folder that is a file',
      { new: 'text' },
      'init new --empty',
      3,
      'connector-kit: "new" is a file, expected a folder.',
    ],
    [
      'a folder below a file',
      { new: 'text' },
      'init new/deeper --empty',
      3,
      'connector-kit: "new" is a file, expected a folder.',
    ],
    [
      'a file that is there',
      { 'new/README.md': 'mine' },
      'init new --empty',
      3,
      'connector-kit: "new/README.md" is there already, and holds something else.',
    ],
    [
      'a folder where a file goes',
      { 'new/README.md/': '' },
      'init new --empty --force',
      3,
      'connector-kit: "new/README.md" is there, and no file that can be replaced.',
    ],
    [
      'a definition that is not there',
      {},
      'init new --from missing.json',
      2,
      'connector-kit: "missing.json" is no shipped name, and no file or folder.',
    ],
    [
      'a shipped connector that is none',
      {},
      'init new --service missing',
      2,
      'connector-kit: "missing" is no shipped connector.',
    ],
    ['a text that is no JSON', { 'a.json': brokenJson }, 'init new --from a.json', 1, 'a.json:1:29 error'],
    ['a document that is no definition', { 'a.json': notOpenApi }, 'init new --from a.json', 1, 'a.json:1:1 error'],
  ])('%s', async (_, files, line, exit, first) => {
    const { world, run } = made({ files: files ?? {} });
    const before = [...world.files];
    const result = await run(line);
    expect([result.exit, result.lines[0]?.slice(0, first.length)]).toEqual([exit, first]);
    expect([...world.files]).toEqual(before);
  });
});

test('a part of the wrong kind is not left out: nothing is written', async () => {
  const { world, run } = made({ files: { 'a.json': writeJson({ ...things, tags: 'none' }) } });
  const { exit, lines } = await run('init new --from a.json');
  expect([exit, lines.at(-1)]).toEqual([1, 'Nothing was written: there is no connector that could be kept whole.']);
  expect(filesBelow(world, 'new')).toEqual([]);
});

test('a folder that cannot be written is left as it was', async () => {
  const { world, run } = made({
    readOnly: ['/home/new/src'],
    files: { 'new/own.txt': 'mine', 'new/README.md': 'old' },
  });
  const { exit, lines } = await run('init new --empty --force');
  expect([exit, lines[0]?.slice(0, 57)]).toEqual([3, 'connector-kit: "new/src/connector.ts" cannot be written: ']);
  expect(filesBelow(world, 'new').map((file) => [file, textOf(world, `new/${file}`)])).toEqual([
    ['own.txt', 'mine'],
    ['README.md', 'old'],
  ]);
});

test('what is there and the same is no clash; with --force everything else is replaced', async () => {
  const { world, run } = made();
  await run('init new --empty');
  expect((await run('init new --empty')).exit).toBe(0);
  world.write('new/README.md', 'mine');
  expect((await run('init new --empty')).exit).toBe(3);
  expect((await run('init new --empty --force')).exit).toBe(0);
  expect(textOf(world, 'new/README.md').startsWith('# new\n')).toBe(true);
  expect(isRefusal(world.read('new/own.txt', 1))).toBe(true);
});

test('a name that packages cannot have becomes one that they can', async () => {
  const { world, run } = made();
  await run('init Über_Büro --empty');
  expect(JSON.parse(textOf(world, 'Über_Büro/package.json')).name).toBe('uber-buro');
  expect((await run('init 取得 --empty')).lines.at(-3)).toBe("  cd '取得' && npm install");
  expect(JSON.parse(textOf(world, '取得/package.json')).name).toBe('connector');
  await run('init connector-kit --empty');
  expect(JSON.parse(textOf(world, 'connector-kit/package.json')).name).toBe('connector');
});
