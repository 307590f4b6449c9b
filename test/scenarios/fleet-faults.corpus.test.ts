import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { randomFrom } from '../openapi/validity-mutations.js';
import { bundledIn, start } from './bundled.js';
import { definition } from './things.js';

/*
 * Real processes: a fleet in three tenants against the emulator, one request in three of which goes wrong; the run is killed three times,
 * each time gone on with, and then let run to its end. It takes a minute or two, nearly all of it spent waiting. TARGETS=30 takes fewer.
 */

const targets = Number(process.env['TARGETS'] ?? 300);
const kills = 3;
const canary = 'canary-0123456789abcdef';
const subscription = (index: number) => `${String(index).padStart(8, '0')}-1111-4111-8111-111111111111`;
const tenant = (index: number) => `${String(index % 3).padStart(8, '0')}-2222-4222-8222-222222222222`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'connector-kit-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function writeFleet(): void {
  const named = Array.from({ length: targets }, (_, index) => [
    `  - label: customer ${index}`,
    `    tenant: ${tenant(index)}`,
    `    subscription: ${subscription(index)}`,
  ]);
  const defaults = [
    'defaults:',
    '  resourceGroup: soc',
    '  service: things',
    '  connection: mine',
    '  key: { env: KEY }',
  ];
  writeFileSync(join(folder, 'fleet.yaml'), [...defaults, 'targets:', ...named.flat(), ''].join('\n'));
  mkdirSync(join(folder, 'things'));
  const securityDefinitions = { api_key: { type: 'apiKey', in: 'header', name: 'X-Key' } };
  const files = {
    'apiDefinition.swagger.json': { ...definition, securityDefinitions },
    'apiProperties.json': {
      properties: {
        connectionParameters: { api_key: { type: 'securestring' } },
        capabilities: [],
        iconBrandColor: '#0078d4',
      },
    },
  };
  for (const [name, value] of Object.entries(files)) {
    writeFileSync(join(folder, 'things', name), JSON.stringify(value));
  }
}

const journalFile = () => join(folder, '.connector-kit/fleet/fleet.yaml.publish.jsonl');

/** The lines of the journal: those that are whole, and how many are not. */
function journal() {
  const lines = readFileSync(journalFile(), 'utf8').split('\n').slice(0, -1);
  const whole = lines.flatMap((line) => {
    try {
      return [JSON.parse(line)];
    } catch {
      return [];
    }
  });
  const entries = whole.filter(({ target }) => target !== undefined);
  return { entries, broken: lines.length - whole.length };
}

test('a fleet that is killed again and again is published in the end, each target once', async () => {
  writeFleet();
  const bin = bundledIn(folder);
  const at = { cwd: folder, env: { KEY: canary } };
  const emulator = start(bin, 'emulate --faults 0.33 --seed 7 --quiet', at);
  await emulator.line;
  const random = randomFrom(12);
  const publish = (more: string) =>
    start(bin, `publish --target emulator --fleet fleet.yaml --concurrency 50 --yes --json --quiet${more}`, at);
  for (let time = 0; time < kills; time += 1) {
    const running = publish(time === 0 ? '' : ' --resume');
    await Promise.race([running.done, wait(4000 + random() * 8000)]);
    running.child.kill('SIGKILL');
    await running.done;
  }
  const before = journal().entries.filter(({ done }) => done).length;
  // of some thousand requests one may go wrong eight times: its target is named as failed, and left to the next run
  let ended = await publish(' --resume').done;
  expect(JSON.parse(ended.out).counts.skipped).toBe(before);
  for (let time = 0; time < 3 && ended.exit === 1; time += 1) ended = await publish(' --resume').done;
  expect([ended.exit, ended.err, JSON.parse(ended.out).targets.length]).toEqual([0, '', targets]);

  // the journal has each target once as done, whatever was lost with the processes
  const { entries, broken } = journal();
  const done = entries.filter((one) => one.done).map((one) => one.target);
  expect([new Set(done).size, done.length, broken <= kills]).toEqual([targets, targets, true]);

  // again: nothing is left to do, by the journal and by what is there
  expect(JSON.parse((await publish(' --resume').done).out).counts).toEqual({ skipped: targets });
  const { unchanged, failed = 0, ...others } = JSON.parse((await publish('').done).out).counts;
  expect([unchanged + failed, failed < 5, others]).toEqual([targets, true, {}]);
  emulator.child.kill('SIGTERM');
  expect((await emulator.done).exit).toBe(0);

  const files = readdirSync(join(folder, '.connector-kit'), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => readFileSync(join(one.parentPath, one.name), 'utf8'));
  expect(files.filter((text) => text.includes(canary))).toEqual([]);
  const { resources } = JSON.parse(readFileSync(join(folder, '.connector-kit/emulator/state.json'), 'utf8'));
  const wanted = Array.from({ length: targets }, (_, index) => {
    const group = `/subscriptions/${subscription(index)}/resourcegroups/soc/providers/microsoft.web`;
    return [`${group}/connections/mine`, `${group}/customapis/things`];
  });
  expect(Object.keys(resources).toSorted()).toEqual(wanted.flat().toSorted());
}, 900_000);
