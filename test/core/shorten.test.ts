import type { Json } from '../../src/core/json.js';
import { shorten } from '../../src/core/shorten.js';
import { randomJson, randomNumbers } from './generate-json.js';

test.each<[Json | undefined, string]>([
  [undefined, 'undefined'],
  [null, 'null'],
  [1.5, '1.5'],
  [10n ** 70n, `1${'0'.repeat(58)}…`],
  ['a "b" \\', '"a \\"b\\" \\\\"'],
  ['x'.repeat(58), `"${'x'.repeat(58)}"`],
  ['x'.repeat(59), `"${'x'.repeat(57)}…"`],
  ['😀'.repeat(40), `"${'😀'.repeat(28)}…"`],
  ['\u001b[31mred\u0000\n\t\u202e\u2028\ufeff\ud800', '"\\u001b[31mred\\u0000\\n\\t\\u202e\\u2028\\ufeff\\ud800"'],
  ['\u{e0001}', '"\\u{e0001}"'],
  [[], '[]'],
  [{}, '{}'],
  [[1, 'a', [], [1], {}, { a: 1 }], '[1, "a", [], […], {}, {…}]'],
  [{ a: 1, 'x-ms-summary': 2, 'b c': 3 }, '{a, x-ms-summary, "b c"}'],
  [Array.from({ length: 100 }, (_, index) => index), '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, …]'],
  [{ ['k'.repeat(100)]: 1 }, `{"${'k'.repeat(27)}…"}`],
])('%p', (value, want) => {
  expect(shorten(value)).toBe(want);
});

test('nothing is longer than asked for, and all is one printable line', () => {
  const random = randomNumbers(4);
  for (let round = 0; round < 500; round++) {
    const max = 8 + random(60);
    const shown = shorten(randomJson(random, 4), max);
    expect([shown, shown.length <= max, /[\p{C}\p{Zl}\p{Zp}]/u.test(shown)]).toEqual([shown, true, false]);
  }
});

test('of a long list only the beginning is looked at', () => {
  let looks = 0;
  const get = (list: Json[], at: string | symbol) => ((looks += 1), Reflect.get(list, at) as Json); // as an array gives it
  const list = new Proxy<Json[]>(Array<Json>(1_000_000).fill('x'.repeat(100)), { get });
  expect(shorten(list)).toBe(`["${'x'.repeat(27)}…", …]`);
  expect(looks).toBeLessThan(100);
});
