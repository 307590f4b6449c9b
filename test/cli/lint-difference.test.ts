import { unifiedDifference } from '../../src/cli/lint/difference.js';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1));
const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');
const changed = (lines: readonly string[], change: Readonly<Record<string, readonly string[]>>) =>
  lines.flatMap((line) => change[line] ?? [line]);

test.each<[string, { before: string; after: string; want: readonly string[] }]>([
  ['nothing', { before: 'a\n', after: 'a\n', want: [] }],
  [
    'a line',
    {
      before: text(numbers(9)),
      after: text(changed(numbers(9), { 5: ['five'] })),
      want: ['@@ -2,7 +2,7 @@', ' 2', ' 3', ' 4', '-5', '+five', ' 6', ' 7', ' 8'],
    },
  ],
  [
    'two that are near, and one that is not',
    {
      before: text(numbers(30)),
      after: text(changed(numbers(30), { 1: ['one', 'more'], 8: [], 20: ['twenty'] })),
      want: [
        '@@ -1,11 +1,11 @@|-1|+one|+more| 2| 3| 4| 5| 6| 7|-8| 9| 10| 11',
        '@@ -17,7 +17,7 @@| 17| 18| 19|-20|+twenty| 21| 22| 23',
      ].flatMap((hunk) => hunk.split('|')),
    },
  ],
  ['a new file', { before: '', after: 'a\n', want: ['@@ -0,0 +1,1 @@', '+a'] }],
  [
    'no line end',
    {
      before: 'a',
      after: 'b',
      want: ['@@ -1,1 +1,1 @@', '-a', '\\ No newline at end of file', '+b', '\\ No newline at end of file'],
    },
  ],
  [
    'more than is searched',
    {
      before: text(numbers(50)),
      after: 'a\n',
      want: ['@@ -1,50 +1,1 @@', ...numbers(50).map((line) => `-${line}`), '+a'],
    },
  ],
])('%s', (_name, { before, after, want }) => {
  expect(unifiedDifference('f', before, after)).toBe(text(['--- f', '+++ f', ...want]));
});
