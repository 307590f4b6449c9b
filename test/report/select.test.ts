import type { Finding } from '../../src/core/finding.js';
import type { Severity } from '../../src/core/severity.js';
import { inOrder, worst } from '../../src/report/select.js';

const found = (severity: Severity, message: string, place: Partial<Finding> = {}): Finding => ({
  code: 'c',
  severity,
  message,
  pointer: '',
  ...place,
});
const messages = (findings: readonly Finding[]) => findings.map(({ message }) => message);

const five = [found('note', '1'), found('error', '2'), found('warning', '3'), found('note', '4'), found('error', '5')];

test.each([
  [5, ['1', '2', '3', '4', '5']],
  [4, ['1', '2', '3', '5']],
  [3, ['2', '3', '5']],
  [1, ['2']],
  [0, []],
])('the %i worst keep their order', (most, want) => {
  expect(messages(worst(five, most))).toEqual(want);
});

test('documents by name, findings by place, equal places as they came', () => {
  const given = [
    found('note', 'b2', { file: 'b', line: 2, column: 1 }),
    found('note', 'a10', { file: 'a', line: 10, column: 1 }),
    found('note', 'a2-9', { file: 'a', line: 2, column: 9 }),
    found('note', 'a2-1 first', { file: 'a', line: 2, column: 1 }),
    found('note', 'a2-1 second', { file: 'a', line: 2, column: 1 }),
    found('note', 'no file'),
  ];
  expect(messages(inOrder(given))).toEqual(['no file', 'a2-1 first', 'a2-1 second', 'a2-9', 'a10', 'b2']);
});
