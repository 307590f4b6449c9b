import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { definition, sample, text } from '../scenarios/things.js';

let folder = '';
const at = (name: string) => join(folder, name);

/** The package, bundled as it is shipped, in a folder of its own, and beside it a user's folder `work`. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'connector-kit-'));
  mkdirSync(at('kit'));
  mkdirSync(at('work'));
  copyFileSync('package.json', at('kit/package.json'));
  symlinkSync(resolve('node_modules'), at('kit/node_modules'));
  bundle(at('kit/dist'));
  writeFileSync(at('work/things.json'), text(definition));
  writeFileSync(at('work/good.json'), text(sample({ count: 3 })));
  writeFileSync(at('work/bad.json'), text(Array.from({ length: 1000 }, () => sample({ count: 'three' }))));
  execFileSync('mkfifo', [at('work/pipe')]);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** `npm test` has bundled already, and names the folder; else it is done here, which takes seconds. */
function bundle(to: string): void {
  const made = process.env['CONNECTOR_KIT_BUNDLED'];
  if (made !== undefined) return cpSync(made, to, { recursive: true });
  execFileSync('node_modules/.bin/jiti', ['scripts/bundle.ts'], { env: { ...process.env, CONNECTOR_KIT_DIST: to } });
}

/** Runs a shell line in `work`; `$KIT` is the command. */
function shell(line: string) {
  const env = { ...process.env, KIT: `node ${at('kit/dist/bin.cjs')}` };
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line], { cwd: at('work'), env, maxBuffer: 2 ** 26 });
  return { status, out: stdout.toString(), err: stderr.toString() };
}

test('--version, from anywhere', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(shell('$KIT --version')).toEqual({ status: 0, out: `${version}\n`, err: '' });
});

test('exit codes reach the shell', () => {
  const lines = ['test things.json --samples good.json', 'test things.json --samples bad.json', 'tset'];
  expect(lines.map((line) => shell(`$KIT ${line}`).status)).toEqual([0, 1, 2]);
});

test('a long result is whole when its reader is slow', () => {
  const { out, err } = shell('$KIT test things.json --samples bad.json --json | (sleep 0.5; cat)');
  expect([out.length > 500_000, JSON.parse(out).findings.length, err]).toEqual([true, 1000, '']);
});

test('a reader that goes away is no trouble', () => {
  const { out, err } = shell('{ $KIT test things.json --samples bad.json --json; echo "exit $?" >&2; } | head -c 1');
  expect([out, err]).toEqual(['{', 'exit 1\n']);
});

test('a named pipe is not waited for', () => {
  const { findings } = JSON.parse(shell('$KIT test things.json --samples pipe --json').out);
  expect(findings.map(({ code }: { code: string }) => code)).toEqual(['file-unreadable']);
});

test('a TypeScript module needs no node_modules of its own', () => {
  const lines = [
    "import { action, connector, object, response, integer, type Connector } from 'connector-kit';",
    "const answer = object({ count: integer({ title: 'Count' }) });",
    'export const things: Connector = connector({',
    "  name: 'things', title: 'Things', description: 'Gives things.', version: '1.0', host: 'api.contoso.com', security: 'none',",
    "  operations: [action({ operationId: 'GetThing', method: 'get', path: '/thing', summary: 'Get', description: 'Gets.',",
    "    responses: { 200: response('The thing.', answer) } })],",
    '});',
  ];
  writeFileSync(at('work/things.ts'), lines.join('\n'));
  expect(shell('$KIT build things.ts --out dist').out).toBe(
    'written dist/things/apiDefinition.swagger.json\nwritten dist/things/apiProperties.json\n1 connector, 2 files: 2 written\nno findings\n',
  );
});

test('a module that throws is told without a stack', () => {
  writeFileSync(at('work/throws.mjs'), "throw new TypeError('no luck');");
  expect(shell('$KIT test throws.mjs --samples good.json')).toEqual({
    status: 2,
    out: '',
    err: 'connector-kit: "throws.mjs" could not be loaded: TypeError: no luck\nRun the module by itself to see where it throws.\n',
  });
});

test('what a module prints is no part of the result', () => {
  const things = readFileSync(at('work/things.ts'), 'utf8');
  const loud = "console.log('loud'); process.stdout.write('louder\\n'); process.on('exit', () => console.log('last'));";
  writeFileSync(at('work/loud.ts'), `${things}\n${loud}`);
  const { status, out, err } = shell('$KIT test loud.ts --samples good.json --json');
  expect([status, JSON.parse(out).samples.passed, err]).toEqual([0, 1, 'loud\nlouder\nlast\n']);
});

