import { readFileSync, readdirSync } from 'node:fs';
import { catalog } from '../../connector/catalog.js';
import type { Catalog } from '../../src/cli/catalog.js';
import { memoryWorld, type Circumstances } from '../cli/memory-world.js';
import { compileOnce } from '../compile-once.js';
import { runIn } from '../scenarios/run.js';
import { shipped } from './build.js';

compileOnce();

const notBuilt: Catalog = {
  services: catalog.services,
  build: () => {
    throw new Error('regenerate builds from surfaces');
  },
};

/** What the package has in `connector/`; its sources only in a clone. */
const committed = Object.fromEntries(
  readdirSync('connector', { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(json|md)$/.test(file))
    .map((file) => [`/kit/connector/${file}`, readFileSync(`connector/${file}`, 'utf8')]),
);
const clone = { ...committed, '/kit/connector/catalog.ts': '' };

async function regenerate(line: string, files: Circumstances['files'] = clone) {
  const world = memoryWorld({ files });
  const { exit, out, err } = await runIn(world, `regenerate ${line}`, notBuilt);
  return { exit, out, err, written: world.written };
}

test.each(shipped)('%s %s: what is committed is what its surface gives', async (name, version) => {
  const { exit, out } = await regenerate(`${name} --api-version ${version} --check --json`);
  const { stale, unreviewed, findings } = JSON.parse(out.join('\n'));
  expect([exit, stale, unreviewed, findings]).toEqual([0, [], [], []]);
});

test('no version but the shipped ones has artifacts', () => {
  const folders = Object.keys(committed).filter((file) => file.endsWith('/apiDefinition.swagger.json'));
  const wanted = catalog.services.flatMap(({ name, defaultVersion, versions }) =>
    versions.map((version) => `/kit/connector/${version === defaultVersion ? name : `${name}/${version}`}`),
  );
  expect(folders.map((file) => file.slice(0, file.lastIndexOf('/'))).sort()).toEqual(wanted.sort());
});

test('an installed package is not written to, and can be checked', async () => {
  const { exit, err, written } = await regenerate('azure-openai --api-version 2024-06-01', committed);
  expect([exit, err, written]).toEqual([
    2,
    [
      'connector-kit: azure-openai lies in an installed package, which is not written to.',
      'Give --out DIR: everything is written there.',
    ],
    [],
  ]);
  expect((await regenerate('azure-openai --api-version 2024-06-01 --check', committed)).exit).toBe(0);
});

test('out of an installed package, to a folder: what changes for those who use the default version', async () => {
  const { exit, out } = await regenerate('azure-openai --api-version 2024-06-01 --out made --json', committed);
  const { from, breaking, written } = JSON.parse(out.join('\n'));
  expect([exit, from, breaking, written]).toEqual([
    0,
    '../kit/connector/azure-openai',
    true,
    [
      'made/upstream/azure-openai/2024-06-01.json',
      'made/azure-openai/apiDefinition.swagger.json',
      'made/azure-openai/apiProperties.json',
      'made/azure-openai/contract.json',
      'made/azure-openai/UPSTREAM.md',
    ],
  ]);
});

test('at a host of one’s own: to a folder', async () => {
  const { exit, err } = await regenerate('azure-openai --resource contoso');
  expect([exit, err[0]]).toEqual([2, 'connector-kit: azure-openai at another host needs a folder of its own.']);
  // The definition alone is stale: its host.
  const made = await regenerate('azure-openai --resource contoso --out /kit/connector --check --json');
  expect([made.exit, JSON.parse(made.out.join('\n')).stale]).toEqual([
    1,
    ['../kit/connector/azure-openai/apiDefinition.swagger.json', '../kit/connector/azure-openai/contract.json'],
  ]);
});

test('a version that no surface has', async () => {
  const { exit, err } = await regenerate('azure-openai --api-version 2024-10-12');
  expect([exit, err]).toEqual([
    2,
    [
      'connector-kit: azure-openai has no surface of version "2024-10-12". Did you mean "2024-10-21"?',
      'It has 2023-03-15-preview, 2023-05-15, 2023-12-01-preview, 2024-02-01, 2024-06-01, 2024-10-21, 2025-03-01-preview, v1: connector-kit regenerate CONNECTOR --api-version V --spec FILE makes another.',
    ],
  ]);
});
