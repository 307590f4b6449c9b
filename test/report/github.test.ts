import type { Finding } from '../../src/core/finding.js';
import { githubFailure, githubText } from '../../src/report/github.js';
import { failure, hostile, reportOf, wrong } from './hostile.js';

const cases: readonly [string, { given: readonly Finding[]; want: readonly string[] }][] = [
  ['no findings', { given: [], want: ['no findings', ''] }],
  [
    'a place, and a second one',
    {
      given: [{ ...wrong, declared: { file: 'd.json', pointer: '', line: 9, column: 1 } }],
      want: [
        '::error file=samples/a.json,line=2,col=8,title=wrong-type::/n is the string "3"; an integer is declared. Declared at d.json:9:1.',
        '1 error',
        '',
      ],
    },
  ],
  [
    'no place',
    {
      given: [{ code: 'c', severity: 'warning', message: 'M.', pointer: '' }],
      want: ['::warning title=c::M.', '1 warning', ''],
    },
  ],
  [
    'hostile texts stay in one line and in their property',
    {
      given: [hostile],
      want: [
        '::notice file=sam%2Cples/a%3Ab %25[`|<é>].json,title=undeclared-property::A\\u000d\\u000a::set-output name=x::1\\u001b[31m ##[error] | `` <b>&amp;]]> [x](http://evil.example) @octo #1 100%25 \uFFFF\uD800\\u202e. (3 times) Declared at d,1.json:9:1.',
        '1 note',
        '',
      ],
    },
  ],
];

test.each(cases)('%s', (_name, { given, want }) => {
  expect(githubText(reportOf(given)).split('\n')).toEqual(want);
});

test('what was not printed is counted', () => {
  const counts = { error: 2, warning: 0, note: 5 };
  expect(githubText(reportOf([wrong], { counts })).split('\n')[1]).toBe(
    '2 errors, 5 notes, 6 not printed: --max-findings says how many are',
  );
});

test('a failure keeps its lines and is one command', () => {
  expect(githubFailure(failure)).toBe(
    '::error title=module-failed::"m.ts" could not be loaded: Error: 100%25%0A::error::gone\\u001b[2J%0ARun the module, by itself: see where.\n',
  );
});

/** As the runner reads a line: what is before the second `::` and what is behind it, each unescaped by its own table. */
function read(line: string) {
  const [, command = '', properties = '', data = ''] = /^::(\S+) ?(.*?)::(.*)$/s.exec(line) ?? [];
  const unescaped = (text: string) =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  const pairs = properties.split(',').map((pair) => pair.split(/=(.*)/s).map(unescaped).slice(0, 2));
  return { command, properties: Object.fromEntries(pairs), data: data.replaceAll('%25', '%') };
}

test('the runner reads what was meant', () => {
  const [line = ''] = githubText(reportOf([hostile])).split('\n');
  expect([read(line).command, read(line).properties]).toEqual([
    'notice',
    { file: hostile.file, title: 'undeclared-property' },
  ]);
});
