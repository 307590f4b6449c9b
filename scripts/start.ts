/** The main job on this clone (npm start): builds the shipped connectors, checks them, holds them against recorded exchanges, publishes one to the emulator, and runs a playbook. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { isBundled } from './is-bundled.js';
import { throughEmulator } from './start-emulator.js';

/** The contract tests: a shipped connector, its recordings, and the host that they were recorded from where that is not its own. */
const tests: readonly string[] = [
  'openai --samples samples/openai --endpoint http://127.0.0.1:4010/v1',
  'azure-openai --samples samples/azure-openai',
  'azure-openai --samples samples/azure-openai --api-version 2024-06-01',
  'azure-openai --samples samples/azure-openai --api-version 2024-02-01',
  'azure-openai --samples samples/azure-openai --api-version 2023-03-15-preview',
  'azure-openai-v1 --samples samples/azure-openai-v1',
  // Only what was answered, and no stream: many of its requests are wrong on purpose.
  'compatible --samples samples/llama-server/*.json samples/llama-server/error --direction response',
];

/** The playbook that is shown at last. */
const playbook = 'tactics-tasks-kql';

if (!isBundled()) await import('./bundle.js');
connectorKit('build');
connectorKit('playbook build');
for (const test of tests) connectorKit(`test ${test}`);
const { arm, gateway, state } = await throughEmulator(run);
connectorKit(
  `playbook run ${playbook} --incident samples/incidents/sign-in.json --replay samples/playbooks/${playbook}/sign-in --connector completion=openai`,
);
console.log(`
The connectors: connector/<service>/apiDefinition.swagger.json, with apiProperties.json and contract.json beside it.
Their sources:  connector/*.ts. Change one, run npm start again, and see what the recordings say.
The playbooks:  playbooks/<name>/azuredeploy.json; their sources beside it. What you saw last is what one leaves on an incident.
The recordings: samples/, where README.md says what recorded them.
The emulator:   not Azure, but what stands for it on this machine. Resource Manager was at ${arm}, the connector gateway
                at ${gateway}; the connector and its connection are in ${state}/, without the key, which is gone.
                The answer came from a recording. Start it again: node dist/bin.cjs emulate --samples samples/openai
The command:    node dist/bin.cjs --help`);

function connectorKit(line: string): void {
  run(line.split(' ').flatMap(expanded));
}

function run(words: readonly string[], env: NodeJS.ProcessEnv = process.env): void {
  console.log(`\n> connector-kit ${words.map((word) => (/^[\w.:/=-]+$/.test(word) ? word : `'${word}'`)).join(' ')}`);
  const { status } = spawnSync(process.execPath, ['dist/bin.cjs', ...words], { stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
}

/** The files that a shell would put in the place of `FOLDER/*.json`. */
function expanded(word: string): readonly string[] {
  if (!word.endsWith('/*.json')) return [word];
  const folder = word.slice(0, -'*.json'.length);
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => folder + name);
}
