import type { Finding } from '../../src/core/finding.js';
import { closingText, findingsText } from '../../src/report/text.js';

const wrong: Finding = {
  code: 'wrong-type',
  severity: 'error',
  message: 'The value is "3".',
  file: 'a.json',
  pointer: '/n',
  line: 2,
  column: 8,
};
const plain = { color: false };

const cases: readonly [string, { given: readonly Finding[]; want: readonly string[] }][] = [
  ['no findings', { given: [], want: [''] }],
  ['one finding', { given: [wrong], want: ['a.json:2:8 error The value is "3".  wrong-type', ''] }],
  [
    'a second place',
    {
      given: [{ ...wrong, declared: { file: 'd.json', pointer: '/x', line: 9, column: 1 } }],
      want: ['a.json:2:8 error The value is "3".  wrong-type', '  declared at d.json:9:1', ''],
    },
  ],
  [
    'a place without a line is named by its pointer',
    {
      given: [{ code: 'c', severity: 'note', message: 'M.', file: 'm.ts', pointer: '/paths/~1a', count: 3 }],
      want: ['m.ts#/paths/~1a note M. (3 times)  c', ''],
    },
  ],
  [
    'a whole document',
    {
      given: [{ code: 'c', severity: 'warning', message: 'M.', file: 'm.ts', pointer: '' }],
      want: ['m.ts: warning M.  c', ''],
    },
  ],
  [
    'control characters cannot steer a terminal',
    {
      given: [{ ...wrong, file: 'a\u001B[2J.json', message: 'A\nB\u202Ec.' }],
      want: ['a\\u001b[2J.json:2:8 error A\\u000aB\\u202ec.  wrong-type', ''],
    },
  ],
];

test.each(cases)('%s', (_name, { given, want }) => {
  expect(findingsText(given, plain).split('\n')).toEqual(want);
});

test('colors, where they are asked for', () => {
  expect(findingsText([wrong], { color: true })).toBe(
    'a.json:2:8 \u001B[31merror\u001B[0m The value is "3".  \u001B[2mwrong-type\u001B[0m\n',
  );
});

test.each([
  [{ counts: { error: 0, warning: 0, note: 0 }, findings: [] }, 'no findings\n'],
  [
    { counts: { error: 1, warning: 0, note: 2 }, findings: [wrong] },
    '\u2026 and 2 more: --max-findings says how many are printed.\n1 error, 2 notes\nconnector-kit explain wrong-type says what that means.\n',
  ],
])('the end of a report %#', (given, want) => {
  expect(closingText(given)).toBe(want);
});
