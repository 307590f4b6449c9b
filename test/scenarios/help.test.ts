import { commands } from '../../src/cli/commands.js';
import { helpGroups } from '../../src/cli/help-groups.js';
import { commandHelp } from '../../src/cli/help.js';
import { nameTable, wrap } from '../../src/cli/wrap.js';
import { run, runJson } from './run.js';

const widths = [40, 80, 120] as const;

test.each(['--help', '-h', '--json --help', 'help', 'help --json'])('%s is the help of the tool', async (line) => {
  const { exit, out, err } = await run(line);
  expect([exit, out.join('\n').includes('Usage: connector-kit COMMAND'), err]).toEqual([0, true, []]);
});

test('the help of the tool has every command once, in its group', async () => {
  const { out } = await run('--help');
  const titles = out.filter((line) => /^\S.*:$/.test(line));
  expect(titles).toEqual([...helpGroups.map(([title]) => `${title}:`), 'Flags:', 'Exit codes:', 'Examples:']);
  const first = out.slice(0, out.indexOf('Flags:')).join('\n');
  const listed = [...first.matchAll(/^ {2}(\S+(?: \S+)?)  /gm)].map(([, name]) => name);
  expect(listed.toSorted()).toEqual(Object.keys(commands).toSorted());
});

test.each([
  ['help explain', 'explain --help'],
  ['help playbook run', 'playbook run --help'],
  ['help playbook', 'playbook --help'],
])('%s is %s', async (one, other) => {
  expect(await run(one)).toEqual(await run(other));
});

test('help of what is no command', async () => {
  expect((await run('help tset')).err).toEqual([
    'connector-kit: "tset" is no command. Did you mean "test"?',
    'See connector-kit --help.',
  ]);
});

const explainHelp = {
  40: [
    'Say what a finding means, why it matters',
    'and where the rule comes from.',
    '',
    'Usage: connector-kit explain [CODE]',
    '    [FLAGS]',
    '',
    'Without CODE, all codes are listed.',
    '',
    'Common flags:',
    '  --json         One JSON object on',
    '                 standard output; the',
    '                 same as --format json.',
    '  --format text|json',
    '                 How the result is',
    '                 printed. Default: text.',
    '  --quiet        No progress and no',
    '                 notes on standard',
    '                 error.',
    '  --config FILE  The configuration.',
    '                 Unless given,',
    '                 connector-kit.yaml in',
    '                 the current folder or',
    '                 above.',
    '  --no-config    Follow no',
    '                 configuration.',
    '  -h, --help     Print this.',
    '',
    'Exit codes:',
    '  0  done',
    '  2  called wrongly',
    '  3  a file, the network or a service',
    '     failed',
    '',
    'Examples:',
    '  connector-kit explain wrong-type',
    '      What the finding wrong-type means.',
  ],
  80: [
    'Say what a finding means, why it matters and where the rule comes from.',
    '',
    'Usage: connector-kit explain [CODE] [FLAGS]',
    '',
    'Without CODE, all codes are listed.',
    '',
    'Common flags:',
    '  --json              One JSON object on standard output; the same as --format',
    '                      json.',
    '  --format text|json  How the result is printed. Default: text.',
    '  --quiet             No progress and no notes on standard error.',
    '  --config FILE       The configuration. Unless given, connector-kit.yaml in the',
    '                      current folder or above.',
    '  --no-config         Follow no configuration.',
    '  -h, --help          Print this.',
    '',
    'Exit codes:',
    '  0  done',
    '  2  called wrongly',
    '  3  a file, the network or a service failed',
    '',
    'Examples:',
    '  connector-kit explain wrong-type',
    '      What the finding wrong-type means.',
  ],
  120: [
    'Say what a finding means, why it matters and where the rule comes from.',
    '',
    'Usage: connector-kit explain [CODE] [FLAGS]',
    '',
    'Without CODE, all codes are listed.',
    '',
    'Common flags:',
    '  --json              One JSON object on standard output; the same as --format json.',
    '  --format text|json  How the result is printed. Default: text.',
    '  --quiet             No progress and no notes on standard error.',
    '  --config FILE       The configuration. Unless given, connector-kit.yaml in the current folder or above.',
    '  --no-config         Follow no configuration.',
    '  -h, --help          Print this.',
    '',
    'Exit codes:',
    '  0  done',
    '  2  called wrongly',
    '  3  a file, the network or a service failed',
    '',
    'Examples:',
    '  connector-kit explain wrong-type',
    '      What the finding wrong-type means.',
  ],
} as const;

