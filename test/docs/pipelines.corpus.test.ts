import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { partsOf } from './page.js';
import { atEmulator, reader, recordedAtOpenAi, type Reader } from './reader.js';

/* The pipelines of docs/pipelines.md: read as YAML, and each shell step run, in a repository with a change, the emulator in place of Azure. */

/** A step, as both services write it. */
interface Step {
  readonly run?: string;
  readonly script?: string;
  readonly inputs?: { readonly inlineScript?: string };
}

let here: Reader;
beforeEach(() => {
  here = reader();
  const { folder, put, script } = here;
  script('npm', 'exit 0');
  script('gh', `echo "$@" >> "${folder}/gh.log"`);
  cpSync('connector/openai', join(folder, 'connectors/openai'), { recursive: true });
  cpSync('playbooks/three-steps', join(folder, 'playbooks/three-steps'), { recursive: true });
  put('samples/one.json', recordedAtOpenAi());
  put('.gitignore', 'node_modules\n.bin\n.connector-kit\n');
  const git = 'git -c user.name=a -c user.email=a@example.com';
  shell(
    `git init -q -b main && git add . && ${git} commit -qm one && git clone -q --bare . .bin/origin && git remote add origin .bin/origin && git fetch -q origin`,
  );
  const definition = readFileSync(join(folder, 'connectors/openai/apiDefinition.swagger.json'), 'utf8');
  put(
    'connectors/openai/apiDefinition.swagger.json',
    definition.replaceAll('max_completion_tokens', 'max_output_tokens'),
  );
  shell(`git checkout -qb change && ${git} commit -qam two`);
});
afterEach(() => here.remove());

const page = partsOf(readFileSync('docs/pipelines.md', 'utf8'));
const textOf = (file: string) =>
  page.flatMap((part) => ('file' in part && part.file === file ? [part.text] : []))[0] ?? '';

test('the workflow of GitHub Actions', () => {
  const { jobs } = parse(textOf('.github/workflows/connector.yml')) as {
    readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
  };
  expect(Object.keys(jobs)).toEqual(['check', 'publish', 'drift']);
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  follow(steps, { GITHUB_BASE_REF: 'main', NUMBER: '7', GH_TOKEN: 'none' });
  expect(read('gh.log')).toBe('pr comment 7 --body-file diff.md --edit-last --create-if-none\n');
});

test('that of Azure Pipelines', () => {
  interface Job {
    readonly steps?: readonly Step[];
    readonly strategy?: { readonly runOnce: { readonly deploy: { readonly steps: readonly Step[] } } };
  }
  const { stages } = parse(textOf('azure-pipelines.yml')) as {
    readonly stages: readonly { readonly stage: string; readonly jobs: readonly Job[] }[];
  };
  expect(stages.map(({ stage }) => stage)).toEqual(['Check', 'Publish', 'Drift']);
  const steps = stages.flatMap(({ jobs }) =>
    jobs.flatMap((job) => job.steps ?? job.strategy?.runOnce.deploy.steps ?? []),
  );
  follow(steps, { SYSTEM_PULLREQUEST_TARGETBRANCHNAME: 'main' });
});

test('the hook', () => {
  const { repos } = parse(textOf('.pre-commit-config.yaml')) as {
    readonly repos: readonly { readonly hooks: readonly { readonly entry: string }[] }[];
  };
  expect(shell(repos[0]?.hooks[0]?.entry ?? 'exit 9')).toBe('no findings\n');
  const hooks = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as readonly { readonly entry: string }[];
  const [lint, playbookLint] = hooks.map(({ entry }) => entry);
  expect(shell(`${lint} connectors/openai/apiDefinition.swagger.json`)).toContain('no findings');
  expect(shell(`${playbookLint} playbooks/three-steps/azuredeploy.json`)).toContain('no findings');
});

/** Runs each shell step, and looks at what they leave. */
function follow(steps: readonly Step[], env: Readonly<Record<string, string>>): void {
  const commands = steps.flatMap(({ run, script, inputs }) => run ?? script ?? inputs?.inlineScript ?? []);
  expect(commands.filter((command) => command.includes('connector-kit')).length).toBe(5);
  for (const command of commands) shell(command, env);
  expect(JSON.parse(read('lint.sarif'))).toMatchObject({ version: '2.1.0', runs: [{ results: [] }] });
  expect(read('contract.xml')).toMatch(/<testsuites? [^>]*failures="0"/);
  expect(read('diff.md')).toContain('max_completion_tokens');
  expect(read('diff.md')).toContain('Ask_for_steps');
}

function read(file: string): string {
  return readFileSync(join(here.folder, file), 'utf8');
}

/** As both services run a step: bash that stops at the first failure. */
function shell(command: string, more: Readonly<Record<string, string>> = {}): string {
  const { cwd, env } = here.options;
  const words = ['-e', '-o', 'pipefail', '-c', `${atEmulator(command)}`];
  const { status, stdout, stderr } = spawnSync('bash', words, { cwd, env: { ...env, ...more }, encoding: 'utf8' });
  expect({ command, status, failed: status === 0 ? '' : stdout + stderr }).toEqual({ command, status: 0, failed: '' });
  return stdout;
}
