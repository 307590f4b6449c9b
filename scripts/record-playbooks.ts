// Records samples/playbooks from a mock server that others wrote: npm run prepare && jiti scripts/record-playbooks.ts
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { promisify } from 'node:util';
import { LLMock } from '@copilotkit/aimock';

/** The port stands in the recorded addresses, so it is always the same. */
const PORT = 4011;
const KEY = 'playbook-key-31415926';

const steps = [
  { title: 'Ask the owner of the account', rationale: 'Was it them? A <b>call</b> & an answer decide the rest.' },
  { title: 'End all sessions', rationale: 'Whoever holds a token loses it.' },
  { title: 'Look for what was done', rationale: '1. Mail rules.\n2. New consents.' },
];
const query =
  "SigninLogs\n| where TimeGenerated > ago(1d) and UserPrincipalName == 'ann@contoso.com'\n| summarize count() by IPAddress";

/** What a model says that does what the incident tells it to. */
const hostile =
  "<script>alert(1)</script><img src=x onerror=alert(1)> [click](https://evil.example) ![p](https://evil.example/p.png) www.evil.example @{variables('x')} \"}]";

const triage = {
  tactics: [{ name: 'Initial Access', description: 'How an attacker gets in: here with credentials of a person.' }],
  tasks: steps,
  queries: [
    {
      title: 'Sign-ins of the account',
      table: 'SigninLogs',
      columns: ['UserPrincipalName', 'IPAddress', 'TimeGenerated'],
      kql: query,
    },
    { title: 'Made up', table: 'Logins', columns: ['User'], kql: 'Logins | take 10' },
  ],
};
const hostileTriage = {
  tactics: [{ name: hostile, description: hostile }],
  tasks: [{ title: hostile, rationale: hostile }],
  queries: [
    { title: hostile, table: 'SigninLogs', columns: ['IPAddress'], kql: `SigninLogs | where a == '${hostile}'` },
    { title: hostile, table: hostile, columns: [hostile], kql: hostile },
  ],
};

/** Words for a question of the articles, by its last turn. */
function words(asked: string): string {
  const step = /^Only give me step (\d)/.exec(asked)?.[1];
  const chosen = step === undefined ? undefined : steps[Number(step) - 1];
  if (chosen) return `${chosen.title}. ${chosen.rationale}`;
  if (asked.startsWith('Generate Microsoft Sentinel KQL')) return query;
  if (asked.startsWith('Describe the following'))
    return `${asked.split(': ')[1]}: what an attacker is after.\nIn short.`;
  return steps.map(({ title }, index) => `${index + 1}. ${title}.`).join('\n');
}

/** The answer to the last turn of a playbook's question. */
function answer(name: string, incident: string, asked: string): string {
  const isHostile = incident === 'hostile';
  if (name.endsWith('-article')) return isHostile ? hostile : words(asked);
  if (name.startsWith('three-steps')) {
    return JSON.stringify({ steps: isHostile ? [{ title: hostile, rationale: hostile }] : steps });
  }
  return JSON.stringify(isHostile ? hostileTriage : triage);
}

const names = readdirSync('playbooks').filter((name) => existsSync(`playbooks/${name}/azuredeploy.json`));
const incidents = readdirSync('samples/incidents').map((file) => file.replace('.json', ''));
for (const name of names) {
  const folder = `samples/playbooks/${name}`;
  mkdirSync(folder, { recursive: true });
  for (const incident of incidents) {
    const server = new LLMock({ port: PORT, host: '127.0.0.1', auth: { apiKeys: [KEY] } });
    server.on({ predicate: () => true }, ({ messages }) => ({
      content: answer(name, incident, String(messages.at(-1)?.content)),
    }));
    await server.start();
    try {
      rmSync(`${folder}/${incident}`, { recursive: true, force: true });
      await run(name, incident, `${folder}/${incident}`);
    } finally {
      await server.stop();
    }
  }
}

/** In another process: this one answers. */
async function run(name: string, incident: string, folder: string): Promise<void> {
  const line = `playbook run ${name} --incident samples/incidents/${incident}.json --upstream http://127.0.0.1:${PORT}/v1 --key-env KEY --record ${folder} --now 2026-01-15T10:30:00Z --quiet`;
  await promisify(execFile)(process.execPath, ['dist/bin.cjs', ...line.split(' ')], { env: { ...process.env, KEY } });
}
