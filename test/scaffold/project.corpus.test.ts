import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

/** Projects as a person gets them: written by the bundled command, with the package beside them, checked by their own scripts. */

const root = mkdtempSync(join(tmpdir(), 'connector-kit-projects-'));
const kit = join(root, 'node_modules/connector-kit');

beforeAll(() => {
  mkdirSync(join(root, 'node_modules/.bin'), { recursive: true });
  mkdirSync(kit);
  copyFileSync('package.json', join(kit, 'package.json'));
  for (const each of ['connector', 'samples', 'playbooks']) cpSync(each, join(kit, each), { recursive: true });
  symlinkSync(resolve('node_modules'), join(kit, 'node_modules'));
  symlinkSync(resolve('node_modules/typescript'), join(root, 'node_modules/typescript'));
  symlinkSync(resolve('node_modules/typescript/bin/tsc'), join(root, 'node_modules/.bin/tsc'));
  bundle(join(kit, 'dist'));
  symlinkSync(join(kit, 'dist/bin.cjs'), join(root, 'node_modules/.bin/connector-kit'));
  chmodSync(join(kit, 'dist/bin.cjs'), 0o755);
}, 300_000);
afterAll(() => rmSync(root, { recursive: true }));

/** `.ci/run` may have bundled already, and names the folder. */
function bundle(to: string): void {
  const made = process.env['CONNECTOR_KIT_BUNDLED'];
  if (made !== undefined) return cpSync(made, to, { recursive: true });
  execFileSync('node_modules/.bin/jiti', ['scripts/bundle.ts'], { env: { ...process.env, CONNECTOR_KIT_DIST: to } });
}

function shell(line: string, folder = '.') {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line], { cwd: join(root, folder), encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
}

const command = 'node_modules/.bin/connector-kit';

test.each([
  ['variant', '', true],
  ['cloud', '--service azure-openai --api-version 2024-06-01', true],
  ['gateway', '--service compatible', true],
  ['example', '--empty', true],
  ['recorded', '--from-samples node_modules/connector-kit/samples/llama-server', true],
  ['existing', '--from node_modules/connector-kit/connector/openai', false],
])(
  '%s: passes its own checks, and each step of its pipelines',
  (folder, flags, hasSamples) => {
    expect(shell(`${command} init ${folder} ${flags}`)).toMatchObject({ status: 0, err: '' });
    expect(shell('npm test --silent', folder)).toMatchObject({ status: 0 });
    const workflow = parse(readFileSync(join(root, folder, '.github/workflows/check.yml'), 'utf8'));
    const steps: readonly string[] = workflow.jobs.check.steps.flatMap(({ run }: { run?: string }) => run ?? []);
    const pipeline = parse(readFileSync(join(root, folder, 'azure-pipelines.yml'), 'utf8'));
    const scripts: readonly string[] = pipeline.steps.flatMap(({ script }: { script?: string }) => script ?? []);
    const hooks = parse(readFileSync(join(root, folder, '.pre-commit-config.yaml'), 'utf8'));
    const entries: readonly string[] = hooks.repos[0].hooks.map(({ entry }: { entry: string }) => entry);
    const all = new Set([...steps, ...scripts, ...entries].filter((line) => line !== 'npm ci')); // what it installs is beside it
    expect([all.size, [...all].filter((line) => shell(line, folder).status !== 0)]).toEqual([hasSamples ? 8 : 6, []]);
  },
  120_000,
);

test('a change of the sources makes the files stale, and the check says so', () => {
  shell(`${command} init changed --empty`);
  shell(`sed -i 's/Reads one ticket\\./Reads a ticket./' src/connector.ts`, 'changed');
  expect(shell('npm run --silent build -- --check', 'changed').status).toBe(1);
  expect(shell('npm run --silent build && npm test --silent', 'changed').status).toBe(0);
}, 120_000);
