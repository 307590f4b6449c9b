import { run, runJson } from './run.js';
import { files } from './things.js';

test.each<[string, readonly [string, string]]>([
  ['', ['No command was given.', 'See connector-kit --help.']],
  ['tst', ['"tst" is no command. Did you mean "test"?', 'See connector-kit --help.']],
  ['constructor', ['"constructor" is no command.', 'See connector-kit --help.']],
  ['--verson', ['"--verson" is no command.', 'See connector-kit --help.']],
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
    ['--format is "yaml"; it can be text, json, sarif, github, junit, markdown.', 'See connector-kit test --help.'],
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

test.each(['--help', '-h', '--json --help'])('%s is the help of the tool', async (line) => {
  const { exit, out, err } = await run(line);
  expect([exit, out.join('\n').includes('Usage: connector-kit COMMAND'), err]).toEqual([0, true, []]);
});

test('--help of the tool', async () => {
  const { out } = await run('--help');
  expect(out).toEqual([
    'connector-kit 1.2.3: Logic Apps custom connectors as code, tested against recorded requests and responses.',
    '',
    'Usage: connector-kit COMMAND [ARGUMENTS] [FLAGS]',
    '',
    'Commands:',
    "  build           Write each connector's artifacts; with --check, tell which are stale.",
    '  test            Hold a connector against recorded requests and responses.',
    '  lint            Check definitions against every rule; with --fix, change what has one right',
    '                  answer.',
    '  diff            Tell what changed between two versions of a connector, and which changes break',
    '                  playbooks.',
    '  import          Turn recordings of other tools into samples, with their credentials replaced.',
    '  infer           Make a definition from recorded exchanges, or from pasted bodies.',
    '  regenerate      Make a connector for another version of its upstream API, and tell what that',
    '                  breaks.',
    '  plan            Show what publishing would do, against what is deployed.',
    '  publish         Publish a connector to Azure or to the emulator; safe to repeat.',
    '  connect         Make a connection of a published connector, or give it another key.',
    '  drift           Tell where what is deployed differs from what was published.',
    '  pull            Write a deployed connector as files.',
    '  unpublish       Delete what this tool published: its connections, then the connector.',
    '  export          Write a connector for ARM templates, Bicep, Terraform, deployment stacks, GitHub',
    '                  Actions, the Power Platform or Postman.',
    '  emulate         Run Azure on loopback, as far as connectors need it: Resource Manager and the',
    '                  connector gateway.',
    '  call            Make one call as the connector makes it, and tell what the contract says of it.',
    '  record          Record what passes between a client and a service, as samples.',
    '  playbook eval   Evaluate an expression of a workflow, as the service does.',
    '  playbook run    Run a playbook without Azure, and show what it leaves on the incident.',
    '  playbook lint   Check playbooks: what the service refuses when they are saved, and what goes wrong',
    '                  later.',
    '  playbook build  Write playbooks as templates with a README.',
    '  explain         Say what a finding means, why it matters and where the rule comes from.',
    '',
    'Flags:',
    '  --help     Print this; after a command, what that command takes.',
    '  --version  Print the version.',
    '',
    'Exit codes:',
    '  0   clean',
    '  1   findings at or above --fail-on, stale files, drift, a publish that was stopped',
    '  2   called wrongly: an unknown flag, a path that does not exist, nothing to work on',
    '  3   the world failed: Azure, a service, the network, a folder that cannot be read',
    '  70  a bug in connector-kit',
    '',
    'Example:',
    '  connector-kit test ./my-connector --samples recorded/',
  ]);
});

test('--help of a command', async () => {
  const { exit, out } = await run('explain nonsense --nonsense --help');
  expect(exit).toBe(0);
  expect(out).toEqual([
    'Say what a finding means, why it matters and where the rule comes from.',
    '',
    'Usage: connector-kit explain [CODE] [FLAGS]',
    '',
    'Without CODE, all codes are listed.',
    '',
    'Flags:',
    '  --json              One JSON object on standard output; the same as --format json.',
    '  --format text|json  How the result is printed. Default: text.',
    '  --quiet             No progress on standard error.',
    '  -h, --help          Print this.',
    '',
    'Examples:',
    '  connector-kit explain wrong-type',
    '      What the finding wrong-type means.',
  ]);
});

test.each(['build', 'test', 'lint', 'explain'])('the help of %s fits a terminal and has an example', async (name) => {
  const { result } = await runJson(`${name} --help`);
  const lines: string[] = result.help.split('\n');
  expect(lines.filter((line) => line.length > 100)).toEqual([]);
  expect(lines.filter((line) => line.startsWith(`  connector-kit ${name}`)).length).toBeGreaterThan(0);
});
