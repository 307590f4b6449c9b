import type { Json } from '../../src/core/json.js';
import { canonicalKey } from '../../src/openapi/canonical-key.js';
import { isMultipleOf } from '../../src/openapi/multiple-of.js';

test.each<[number | bigint, number | bigint, boolean]>([
  [6, 3, true],
  [7, 3, false],
  [0, 0.1, true],
  [-0.3, 0.1, true],
  [0.35, 0.1, false],
  [19.99, 0.01, true],
  [1.5, 1, false],
  [1e300, 3e-300, false],
  [9e300, 3e-300, true],
  [4e21, 5, true],
  [9007199254740993n, 3, true],
  [9007199254740993n, 2, false],
  [Infinity, 1, false],
])('is %p a multiple of %p: %p', (value, unit, want) => {
  expect(isMultipleOf(value, unit)).toBe(want);
});

test.each<[Json, Json, boolean]>([
  [1, 1.0, true],
  [0, -0, true],
  [1e20, 100000000000000000000n, true],
  [1, '1', false],
  [null, 'null', false],
  [true, 'true', false],
  [{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
  [{ a: 1 }, { a: 1, b: null }, false],
  [['a,b'], ['a', 'b'], false],
  [{ 'a":1,"b': 1 }, { a: 1, b: 1 }, false],
  [[], {}, false],
])('do %p and %p have one key: %p', (a, b, want) => {
  expect(canonicalKey(a) === canonicalKey(b)).toBe(want);
});
