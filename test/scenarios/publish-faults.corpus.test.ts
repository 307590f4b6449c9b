import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { randomFrom } from '../openapi/validity-mutations.js';
import { bundledIn, start } from './bundled.js';

/*
 * Real processes against the emulator, one request in three of which goes wrong: publishing is killed at random, again and again, and then
 * let run to its end. It takes a minute, nearly all of it spent waiting. KILLS=20 kills more often.
 */

const kills = Number(process.env['KILLS'] ?? 5);
/** From before the first request to after the last. */
const killedWithin = 6000;
const canary = 'canary-0123456789abcdef';
const connectors = [
  'openai',
  'azure-openai --resource soc',
  'azure-openai-v1 --resource soc',
  'compatible --endpoint http://127.0.0.1:1/v1',
];
const nameOf = (connector: string) => connector.split(' ')[0] ?? '';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'connector-kit-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('killed at random and with one request in three failing, everything is published in the end, once', async () => {
  const bin = bundledIn(folder);
  const at = { cwd: folder, env: { KEY: canary } };
  const emulator = start(bin, 'emulate --faults 0.33 --seed 11', at);
  await emulator.line;
  const random = randomFrom(12);
  const publish = (connector: string) =>
    start(
      bin,
      `publish ${connector} --target emulator -g soc --connection ${nameOf(connector)}-connection --key-env KEY --yes`,
      at,
    );
  const killed = async (connector: string) => {
    for (let time = 0; time < kills; time += 1) {
      const running = publish(connector);
      await Promise.race([running.done, wait(random() * killedWithin)]);
      running.child.kill('SIGKILL');
      await running.done;
    }
    return publish(connector).done;
  };
  const ended = await Promise.all(connectors.map(killed));
  expect(ended.map(({ exit, err }) => [exit, err])).toEqual(connectors.map(() => [0, '']));

  // again: nothing is left to do
  const again = await Promise.all(connectors.map(async (connector) => publish(connector).done));
  const results = again.flatMap(({ out }) =>
    out.split('\n').filter((line) => / (?:customApis|connections) /.test(line)),
  );
  expect(results.filter((line) => !line.startsWith('none (unchanged)'))).toEqual([]);
  emulator.child.kill('SIGTERM');
  expect((await emulator.done).exit).toBe(0);

  const text = readFileSync(join(folder, '.connector-kit/emulator/state.json'), 'utf8');
  const { resources } = JSON.parse(text);
  const group = '/subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/soc/providers/microsoft.web';
  expect(Object.keys(resources).toSorted()).toEqual(
    connectors
      .flatMap((one) => [`${group}/connections/${nameOf(one)}-connection`, `${group}/customapis/${nameOf(one)}`])
      .toSorted(),
  );
  expect(text).not.toContain(canary);
}, 600_000);
