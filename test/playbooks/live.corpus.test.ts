import { LLMock } from '@copilotkit/aimock';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { shippedPlaybooks } from '../../playbooks/shipped.js';
import { memoryWorld, type MemoryWorld } from '../cli/memory-world.js';
import { built } from '../connector/build.js';
import { runIn } from '../scenarios/run.js';

/* Each shipped playbook before a server that others wrote: asked, recorded, replayed; on our incidents and on those of the shared data. */

const KEY = 'canary-27182818';
const CONNECTOR = ['apiDefinition.swagger.json', 'apiProperties.json', 'contract.json'];
const folders = ['samples/incidents', '../shared/data/playbooks/incidents'].filter((folder) => existsSync(folder));
const incidents = folders.flatMap((folder) => readdirSync(folder).map((file) => `${folder}/${file}`));
const names = shippedPlaybooks(built('openai')).map(({ name }) => name);
const cases = names.flatMap((name) => incidents.map((incident) => [name, incident] as const));

/** One answer that all of them can read: an object with what each wants. */
const everything = JSON.stringify({
  steps: [{ title: 'Look', rationale: `The key is ${KEY}.` }],
  tactics: [{ name: 'Execution', description: 'Running code.' }],
  tasks: [{ title: 'Ask', rationale: 'Her.' }],
  queries: [{ title: 'All', table: 'SigninLogs', columns: ['TimeGenerated'], kql: 'SigninLogs | take 1' }],
});

let mock: LLMock;
beforeAll(async () => {
  mock = new LLMock({ port: 0, host: '127.0.0.1', auth: { apiKeys: [KEY] } });
  mock.on({ predicate: () => true }, { content: everything });
  await mock.start();
});
afterAll(() => mock.stop());

function world(name: string, incident: string): MemoryWorld {
  const files = {
    'incident.json': readFileSync(incident, 'utf8'),
    [`/kit/playbooks/${name}/azuredeploy.json`]: readFileSync(`playbooks/${name}/azuredeploy.json`, 'utf8'),
    ...Object.fromEntries(
      CONNECTOR.map((file) => [`/kit/connector/openai/${file}`, readFileSync(`connector/openai/${file}`, 'utf8')]),
    ),
  };
  return memoryWorld({ files, env: { KEY } });
}

test.each(cases)('%s on %s', async (name, incident) => {
  const here = world(name, incident);
  const over = name.endsWith('-keyless') ? '' : ' --connector completion=openai';
  const on = `playbook run ${name} --incident incident.json --now 2026-01-15T10:30:00Z --json${over}`;
  const live = await runIn(here, `${on} --upstream ${mock.url}/v1 --key-env KEY --record recorded`);
  const replayed = await runIn(here, `${on} --replay recorded`);
  const [first, second] = [live, replayed].map(({ out }) => JSON.parse(out.join('\n')));
  expect([live.exit, replayed.exit, first.status]).toEqual([0, 0, 'Succeeded']);
  expect(second.actions).toEqual(first.actions);
  expect([second.incident, second.usage]).toEqual([first.incident, first.usage]);
  expect(first.findings.filter(({ severity }: { severity: string }) => severity !== 'note')).toEqual([]);
  const kept = first.written.map((file: string) => here.files.get(`/home/${file}`));
  expect([...live.out, ...live.err, ...replayed.out, ...kept].join('\n')).not.toContain(KEY);
});