test('a module that never settles is a failure, not a silence', () => {
  writeFileSync(at('work/never.mjs'), 'await new Promise(() => {});');
  const { status, out } = shell('$KIT test never.mjs --samples good.json --json');
  expect([status, JSON.parse(out).fault.code]).toEqual([2, 'module-failed']);
});

test('a sample that a pipe gives in two parts is refused whole, not read in half', () => {
  const fed =
    '(head -c 20 good.json; sleep 1; tail -c +21 good.json) | (sleep 0.3; $KIT test things.json --samples /dev/stdin --json)';
  const { status, out } = shell(fed);
  expect([status, JSON.parse(out).findings.map(({ code }: { code: string }) => code)]).toEqual([
    1,
    ['file-unreadable'],
  ]);
});

test('a current folder that was deleted is no bug', () => {
  const { status, out, err } = shell('mkdir gone; cd gone; rmdir ../gone; $KIT explain null-not-declared');
  expect([status, out.split('\n')[0], err]).toEqual([0, 'null-not-declared (error)', '']);
});

test('a definition that explodes when its references are written out is built, and said to be unverified', () => {
  const refer = (to: number) => ({ $ref: `#/definitions/D${to}` });
  const levels = Array.from({ length: 60 }, (_, at) => [
    `D${at}`,
    { type: 'object', properties: { a: refer(at + 1), b: refer(at + 1) } },
  ]);
  const definitions = { ...Object.fromEntries(levels), D60: { type: 'string' } };
  writeFileSync(at('work/doubling.json'), text({ ...definition, definitions }));
  const { status, out } = shell('timeout 20 $KIT build doubling.json --out dist --json');
  expect([status, JSON.parse(out).findings.map(({ code }: { code: string }) => code)]).toEqual([
    0,
    ['definition-not-verified'],
  ]);
});

test('a secret that is no value, but a name or part of a broken file, is not printed', () => {
  const key = 'sk-proj-A1b2C3d4E5f6G7h8I9j0K1l2';
  writeFileSync(at('work/name.json'), text(sample({ count: 3, [key]: 1 })));
  writeFileSync(at('work/broken.json'), `{"request": ${key}}`);
  const { out, err } = shell('$KIT test things.json --samples name.json broken.json --json');
  expect(
    JSON.parse(out)
      .findings.map(({ code }: { code: string }) => code)
      .toSorted(),
  ).toEqual(['json-syntax', 'undeclared-property']);
  expect(out.includes(key) || err.includes(key)).toBe(false);
});

test('what V8 has made of the largest chunks is taken, also in another folder; stacks name no folder', () => {
  const program = `
    const { Script } = require('node:vm');
    const taken = [];
    const vm = require('node:vm');
    vm.Script = class extends Script { constructor(source, options) { super(source, options); taken.push([options.filename, this.cachedDataRejected]); } };
    const { load } = require(process.argv[1]);
    load(process.argv[2]);
    console.log(JSON.stringify(taken));`;
  writeFileSync(
    at('work/taken.cjs'),
    program.replaceAll(/argv\[(\d)\]/g, (_, at) => `argv[${Number(at) + 1}]`),
  );
  cpSync(at('kit/dist'), at('kit/moved'), { recursive: true });
  const taken = (chunk: string) => JSON.parse(shell(`node taken.cjs ${at('kit/moved/load-chunk.cjs')} ./${chunk}`).out);
  expect(['lint.cjs', 'test.cjs'].map(taken)).toEqual([
    [['connector-kit/lint.cjs', false]],
    [['connector-kit/test.cjs', false]],
  ]);
  expect(readFileSync(at('kit/dist/lint.cjs.v8')).includes(folder)).toBe(false);
});

test('what another version of V8 has made of them is no obstacle', () => {
  cpSync(at('kit/dist'), at('kit/other'), { recursive: true });
  writeFileSync(at('kit/other/lint.cjs.v8'), 'of another version');
  expect(shell(`node ${at('kit/other/bin.cjs')} lint things.json`)).toEqual(shell('$KIT lint things.json'));
});

test('a rule of the linter is explained and described although its examples are not where it is checked', () => {
  const bundled = readFileSync(at('kit/dist/lint.cjs'), 'utf8');
  expect(bundled.split('var summaryMissing')[1]?.slice(0, 400)).not.toMatch(
    /^ {2}(summary|why|source|published|codes|examples):/m,
  );
  expect(shell('$KIT explain summary-missing').out).toMatch(/^summary-missing \(/);
});
