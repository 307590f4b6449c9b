import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import { realWorld } from '../../src/cli/real-world.js';
import { emulatorLink } from '../../src/cli/emulator/link.js';
import { stateFileIn } from '../../src/cli/emulator/state-file.js';
import { allOf } from '../../src/emulator/shelf.js';
import { customApi } from '../emulator/ask.js';
import { randomFrom } from '../openapi/validity-mutations.js';
import { bundledIn, start } from '../scenarios/bundled.js';
import { writerFile } from './emulator-writer.js';

/*
 * Real processes that are killed at random moments while they write the emulator's state: what was acknowledged is there in the end, and
 * nobody waits for who is gone. KILLS=50 kills more often.
 */

const kills = Number(process.env['KILLS'] ?? 12);
const WRITERS = 3;
/** From a process's first acknowledged write on. */
const KILLED_WITHIN = 150;

let folder = '';
let writer = '';
const state = () => join(folder, 'state');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'emulator-kill-'));
  writer = join(folder, 'writer.cjs');
  await build({
    entryPoints: [writerFile],
    outfile: writer,
    bundle: true,
    platform: 'node',
    external: ['jiti'],
    logLevel: 'error',
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts a process that writes, kills it a while after its first write, and gives the names that it was told are made. */
async function written(prefix: string, lives: number): Promise<readonly string[]> {
  const env = { ...process.env, WRITER_STATE: state(), WRITER_PREFIX: prefix };
  const child = spawn(process.execPath, [writer], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  const ended = new Promise((done) => child.once('close', done));
  await new Promise((done) => {
    child.stdout.on('data', (chunk) => {
      out += chunk;
      done(undefined);
    });
    child.once('close', done);
  });
  await wait(lives);
  child.kill('SIGKILL');
  await ended;
  return out.split('\n').slice(0, -1);
}

function namesInState(): readonly string[] {
  return [...allOf(stateFileIn(realWorld(process.cwd()), state()).read().resources)].map(([, { name }]) => name);
}

/** Writers, each killed and started anew; meanwhile somebody reads. */
async function killAll(seed: number): Promise<readonly string[]> {
  const reader = { isDone: false };
  const reading = (async () => {
    while (!reader.isDone) {
      await wait(3);
      if (readdirSync(folder).includes('state') && readdirSync(state()).includes('state.json')) namesInState();
    }
  })();
  const random = randomFrom(seed);
  const one = async (at: number) => {
    const all: string[] = [];
    for (let time = 0; time < kills; time += 1) {
      all.push(...(await written(`s${seed}-w${at}-${time}`, random() * KILLED_WITHIN)));
    }
    return all;
  };
  const acknowledged = await Promise.all(Array.from({ length: WRITERS }, (_, at) => one(at)));
  reader.isDone = true;
  await reading;
  return acknowledged.flat();
}

test('without a running emulator: the state is whole at any time, and nothing acknowledged is lost', async () => {
  const acknowledged = await killAll(1);
  const names = new Set(namesInState());
  expect(acknowledged.length).toBeGreaterThanOrEqual(kills * WRITERS);
  expect(acknowledged.filter((name) => !names.has(name))).toEqual([]);
  const begun = Date.now();
  const link = await emulatorLink(realWorld(process.cwd()), { state: state() });
  const url = `${link.arm}${customApi(acknowledged[0] ?? '')}?api-version=2016-06-01`;
  const { status } = await link.send({ method: 'GET', url, headers: {}, authorize: true, timeoutSeconds: 5 });
  expect([status, Date.now() - begun < 10_000]).toEqual([200, true]);
  expect(readdirSync(state()).toSorted()).toEqual(['.gitignore', 'definitions', 'state.json']);
}, 300_000);

test('with a running emulator that is killed too: its address counts no more, and what it acknowledged is there', async () => {
  const bin = bundledIn(folder);
  const all: string[] = [];
  for (let time = 0; time < 3; time += 1) {
    const emulator = start(bin, `emulate --state ${state()} --quiet`, { cwd: folder });
    const { arm } = JSON.parse(await emulator.line) as { arm: string };
    const second = await start(bin, `emulate --state ${state()}`, { cwd: folder }).done;
    expect([second.exit, second.err.includes(arm)]).toEqual([2, true]);
    const writing = [0, 1].map((at) => written(`e${time}-w${at}`, 100 + time * 50));
    all.push(...(await writing[0]!));
    emulator.child.kill('SIGKILL');
    await emulator.done;
    all.push(...(await writing[1]!));
    expect(readdirSync(state())).toContain('address.json');
    const link = await emulatorLink(realWorld(process.cwd()), { state: state() });
    expect(link.isRunning).toBe(false);
    const names = new Set(namesInState());
    expect(all.filter((name) => !names.has(name))).toEqual([]);
  }
  const last = start(bin, `emulate --state ${state()} --quiet`, { cwd: folder });
  await last.line;
  last.child.kill('SIGTERM');
  expect((await last.done).exit).toBe(0);
  expect(readdirSync(state()).toSorted()).toEqual(['.gitignore', 'definitions', 'state.json']);
}, 300_000);
