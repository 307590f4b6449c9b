import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Json, JsonObject } from '../../src/core/json.js';
import type { Reply } from '../../src/engine/effects.js';
import { readyWorkflow } from '../../src/engine/ready-workflow.js';
import { runWorkflow } from '../../src/engine/run-workflow.js';
import { dice, mutated } from './mutate.js';

const folder = '../shared/data/playbooks';
const corpus = existsSync(folder) ? describe : describe.skip;
const read = (file: string) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as JsonObject; // made by us

/** How many workflows are mutated. */
const COUNT = 10_000;

/** The definitions of the real workflows, and of the measured cases. */
function definitions(): Json[] {
  const real = readdirSync(`${folder}/workflows`).map((file) => definitionIn(read(`workflows/${file}`)));
  const measured = Object.values(read('controlflow-measured.json')).map(
    (one) => (one as JsonObject)['workflow'] ?? null,
  );
  // the real ones as often as the others
  return [...measured, ...Array.from({ length: 20 }, () => real).flat()];
}

function definitionIn(file: JsonObject): Json {
  const resources = file['resources'] as readonly JsonObject[] | undefined;
  const workflow = resources?.find(({ type }) => type === 'Microsoft.Logic/workflows');
  return ((workflow?.['properties'] ?? file) as JsonObject)['definition'] ?? file;
}

const replies: readonly Reply[] = [
  { statusCode: 200, headers: {}, body: { choices: [{ message: { content: 'x' } }], value: [1, 2] } },
  { statusCode: 200, headers: { 'Content-Type': 'text/plain' }, body: 'text' },
  { statusCode: 204, headers: {} },
  { statusCode: 202, headers: { location: 'https://x/y', 'retry-after': '0' } },
  { statusCode: 429, headers: { 'Retry-After': '1' }, body: null },
  { statusCode: 500, headers: {}, body: [] },
  { statusCode: 200, headers: {}, body: { value: [], '@odata.nextLink': 'https://x/y' }, milliseconds: 1e9 },
  { failure: { code: 'NoAnswer', message: 'Nothing answered.' } },
];

const statuses = ['Succeeded', 'Failed', 'Skipped', 'TimedOut', 'Cancelled', 'Aborted'];

corpus('10,000 mutated workflows', () => {
  test('are run, or refused with findings; none crashes or hangs', async () => {
    const given = definitions();
    const body = read('incidents/trigger_incident_full_synthetic.json');
    let ran = 0;
    for (let seed = 1; seed <= COUNT; seed += 1) {
      const roll = dice(seed * 7919);
      let definition = given[seed % given.length] ?? null;
      for (let times = Math.floor(roll() * 3); times >= 0; times -= 1) definition = mutated(definition, roll);
      const { ready, findings } = readyWorkflow(definition);
      expect(findings.length > 0).toBe(ready === undefined);
      if (!ready) continue;
      ran += 1;
      const send = () => replies[Math.floor(roll() * replies.length)] as Reply; // there is one
      const began = process.cpuUsage();
      const record = await runWorkflow(ready, { now: 0, seed, trigger: { body }, parameters: {}, send });
      const { user, system } = process.cpuUsage(began);
      if (user + system > 10_000_000) throw new Error(`Seed ${seed} took ${user + system} us.`);
      expect(['Succeeded', 'Failed', 'Cancelled', 'TimedOut']).toContain(record.status);
      for (const { status, error } of record.actions.values()) {
        expect(statuses).toContain(status);
        expect(typeof (error?.message ?? '')).toBe('string');
      }
    }
    expect(ran).toBeGreaterThan(COUNT / 3);
  }, 600_000);
});
