/** The main job on this clone (npm start): builds the shipped connectors, checks them and holds them against recorded exchanges. */
import { spawnSync } from 'node:child_process';

/** The contract tests: a shipped connector, its recordings, and the host that they were recorded from where that is not its own. */
const tests: readonly (readonly [connector: string, samples: string, ...rest: readonly string[]])[] = [
  ['openai', 'samples/openai', '--endpoint', 'http://127.0.0.1:4010/v1'],
  ['azure-openai', 'samples/azure-openai'],
  ['azure-openai', 'samples/azure-openai', '--api-version', '2023-03-15-preview'],
  ['azure-openai-v1', 'samples/azure-openai-v1'],
];

await import('./bundle.js');
connectorKit('build');
connectorKit('build', '--check');
for (const [connector, samples, ...rest] of tests) connectorKit('test', connector, '--samples', samples, ...rest);
console.log(`
The connectors: connector/<service>/apiDefinition.swagger.json, with apiProperties.json and contract.json beside it.
Their sources:  connector/*.ts. Change one, run npm start again, and see what the recordings say.
The recordings: samples/, where README.md says what recorded them.
The command:    node dist/bin.cjs --help`);

function connectorKit(...words: readonly string[]): void {
  console.log(`\n> connector-kit ${words.join(' ')}`);
  const { status } = spawnSync(process.execPath, ['dist/bin.cjs', ...words], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
