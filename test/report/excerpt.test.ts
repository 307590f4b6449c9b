import { excerptsOf } from '../../src/report/excerpt.js';

const plain = (line: string) => line;
const long = `${'a'.repeat(60)}X${'b'.repeat(100)}`;

test.each<[string, { text: string; line: number; column: number; want: readonly string[] }]>([
  ['a line', { text: 'a\n  "b": 1\n', line: 2, column: 8, want: ['    2 | "b": 1', '      |      ^'] }],
  ['white space before a place', { text: '   b', line: 1, column: 2, want: ['    1 |   b', '      | ^'] }],
  ['tabs and line ends', { text: 'a\tb\r\n', line: 1, column: 3, want: ['    1 | a b', '      |   ^'] }],
  ['the end of a line', { text: 'ab', line: 1, column: 3, want: ['    1 | ab', '      |   ^'] }],
  ['what would not print', { text: 'a\u200Eb', line: 1, column: 3, want: ['    1 | a\\u200eb', '      |        ^'] }],
  ['a byte-order mark', { text: '\uFEFF{', line: 1, column: 1, want: ['    1 | {', '      | ^'] }],
  [
    'a part of a long line',
    {
      text: long,
      line: 1,
      column: 61,
      want: [`    1 | …${'a'.repeat(40)}X${'b'.repeat(79)}…`, `      |  ${' '.repeat(40)}^`],
    },
  ],
  ['nothing behind the text', { text: 'a', line: 2, column: 1, want: [] }],
])('%s', (_name, { text, line, column, want }) => {
  expect(excerptsOf(text, plain)({ line, column })).toBe(want.map((one) => `${one}\n`).join(''));
});

test('what is hidden is not shown, and the caret stays before it', () => {
  const show = excerptsOf('a secret b', (line) => line.replace('secret', 'X'));
  expect(show({ line: 1, column: 10 })).toBe('    1 | a X b\n      |   ^\n');
  expect(show({ line: 1, column: 1 })).toBe('    1 | a X b\n      | ^\n');
});
