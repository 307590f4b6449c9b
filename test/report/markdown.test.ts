import type { Finding } from '../../src/core/finding.js';
import { markdownFailure, markdownText } from '../../src/report/markdown.js';
import { codeBlock, codeSpan } from '../../src/report/markdown-code.js';
import { failure, hostile, reportOf, wrong } from './hostile.js';

const head = ['### connector-kit test: `things`', ''];
const table = ['', '| Severity | Place | Finding | Code |', '| --- | --- | --- | --- |'];

test('no findings', () => {
  const facts = [
    { name: 'samples', value: '1: 1 passed' },
    { name: 'properties', value: '1 of 2, 50 %; not seen: a|b' },
  ];
  expect(markdownText(reportOf([], { facts })).split('\n')).toEqual([
    ...head,
    '**no findings**',
    '',
    '- samples: `1: 1 passed`',
    '- properties: `1 of 2, 50 %; not seen: a|b`',
    '',
  ]);
});

const cases: readonly [string, { given: Finding; want: string }][] = [
  [
    'a finding',
    {
      given: wrong,
      want: '| error | `samples/a.json:2:8` | `/n is the string "3"; an integer is declared.` | `wrong-type` |',
    },
  ],
  [
    'hostile texts are code',
    {
      given: hostile,
      want:
        '| note | ``sam,ples/a:b %[`\\|<é>].json#/a~1b\\|``<br>declared at `d,1.json:9:1` | ' +
        '```A\\u000d\\u000a::set-output name=x::1\\u001b[31m ##[error] \\| `` <b>&amp;]]> [x](http://evil.example) @octo #1 100% \uFFFF\uD800\\u202e.``` (3 times) | ' +
        '`undeclared-property` |',
    },
  ],
  [
    'a long text is cut',
    {
      given: { ...wrong, message: 'x'.repeat(1000) },
      want: `| error | \`samples/a.json:2:8\` | \`${'x'.repeat(400)}…\` | \`wrong-type\` |`,
    },
  ],
];

test.each(cases)('%s', (_name, { given, want }) => {
  expect(markdownText(reportOf([given])).split('\n')).toEqual([
    ...head,
    given.severity === 'error' ? '**1 error**' : '**1 note**',
    '',
    ...table,
    want,
    '',
  ]);
});

test('more than a comment holds: the worst are kept, in their order, and the rest is counted', () => {
  const findings = Array.from({ length: 2000 }, (_, index): Finding => ({
    ...wrong,
    line: index,
    severity: index % 4 === 3 ? 'error' : 'note',
  }));
  const text = markdownText(reportOf(findings));
  const rows = text.split('\n').filter((line) => /^\| (error|note)/.test(line));
  const places = rows.map((row) => Number(/json:(\d+)/.exec(row)?.[1]));
  expect(rows.filter((row) => row.startsWith('| error'))).toHaveLength(500);
  expect(places).toEqual([...places].sort((one, other) => one - other));
  expect([text.length > 64_000, text.length <= 64_536]).toEqual([true, true]);
  expect(text.split('\n').slice(-3)).toEqual(['', `… and ${2000 - rows.length} more.`, '']);
});

test('a failure', () => {
  expect(markdownFailure(failure).split('\n')).toEqual([
    '### connector-kit could not do its work',
    '',
    '```',
    '"m.ts" could not be loaded: Error: 100%',
    '::error::gone\\u001b[2J',
    'Run the module, by itself: see where.',
    '```',
    '',
  ]);
});

test.each([
  ['a', '`a`'],
  ['', '`  `'],
  [' a ', '`  a  `'],
  ['`', '`` ` ``'],
  ['a``b`c', '```a``b`c```'],
])('code span of %j', (given, want) => {
  expect(codeSpan(given)).toBe(want);
});

test('a code block is longer than the fences in it', () => {
  expect(codeBlock('````\nx\n', 'json')).toBe('`````json\n````\nx\n`````\n');
});
