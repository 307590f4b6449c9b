import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { resolve } from 'node:path';
import { at, shell, shippedPackage } from './shipped.js';

const group = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/soc';
const workspace = `${group}/providers/Microsoft.OperationalInsights/workspaces/soc`;
const incidents = `${workspace}/providers/Microsoft.SecurityInsights/incidents`;
const recorded = resolve('samples/playbooks/three-steps/sign-in');
const canary = 'canary-0123456789abcdef';

shippedPackage();

let emulator: ChildProcess | undefined;
afterAll(async () => {
  if (emulator === undefined) return;
  const ended = new Promise((done) => emulator?.once('exit', done));
  emulator.kill('SIGKILL');
  await ended;
});

/** Starts the emulator that answers with what was recorded, and gives its address. */
async function started(): Promise<string> {
  for (const name of ['connector', 'playbooks']) symlinkSync(resolve(name), at(`kit/${name}`));
  const child = spawn('node', [at('kit/dist/bin.cjs'), 'emulate', '--samples', recorded, '--quiet'], {
    cwd: at('work'),
  });
  emulator = child;
  return new Promise((done) => {
    child.stdout.once('data', (line: Buffer) => done((JSON.parse(line.toString()) as { arm: string }).arm));
  });
}

async function ask(arm: string, method: string, path: string, body?: object) {
  const response = await fetch(`${arm}${path}?api-version=2024-03-01`, {
    method,
    headers: { authorization: 'Bearer any', 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  return response.json() as Promise<{ properties: { labels: object[] }; value: { properties: { title: string } }[] }>;
}

test('from an empty resource group, by two commands: a new incident starts the playbook', async () => {
  const arm = await started();
  const publish = shell(
    `KEY=${canary} $KIT publish openai --target emulator -g soc --connection soc-ai --key-env KEY --yes`,
  );
  expect([publish.status, publish.err]).toEqual([0, '']);
  const command = `$KIT playbook publish three-steps --target emulator -g soc --yes --automation-rule --workspace ${workspace}`;
  const first = shell(command);
  expect([first.status, first.err]).toEqual([0, '']);
  const second = JSON.parse(shell(`${command} --json`).out) as { steps: { result: string }[] };
  expect(new Set(second.steps.map(({ result }) => result))).toEqual(new Set(['unchanged']));

  const { object } = JSON.parse(readFileSync('samples/incidents/sign-in.json', 'utf8')) as {
    object: { properties: Record<string, unknown> };
  };
  const { title, description, severity, status } = object.properties;
  await ask(arm, 'PUT', `${incidents}/one`, { properties: { title, description, severity, status } });
  let tasks: readonly string[] = [];
  for (let left = 100; left > 0 && tasks.length < 3; left -= 1) {
    const { value } = await ask(arm, 'GET', `${incidents}/one/tasks`);
    tasks = value.map(({ properties }) => properties.title);
    await new Promise((done) => void setTimeout(done, 50));
  }
  expect(tasks).toEqual(['Ask the owner of the account', 'End all sessions', 'Look for what was done']);
  const { properties } = await ask(arm, 'GET', `${incidents}/one`);
  expect(properties.labels).toEqual([expect.objectContaining({ labelName: 'ai-steps:v1' })]);
  expect(shell(`grep -rl ${canary} .`).out).toBe('');
}, 60_000);
