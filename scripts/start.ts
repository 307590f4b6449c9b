/** The main job on this clone (npm start): builds the shipped connectors, checks them and holds them against recorded exchanges. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

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

await import('./bundle.js');
connectorKit('build');
connectorKit('build --check');
for (const test of tests) connectorKit(`test ${test}`);
console.log(`
The connectors: connector/<service>/apiDefinition.swagger.json, with apiProperties.json and contract.json beside it.
Their sources:  connector/*.ts. Change one, run npm start again, and see what the recordings say.
The recordings: samples/, where README.md says what recorded them.
The command:    node dist/bin.cjs --help`);

function connectorKit(line: string): void {
  console.log(`\n> connector-kit ${line}`);
  const words = line.split(' ').flatMap(expanded);
  const { status } = spawnSync(process.execPath, ['dist/bin.cjs', ...words], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** The files that a shell would put in the place of `FOLDER/*.json`. */
function expanded(word: string): readonly string[] {
  if (!word.endsWith('/*.json')) return [word];
  const folder = word.slice(0, -'*.json'.length);
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => folder + name);
}
