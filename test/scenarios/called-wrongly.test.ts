import { run } from './run.js';
import { files } from './things.js';

test.each<[string, readonly [string, string]]>([
  ['', ['No command was given.', 'See connector-kit --help.']],
  ['tst', ['"tst" is no command. Did you mean "test"?', 'See connector-kit --help.']],
  ['constructor', ['"constructor" is no command.', 'See connector-kit --help.']],
  ['--verson', ['"--verson" is no command. Did you mean "--version"?', 'See connector-kit --help.']],
  [
    '--quiet lint',
    ['"--quiet" is no command.', 'See connector-kit --help. The command comes first, its flags behind it.'],
  ],
  ['deploy things', ['"deploy" is no command. Did you mean "publish"?', 'See connector-kit --help.']],
  ['Eval x', ['"Eval" is no command. Did you mean "playbook eval"?', 'See connector-kit --help.']],
  [
    'playbook rnu',
    ['"playbook rnu" is no command. Did you mean "playbook run"?', 'See connector-kit playbook --help.'],
  ],
  [
    'build things --output x',
    ['"--output" is no flag of build. Did you mean "--out"?', 'See connector-kit build --help.'],
  ],
  ['build things --no', ['"--no" is no flag of build. Did you mean "--no-config"?', 'See connector-kit build --help.']],
  ['lint things --f', ['"--f" is no flag of lint.', 'See connector-kit lint --help.']],
  ['-- --help', ['"--" is no command.', 'See connector-kit --help.']],
  ['test', ['CONNECTOR is missing.', 'See connector-kit test --help.']],
  ['test things', ['--samples PATH... is missing.', 'See connector-kit test --help.']],
  ['test --samples a b things', ['CONNECTOR is missing.', 'See connector-kit test --help.']],
  ['test things more --samples samples', ['"more" is one argument too many.', 'See connector-kit test --help.']],
  [
    'test things --sample samples',
    ['"--sample" is no flag of test. Did you mean "--samples"?', 'See connector-kit test --help.'],
  ],
  [
    'test things --samples samples --fail-on warn',
    ['--fail-on is "warn"; it can be error, warning, note.', 'See connector-kit test --help.'],
  ],
  [
    'test things --samples samples --format yaml',
    [
      '--format is "yaml"; it can be text, json, sarif, github, junit, markdown, html.',
      'See connector-kit test --help.',
    ],
  ],
  [
    'lint things --dry-run',
    ['--dry-run goes with --fix, which is missing.', 'Give --fix --dry-run, or leave both out.'],
  ],
  ['explain a b', ['"b" is one argument too many.', 'See connector-kit explain --help.']],
  [
    'explain wrong-tpye',
    ['There is no finding code "wrong-tpye". Did you mean "wrong-type"?', 'connector-kit explain lists all codes.'],
  ],
])('connector-kit %s', async (line, [message, help]) => {
  expect(await run(line, { files })).toEqual({ exit: 2, out: [], err: [`connector-kit: ${message}`, help] });
});

test.each([
  'test things --json',
  'test --json things',
  'test things --format json',
  'test things --format=json',
  'test --json --nonsense',
])('connector-kit %s: the fault is one JSON object, and standard error is empty', async (line) => {
  const { exit, out, err } = await run(line, { files });
  const { fault, ...rest } = JSON.parse(out.join('\n'));
  expect([exit, err, rest]).toEqual([2, [], { formatVersion: 1, ok: false }]);
  expect([Object.keys(fault), fault.code]).toEqual([['code', 'message', 'help'], 'called-wrongly']);
});

test('a bug of ours is told apart, with its stack', async () => {
  const files = { 'm.ts': '' };
  const ran = await run('build things', {
    files,
    catalog: {
      services: [{ name: 'things', summary: '', defaultVersion: '1', versions: ['1'] }],
      build: () => {
        throw new Error('Broken.');
      },
    },
  });
  expect([ran.exit, ran.out, ran.err.slice(0, 3)]).toEqual([
    70,
    [],
    [
      'connector-kit: This is a bug in connector-kit: Broken.',
      'Please report it to the maintainers of connector-kit, with the command line, the version and the lines that follow.',
      'Error: Broken.',
    ],
  ]);
  expect(ran.err[3]).toMatch(/^ {4}at .*called-wrongly\.test/);
});

test('--version', async () => {
  expect(await run('--version')).toEqual({ exit: 0, out: ['1.2.3'], err: [] });
  expect(await run('--version --json')).toEqual({
    exit: 0,
    out: ['{', '  "formatVersion": 1,', '  "ok": true,', '  "version": "1.2.3"', '}'],
    err: [],
  });
});
