import { readdirSync, readFileSync } from 'node:fs';
import { shippedPlaybooks } from '../../playbooks/shipped.js';
import type { JsonObject } from '../../src/core/json.js';
import { memoryWorld } from '../cli/memory-world.js';
import { built } from '../connector/build.js';
import { compileOnce } from '../compile-once.js';
import { runIn } from '../scenarios/run.js';

compileOnce();

/** All five are replayed through the emulator by `emulator/shipped-playbooks.corpus.test.ts`. */
const incidents = ['bare', 'hostile'];
const cases = shippedPlaybooks(built('openai')).flatMap(({ name }) =>
  incidents.map((incident) => [name, incident, name.endsWith('-keyless') ? '' : 'openai'] as const),
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
    'expect.json': readFileSync(`${folder}.expect.json`, 'utf8'),
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

test.each(cases)('%s on %s, recorded, then once more', async (name, recording, connector) => {
  const words = connector === 'openai' ? '--connector completion=openai' : '';
  const given = readIncident(recording);
  const first = await replayed(name, recording, given, `--expect expect.json ${words}`);
  const { comments, tasks, tags, severity, status } = first.incident;
  const { properties } = given.object;
  const found = first.findings.filter(({ severity: of }) => of !== 'note');
  expect([first.status, found]).toEqual(['Succeeded', []]);
  expect([severity, status]).toEqual([properties.severity, properties.status]);
  // of the incident and the model nothing is markup; our own is
  const shown = [
    ...comments.map(({ message }) => message),
    ...tasks.flatMap(({ title, description = '' }) => [title, description]),
  ];
  expect(shown.filter((text) => /<(?!\/?(?:p|pre|br)>)/.test(text))).toEqual([]);
  const read = shown.map((text) => text.replace(/<pre>[^<]*<\/pre>/, ''));
  expect(read.filter((text) => /\]\(|:\/\/|www\./.test(text))).toEqual([]);
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
