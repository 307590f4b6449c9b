import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bundledIn } from '../scenarios/bundled.js';

/* `lint --jobs`: several threads say what one says, in the same order; one that dies is made up for. */

let folder: string;
let bin: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'connector-kit-jobs-'));
  bin = bundledIn(folder);
  const places = ['openai', 'azure-openai', 'azure-openai-v1', 'compatible'];
  for (const name of places) cpSync(`connector/${name}`, join(folder, 'given', name), { recursive: true });
  put('broken', '{ "swagger": "2.0", ');
  put('bare', '{ "swagger": "2.0", "info": {}, "paths": { "/a": { "get": {} } } }');
});
afterAll(() => rmSync(folder, { recursive: true }));

function put(name: string, text: string): void {
  mkdirSync(join(folder, 'given', name));
  writeFileSync(join(folder, 'given', name, 'apiDefinition.swagger.json'), text);
}

function linted(...words: readonly string[]): Promise<readonly [code: number | undefined, out: string, err: string]> {
  return new Promise((done) => {
    const child = execFile(process.execPath, [bin, 'lint', 'given', ...words], { cwd: folder }, (_, out, err) =>
      done([child.exitCode ?? undefined, out, err]),
    );
  });
}

test.each([['text'], ['json'], ['junit'], ['sarif']])('as %s', async (format) => {
  const one = await linted('--format', format, '--jobs', '1');
  expect(one[0]).toBe(1);
  expect(one[1].length).toBeGreaterThan(100);
  expect(await linted('--format', format, '--jobs', '2')).toEqual(one);
  expect(await linted('--format', format, '--jobs', '5')).toEqual(one);
});

test('a thread that dies at once', async () => {
  const one = await linted('--jobs', '1');
  const mark = join(folder, 'began');
  const worker = `require('node:fs').writeFileSync(${JSON.stringify(mark)}, ''); process.exit(3);`;
  writeFileSync(join(dirname(bin), 'lint-worker.cjs'), worker);
  expect(await linted('--jobs', '1')).toEqual(one);
  expect(existsSync(mark)).toBe(false);
  expect(await linted('--jobs', '3')).toEqual(one);
  expect(existsSync(mark)).toBe(true);
});

test('a thread that dies with definitions in hand', async () => {
  for (let at = 0; at < 100; at += 1)
    cpSync('connector/openai', join(folder, 'given', `copy${at}`), { recursive: true });
  const one = await linted('--jobs', '1');
  const mark = join(folder, 'took');
  const worker = [
    "const { workerData: { takenBy, thread } } = require('node:worker_threads');",
    'const took = [takenBy.length - 1, takenBy.length - 2].filter((at) => Atomics.compareExchange(takenBy, at, 0, thread) === 0);',
    `require('node:fs').writeFileSync(${JSON.stringify(mark)}, JSON.stringify(took));`,
    'process.exit(3);',
  ];
  writeFileSync(join(dirname(bin), 'lint-worker.cjs'), worker.join('\n'));
  expect(await linted('--jobs', '2')).toEqual(one);
  expect(JSON.parse(readFileSync(mark, 'utf8'))).toHaveLength(2);
});
