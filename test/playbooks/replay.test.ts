import { readdirSync, readFileSync } from 'node:fs';
import { shippedPlaybooks } from '../../playbooks/shipped.js';
import type { JsonObject } from '../../src/core/json.js';
import { memoryWorld } from '../cli/memory-world.js';
import { compileOnce } from '../compile-once.js';
import { runIn } from '../scenarios/run.js';

compileOnce();

const incidents = readdirSync('samples/incidents').map((file) => file.replace('.json', ''));
const cases = shippedPlaybooks.flatMap(({ name, connector }) =>
  incidents.map((incident) => [name, incident, connector] as const),
);

interface Result {
  readonly status: string;
  readonly incident: {
    readonly comments: readonly { readonly message: string }[];
    readonly tasks: readonly { readonly title: string; readonly description?: string }[];
    readonly tags: readonly string[];
    readonly severity: string;
    readonly status: string;
  };
  readonly calls: readonly JsonObject[];
  readonly findings: readonly JsonObject[];
}

async function replayed(name: string, recording: string, given: JsonObject, words: string): Promise<Result> {
  const folder = `samples/playbooks/${name}/${recording}`;
  const recordings = readdirSync(folder).map((file) => [`replay/${file}`, readFileSync(`${folder}/${file}`, 'utf8')]);
  const parts = ['apiDefinition.swagger.json', 'apiProperties.json', 'contract.json'];
  const files = {
    ...Object.fromEntries(recordings),
    'incident.json': JSON.stringify(given),
    [`/kit/playbooks/${name}/azuredeploy.json`]: readFileSync(`playbooks/${name}/azuredeploy.json`, 'utf8'),
    ...Object.fromEntries(
      parts.map((file) => [`/kit/connector/openai/${file}`, readFileSync(`connector/openai/${file}`, 'utf8')]),
    ),
  };
  const line = `playbook run ${name} --incident incident.json --replay replay --json ${words}`.trim();
  const { out } = await runIn(memoryWorld({ files }), line);
  return JSON.parse(out.join('\n'));
}

const readIncident = (name: string) => JSON.parse(readFileSync(`samples/incidents/${name}.json`, 'utf8'));

/** How many comments and tasks each leaves. */
const leaves: Readonly<Record<string, readonly [comments: number, tasks: number]>> = {
  'three-steps': [0, 3],
  'three-steps-keyless': [0, 3],
  'tactics-tasks-kql': [2, 4],
};

test.each(cases)('%s on %s, recorded, then once more', async (name, recording, connector) => {
  const words = connector === 'openai' ? '--connector completion=openai' : '';
  const given = readIncident(recording);
  const first = await replayed(name, recording, given, words);
  const { comments, tasks, tags, severity, status } = first.incident;
  const { properties } = given.object;
  expect([first.status, first.findings, comments.length, tasks.length]).toEqual([
    'Succeeded',
    [],
    ...(leaves[name] ?? []),
  ]);
  expect([severity, status]).toEqual([properties.severity, properties.status]);
  // of the incident and the model nothing is markup; our own is
  const shown = [
    ...comments.map(({ message }) => message),
    ...tasks.flatMap(({ title, description = '' }) => [title, description]),
  ];
  expect(shown.filter((text) => /<(?!\/?(?:p|pre)>)/.test(text))).toEqual([]);
  const labels = tags.map((labelName) => ({ labelName }));
  const again = { ...given, object: { ...given.object, properties: { ...properties, labels } } };
  const second = await replayed(name, recording, again, words);
  expect([second.status, second.calls, second.incident.tasks, second.incident.tags]).toEqual([
    'Succeeded',
    [],
    [],
    tags,
  ]);
});
