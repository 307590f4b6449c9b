import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { sample, text } from '../scenarios/things.js';
import { at, shell, shippedPackage, thingsModule } from './shipped.js';

shippedPackage();

test('--version, from anywhere', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(shell('$KIT --version')).toEqual({ status: 0, out: `${version}\n`, err: '' });
});

test('exit codes reach the shell', () => {
  const lines = ['test things.json --samples good.json', 'test things.json --samples bad.json', 'tset'];
  expect(lines.map((line) => shell(`$KIT ${line}`).status)).toEqual([0, 1, 2]);
});

test('a TypeScript module needs no node_modules of its own', () => {
  writeFileSync(at('work/things.ts'), thingsModule);
  expect(shell('$KIT build things.ts --out dist').out).toBe(
    'written dist/things/apiDefinition.swagger.json\nwritten dist/things/apiProperties.json\n1 connector, 2 files: 2 written\nno findings\n',
  );
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
  expect(readFileSync(at('kit/dist/lint.cjs.v8')).includes(at(''))).toBe(false);
});

test('a rule of the linter is explained and described although its examples are not where it is checked', () => {
  const bundled = readFileSync(at('kit/dist/lint.cjs'), 'utf8');
  expect(bundled.split('var summaryMissing')[1]?.slice(0, 400)).not.toMatch(
    /^ {2}(summary|why|source|published|codes|examples):/m,
  );
  expect(shell('$KIT explain summary-missing').out).toMatch(/^summary-missing \(/);
});
