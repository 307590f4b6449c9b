import { titleOf } from '../../src/infer/words.js';

test.each([
  ['max_tokens', 'Max tokens'],
  ['a\u0000b\u200Bc', 'A b c'],
  ['x'.repeat(1_000_000), `X${'x'.repeat(79)}`],
  ['_', '_'],
  ['', ''],
])('%p', (name, want) => {
  expect(titleOf(name)).toBe(want);
});
