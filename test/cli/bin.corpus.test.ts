import { cpSync, writeFileSync } from 'node:fs';
import { definition, text } from '../scenarios/things.js';
import { at, shell, shippedPackage, thingsModule } from './shipped.js';

shippedPackage();

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

test('a module that throws is told without a stack', () => {
  writeFileSync(at('work/throws.mjs'), "throw new TypeError('no luck');");
  expect(shell('$KIT test throws.mjs --samples good.json')).toEqual({
    status: 2,
    out: '',
    err: 'connector-kit: "throws.mjs" could not be loaded: TypeError: no luck\nRun the module by itself to see where it throws.\n',
  });
});

test('a module that exports a playbook needs no node_modules of its own', () => {
  const lines = [
    "import { compose, onIncident, playbook, workflow } from 'connector-kit/playbooks';",
    "const about = { title: 'T', description: 'D.', prerequisites: [], postDeployment: [], lastUpdateTime: '2026-01-15T00:00:00Z', tags: [], version: '1.0.0', author: 'A' };",
    "export const mine = playbook(workflow({ name: 'mine', trigger: onIncident(), steps: [compose('A', 1)] }), about);",
  ];
  writeFileSync(at('work/mine.ts'), lines.join('\n'));
  expect(shell('$KIT playbook build mine.ts').out).toBe(
    'written mine/azuredeploy.json\nwritten mine/README.md\n1 playbook, 2 files: 2 changed\nno findings\n',
  );
});

test('what a module prints is no part of the result', () => {
  const loud = "console.log('loud'); process.stdout.write('louder\\n'); process.on('exit', () => console.log('last'));";
  writeFileSync(at('work/loud.ts'), `${thingsModule}\n${loud}`);
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

test('what another version of V8 has made of them is no obstacle', () => {
  cpSync(at('kit/dist'), at('kit/other'), { recursive: true });
  writeFileSync(at('kit/other/lint.cjs.v8'), 'of another version');
  expect(shell(`node ${at('kit/other/bin.cjs')} lint things.json`)).toEqual(shell('$KIT lint things.json'));
});