test.each(widths)('the help of explain in %i columns', async (columns) => {
  const { out } = await run('explain nonsense --nonsense --help', { env: { COLUMNS: String(columns) } });
  expect(out).toEqual(explainHelp[columns]);
});

test.each<[{ COLUMNS?: string }, number | undefined, (typeof widths)[number]]>([
  [{}, undefined, 80],
  [{}, 120, 120],
  [{}, 500, 120],
  [{}, 7, 40],
  [{ COLUMNS: '40' }, 120, 40],
  [{ COLUMNS: '0' }, 120, 120],
  [{ COLUMNS: 'wide' }, undefined, 80],
  [{ COLUMNS: '1e3' }, undefined, 80],
])('with %j on a terminal of %p columns it has %i', async (env, columns, want) => {
  const { out } = await run('explain --help', { env, ...(columns !== undefined && { columns }) });
  expect(out).toEqual(explainHelp[want]);
});

test.each(widths)('in %i columns every line of every help fits, but those that are to be copied', async (columns) => {
  const env = { COLUMNS: String(columns) };
  const helps = ['--help', 'playbook --help', ...Object.keys(commands).map((name) => `${name} --help`)];
  const long: string[] = [];
  for (const line of helps) {
    const { out } = await run(line, { env });
    long.push(
      ...out.filter((one) => one.length > columns && !one.startsWith('  connector-kit ') && / \S+ /.test(one.trim())),
    );
  }
  expect(long).toEqual([]);
});

test('every command has an example that begins with its name', async () => {
  const without: string[] = [];
  for (const [name, { load }] of Object.entries(commands)) {
    const help = commandHelp(name, await load(), 80);
    if (!help.includes(`\n  connector-kit ${name}`)) without.push(name);
  }
  expect(without).toEqual([]);
});

test('what comes from the configuration is told', async () => {
  const told = async (name: string) =>
    (await runJson(`${name} --help`)).result.help.split('\n').filter((line: string) => line.startsWith('From '));
  expect(await told('lint')).toEqual(['From connector-kit.yaml, where the command line leaves it out: CONNECTOR.']);
  expect(await told('explain')).toEqual([]);
});

describe('lines', () => {
  test.each([
    ['one two three', '', 8, 'one two\nthree'],
    ['one two three', '  ', 8, '  one\n  two\n  three'],
    ['incomprehensibility is long', '', 8, 'incomprehensibility\nis long'],
    ['a|b|c|d|e', '', 5, 'a|b|\nc|d|e'],
    ['日本 語 日本', '', 7, '日本 語\n日本'],
    ['', '', 8, ''],
  ])('%j behind %j in %i columns', (text, indent, columns, want) => {
    expect(wrap(text, indent, columns)).toBe(want);
  });

  test.each([
    [
      40,
      [
        '  a         Short.',
        '  --called  What is called so, and what',
        '            else is said of it at length',
        '  --very-long-name NAME',
        '            Below.',
        '  日本      Wide.',
      ],
    ],
    [
      80,
      [
        '  a                      Short.',
        '  --called               What is called so, and what else is said of it at',
        '                         length',
        '  --very-long-name NAME  Below.',
        '  日本                   Wide.',
      ],
    ],
    [
      120,
      [
        '  a                      Short.',
        '  --called               What is called so, and what else is said of it at length',
        '  --very-long-name NAME  Below.',
        '  日本                   Wide.',
      ],
    ],
  ])('a table in %i columns', (columns, want) => {
    const rows = [
      ['a', 'Short.'],
      ['--called', 'What is called so, and what else is said of it at length'],
      ['--very-long-name NAME', 'Below.'],
      ['日本', 'Wide.'],
    ] as const;
    expect(nameTable(rows, columns).split('\n')).toEqual(want);
  });
});

test.each<[columns: number | undefined, want: readonly string[]]>([
  [undefined, ['config-key-unknown                     warning  The keys of connector-kit.yaml are known.']],
  [40, ['config-key-unknown  warning', '    The keys of connector-kit.yaml are', '    known.']],
  [
    80,
    [
      'config-key-unknown                     warning  The keys of connector-kit.yaml',
      '                                                are known.',
    ],
  ],
  [120, ['config-key-unknown                     warning  The keys of connector-kit.yaml are known.']],
])('a row of the list of codes on a terminal of %p columns', async (columns, want) => {
  const { out } = await run('explain', columns === undefined ? {} : { terminal: true, columns });
  const at = out.findIndex((line) => line.startsWith('config-key-unknown'));
  const end = out.findIndex((line, index) => index > at && /^\S/.test(line));
  expect(out.slice(at, end)).toEqual(want);
});
