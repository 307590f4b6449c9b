import { inTurn, takenUp, untaken } from '../../src/cli/lint/in-turn.js';

const all = ['a', 'b', 'c', 'd', 'e'];

test('one thread takes all, in order', () => {
  expect([...inTurn(all, untaken(5), 1)]).toEqual([...all.entries()]);
});

test('each is taken once, by whoever asks first', () => {
  const takenBy = untaken(5);
  const [one, other] = [inTurn(all, takenBy, 1), inTurn(all, takenBy, 2)];
  const asked = [one, other, other, one, other, one, other].map((thread) => thread.next().value);
  expect(asked).toEqual([[0, 'a'], [1, 'b'], [2, 'c'], [3, 'd'], [4, 'e'], undefined, undefined]);
  expect(takenUp(all, takenBy, 1)).toEqual([
    [0, 'a'],
    [3, 'd'],
  ]);
  expect(takenUp(all, takenBy, 2)).toEqual([
    [1, 'b'],
    [2, 'c'],
    [4, 'e'],
  ]);
  expect(takenUp(all, takenBy, 3)).toEqual([]);
});
