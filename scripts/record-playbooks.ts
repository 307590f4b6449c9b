// Records samples/playbooks from a mock server that others wrote: npm run prepare && jiti scripts/record-playbooks.ts
import { execFile } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { promisify } from 'node:util';
import { LLMock } from '@copilotkit/aimock';

/** The port stands in the recorded addresses, so it is always the same. */
const PORT = 4011;
const KEY = 'playbook-key-31415926';

const steps = {
  steps: [
    { title: 'Ask the owner of the account', rationale: 'Was it them? A <b>call</b> & an answer decide the rest.' },
    { title: 'End all sessions', rationale: 'Whoever holds a token loses it.' },
    { title: 'Look for what was done', rationale: '1. Mail rules.\n2. New consents.' },
  ],
};
const triage = {
  tactics: [{ name: 'Initial Access', description: 'How an attacker gets in: here with credentials of a person.' }],
  tasks: steps.steps,
  queries: [
    {
      title: 'Sign-ins of the account',
      table: 'SigninLogs',
      columns: ['UserPrincipalName', 'IPAddress', 'TimeGenerated'],
      kql: "SigninLogs\n| where TimeGenerated > ago(1d) and UserPrincipalName == 'ann@contoso.com'\n| summarize count() by IPAddress",
    },
    { title: 'Made up', table: 'Logins', columns: ['User'], kql: 'Logins | take 10' },
  ],
};
const answers: Readonly<Record<string, unknown>> = {
  'three-steps': steps,
  'three-steps-keyless': steps,
  'tactics-tasks-kql': triage,
};

for (const [name, answer] of Object.entries(answers)) {
  const folder = `samples/playbooks/${name}`;
  rmSync(folder, { recursive: true, force: true });
  const server = new LLMock({ port: PORT, host: '127.0.0.1', auth: { apiKeys: [KEY] } });
  server.on({ predicate: () => true }, { content: JSON.stringify(answer) });
  await server.start();
  try {
    for (const incident of readdirSync('samples/incidents').sort()) await run(name, incident, folder);
  } finally {
    await server.stop();
  }
}

/** In another process: this one answers. */
async function run(name: string, incident: string, folder: string): Promise<void> {
  const line = `playbook run ${name} --incident samples/incidents/${incident} --upstream http://127.0.0.1:${PORT}/v1 --key-env KEY --record ${folder}/${incident.replace('.json', '')} --now 2026-01-15T10:30:00Z --quiet`;
  await promisify(execFile)(process.execPath, ['dist/bin.cjs', ...line.split(' ')], { env: { ...process.env, KEY } });
}
