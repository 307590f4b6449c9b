import { folded } from '../../src/fleet/fold.js';
import { journalLine, readJournal } from '../../src/fleet/journal.js';

const at = '2026-01-01T00:00:00.000Z';
const entry = (target: string, done: boolean, hash = 'h') =>
  journalLine({ target, label: target, at, done, result: done ? 'created' : 'failed', hash });

test('what is done is what the last whole line of a target says', () => {
  const begun = journalLine({
    formatVersion: 1,
    command: 'publish',
    fleet: 'fleet.yaml',
    started: at,
    targets: 3,
  });
  const text = `${begun}${entry('a', true)}${entry('b', false)}${entry('C', true)}not JSON\n[]\n{"target":1}\n${entry('c', false)}${entry('b', true, 'i')}`;
  expect(readJournal(text)).toEqual({
    done: new Map([
      ['a', 'h'],
      ['b', 'i'],
    ]),
    isCut: false,
  });
});

test.each([1, 5, 20, 60])('a last line without its end counts for nothing (%d characters are missing)', (missing) => {
  const text = entry('a', true) + entry('b', true);
  expect(readJournal(text.slice(0, -missing))).toEqual({ done: new Map([['a', 'h']]), isCut: true });
});

test('an empty journal', () => {
  expect(readJournal('')).toEqual({ done: new Map(), isCut: false });
});

test('a label may hold anything, and the line is one line', () => {
  const line = entry('a\nb\u2028"', true);
  expect(line.split('\n')).toHaveLength(2);
  expect([...readJournal(line).done.keys()]).toEqual(['a\nb\u2028"']);
});

test('equal failures are one', () => {
  const failure = { code: 'x', message: 'No.', help: 'Try.' };
  expect(
    folded([
      { ...failure, label: 'a' },
      { ...failure, message: 'Yes.', label: 'b' },
      { ...failure, label: 'c' },
    ]),
  ).toEqual([
    { ...failure, labels: ['a', 'c'] },
    { ...failure, message: 'Yes.', labels: ['b'] },
  ]);
});
