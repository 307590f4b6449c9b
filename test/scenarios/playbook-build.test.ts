import { compose } from '../../src/actions/data.js';
import { expr } from '../../src/actions/expression.js';
import { workflow } from '../../src/actions/workflow.js';
import type { Catalog } from '../../src/cli/catalog.js';
import { playbook, type Playbook } from '../../src/sentinel/template/about.js';
import { onIncident } from '../../src/sentinel/steps/sentinel-steps.js';
import { compileOnce } from '../compile-once.js';
import { memoryWorld } from '../cli/memory-world.js';
import { run, runIn, runJson } from './run.js';

compileOnce();

function made(name: string, inputs: Parameters<typeof compose>[1]): Playbook {
  return playbook(workflow({ name, trigger: onIncident(), steps: [compose('A', inputs)] }), {
    title: `The ${name}`,
    description: 'What it does.',
    prerequisites: ['A key.'],
    postDeployment: ['A role.'],
    lastUpdateTime: '2026-01-15T00:00:00Z',
    tags: [],
    version: '1.0.0',
    author: 'A',
  });
}

const catalog: Catalog = {
  services: [],
  build: () => {
    throw new Error('no connector is built');
  },
  playbooks: async () => [made('one', 1), made('two', 2)],
};
const folder = '/kit/playbooks';
const files = ['one', 'two'].flatMap((name) =>
  ['README.md', 'azuredeploy.json'].map((file) => `${folder}/${name}/${file}`),
);

test('all that are shipped, then once more, then a stale one', async () => {
  const world = memoryWorld();
  const summary = '2 playbooks, 4 files';
  const stale = await runIn(world, 'playbook build --check', catalog);
  expect([stale.exit, world.written, stale.out.at(-2)]).toEqual([1, [], `${summary}: 4 changed`]);
  const first = await runIn(world, 'playbook build', catalog);
  expect([first.exit, world.written.toSorted()]).toEqual([0, files]);
  expect(await runIn(world, 'playbook build --check', catalog)).toEqual({
    exit: 0,
    out: [`${summary}: all were up to date`, 'no findings'],
    err: [],
  });
  const changed: Catalog = { ...catalog, playbooks: async () => [made('one', 1), made('two', 3)] };
  expect(await runIn(world, 'playbook build two --check', changed)).toEqual({
    exit: 1,
    out: [`stale ..${folder}/two/azuredeploy.json`, '1 playbook, 2 files: 1 changed', 'no findings'],
    err: [],
  });
});

test('what a module exports goes beside it, or to --out', async () => {
  const importModule = async () => ({ triage: made('mine', 1), other: made('other', 1), text: 'no playbook' });
  const modules = { importModule, files: { 'triage.ts': '' } };
  const { result } = await runJson('playbook build triage.ts#triage', modules);
  expect(result).toEqual({
    formatVersion: 1,
    ok: true,
    files: ['mine/azuredeploy.json', 'mine/README.md'],
    written: ['mine/azuredeploy.json', 'mine/README.md'],
    stale: [],
    counts: { error: 0, warning: 0, note: 0 },
    findings: [],
  });
  const { result: elsewhere } = await runJson('playbook build triage.ts#triage --out dist', modules);
  expect(elsewhere.files).toEqual(['dist/mine/azuredeploy.json', 'dist/mine/README.md']);
});

test('a workflow that the service refuses is not written', async () => {
  const world = memoryWorld();
  const broken: Catalog = { ...catalog, playbooks: async () => [made('one', expr("body('Nobody')"))] };
  const { exit, out } = await runIn(world, 'playbook build', broken);
  expect([exit, world.written, out.at(-3)]).toEqual([1, [], '1 playbook, 2 files: nothing was written']);
});

test('files of others stay', async () => {
  const world = memoryWorld({ files: { '/kit/playbooks/one/README.md': '# Mine\n' } });
  const { exit, err } = await runIn(world, 'playbook build one', catalog);
  expect([exit, world.written, err[0]]).toEqual([
    3,
    [],
    'connector-kit: "../kit/playbooks/one/README.md" was not made by this tool, and would be replaced.',
  ]);
  expect((await runIn(world, 'playbook build one --force', catalog)).exit).toBe(0);
});

test.each([
  ['playbook build thre', 'No playbook is called "thre".'],
  ['playbook build ./none.ts', 'There is no module "./none.ts".'],
  ['playbook build ./a.json', 'A playbook is built from a module, not from "./a.json".'],
])('%s', async (line, message) => {
  const { exit, err } = await run(line, { catalog, files: { 'a.json': '{}' } });
  expect([exit, err[0]]).toEqual([2, `connector-kit: ${message}`]);
});
