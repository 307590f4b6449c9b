import { allOf, belowOnShelf, changedIds, emptyShelf, onShelf, put, shelfOf, taken } from '../../src/emulator/shelf.js';

const at = (number: number, rest = '') =>
  `/subscriptions/${String(number).padStart(8, '0')}-1111-4111-8111-111111111111${rest}`;
const all = Array.from({ length: 2000 }, (_, index) => [at(index, '/resourcegroups/g'), index] as const);

test('what is put on is there, and what is taken off is not, nor what stands below it', () => {
  const shelf = put(put(put(emptyShelf<number>(), at(1, '/a'), 1), at(1, '/a/b'), 2), at(1, '/ab'), 3);
  expect(belowOnShelf(shelf, at(1))).toEqual([
    [at(1, '/a'), 1],
    [at(1, '/a/b'), 2],
    [at(1, '/ab'), 3],
  ]);
  const less = taken(shelf, at(1, '/a'));
  expect([...allOf(less)]).toEqual([[at(1, '/ab'), 3]]);
  expect([onShelf(shelf, at(1, '/a')), onShelf(less, at(1, '/a'))]).toEqual([1, undefined]);
});

test('thousands of subscriptions', () => {
  const shelf = shelfOf(all);
  expect([...allOf(shelf)]).toHaveLength(2000);
  for (const [id, one] of all) expect(onShelf(shelf, id)).toBe(one);
  expect(belowOnShelf(shelf, at(7))).toEqual([[at(7, '/resourcegroups/g'), 7]]);
});

test('what differs between two shelves', () => {
  const shelf = shelfOf(all);
  const changed = put(put(taken(shelf, at(3, '/resourcegroups/g')), at(4, '/resourcegroups/g'), -1), at(5000, '/x'), 1);
  expect(changedIds(shelf, changed).toSorted()).toEqual(
    [at(3, '/resourcegroups/g'), at(4, '/resourcegroups/g'), at(5000, '/x')].toSorted(),
  );
  expect(changedIds(shelf, shelf)).toEqual([]);
});

test('ids that every object has, and that are none', () => {
  const shelf = put(put(emptyShelf<number>(), '__proto__', 1), '', 2);
  expect([onShelf(shelf, '__proto__'), onShelf(shelf, ''), onShelf(shelf, 'constructor')]).toEqual([1, 2, undefined]);
});
