import type { Json } from '../../src/core/json.js';
import { sameJson } from '../../src/core/same-json.js';

test.each<[Json | undefined, Json | undefined, boolean]>([
  [1, 1, true],
  [0, -0, true],
  [1, 1n, true],
  [2 ** 53, 2n ** 53n, true],
  [2 ** 53, 2n ** 53n + 1n, false],
  [1.5, 1n, false],
  [1, '1', false],
  [1n, '1', false],
  [null, undefined, false],
  [null, {}, false],
  [[], {}, false],
  [[1, 2], [1, 2], true],
  [[1, 2], [2, 1], false],
  [[1], [1, 2], false],
  [{ a: 1, b: [{ c: 2n }] }, { b: [{ c: 2 }], a: 1 }, true],
  [{ a: 1 }, { a: 1, b: 1 }, false],
  [{ a: 1 }, { b: 1 }, false],
  [{ a: undefined } as unknown as Json, {}, true],
  [{ a: undefined } as unknown as Json, { a: null }, false],
  [{ toString: 1 }, { valueOf: 1 }, false],
  [JSON.parse('{"__proto__": {}}') as Json, {}, false],
  [JSON.parse('{"__proto__": 1}') as Json, JSON.parse('{"__proto__": 1}') as Json, true],
])('%p and %p', (a, b, want) => {
  expect(sameJson(a, b)).toBe(want);
  expect(sameJson(b, a)).toBe(want);
});
