import { sorted, valuesOf } from '../../src/cli/parse.js';
import { credentialOf } from '../../src/cli/target/credential.js';
import { azureFlags } from '../../src/cli/target/target-flags.js';
import { run } from '../scenarios/run.js';
import { memoryWorld } from './memory-world.js';

const operands = { placeholder: '', least: 0, most: 0 };

/** Why nobody is signed in. */
async function failure(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const accepts = { command: 'plan', flags: azureFlags, operands };
  const { flags } = valuesOf(sorted(words, accepts), accepts);
  try {
    await credentialOf(memoryWorld({ env }), flags).getToken('https://management.azure.com/.default');
  } catch (error) {
    return error;
  }
  return undefined;
}

test('what is missing is said', async () => {
  expect(await failure(['--credential', 'environment'])).toMatchObject({
    code: 'no-credential',
    message:
      'Signing in to Azure failed: EnvironmentCredential is unavailable. No underlying credential could be used.',
    help: 'Set AZURE_TENANT_ID and AZURE_CLIENT_ID, with AZURE_CLIENT_SECRET or AZURE_CLIENT_CERTIFICATE_PATH.',
  });
});

test('a job of GitHub that gets no token', async () => {
  const env = {
    AZURE_CLIENT_ID: 'a',
    AZURE_TENANT_ID: '00000000-0000-0000-0000-000000000001',
    ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:1/',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'canary',
  };
  expect(await failure(['--credential', 'workload-identity'], env)).toMatchObject({
    code: 'no-credential',
    message: expect.stringMatching(/nothing listens there \(ECONNREFUSED\)|the network does not lead/),
  });
});

test('the command says it, and what to do', async () => {
  const line = 'pull --target azure -g soc --name x --out x --subscription 00000000-0000-0000-0000-000000000001';
  const { exit, err } = await run(`${line} --credential workload-identity`);
  expect([exit, err.at(-1)]).toEqual([
    3,
    'Set AZURE_TENANT_ID and AZURE_CLIENT_ID, and let the pipeline give a token (in GitHub Actions: permissions: id-token: write).',
  ]);
});
