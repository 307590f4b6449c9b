import type { Json } from '../../src/core/json.js';

/** A seeded source of whole numbers below `limit` (mulberry32). */
export function randomNumbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

const strings = [
  '',
  'a',
  'b',
  'key',
  '__proto__',
  'constructor',
  'toString',
  '0',
  '12',
  'a~/b',
  'é😀',
  '"\\/',
  '\n\t\u0000',
  '\u2028\ud800',
  ':',
  '":',
  '\\',
  '\\"',
];
const numbers = [0, -0, 1, -1, 0.1, 1e-7, 1e20, 1e21, 1.5e300, 5e-324, 2 ** 53 - 1, 2 ** 53, -(2 ** 60), 123.456];
const bigints = [2n ** 53n, -(2n ** 53n), 9223372036854775807n, 10n ** 100n];

/** A random value of at most `depth` levels, with everything that is hard to read or write. */
export function randomJson(random: (limit: number) => number, depth: number): Json {
  const pick = <Item>(items: readonly Item[]) => items[random(items.length)] as Item; // the index is below the length
  switch (random(depth > 0 ? 8 : 5)) {
    case 0:
      return pick([null, true, false]);
    case 1:
      return pick(numbers);
    case 2:
      return pick(bigints);
    case 3:
    case 4:
      return pick(strings) + pick(strings);
    case 5:
      return Array.from({ length: random(5) }, () => randomJson(random, depth - 1));
    default:
      return Object.fromEntries(
        Array.from({ length: random(5) }, () => [pick(strings), randomJson(random, depth - 1)]),
      );
  }
}
