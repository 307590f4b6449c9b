import { padTo, widthOf } from '../../src/core/text-width.js';

test.each<[string, number]>([
  ['', 0],
  ['plain', 5],
  ['ñ — ①', 5],
  ['日本語', 6],
  ['한국어', 6],
  ['全角（かな）', 12],
  ['ﾊﾝ', 2],
  ['e\u0301', 1],
  ['न\u093F', 1],
  ['\u0301', 0],
  ['a\u200Bb', 2],
  ['\u00AD', 0],
  ['🚀', 2],
  ['☺', 1],
  ['☺\uFE0F', 2],
  ['👨\u200D👩\u200D👧', 2],
  ['🇩🇪🇫🇷', 4],
  ['👍🏽!', 3],
  ['𠀀', 2],
])('the width of %j', (text, want) => {
  expect(widthOf(text)).toBe(want);
});

test('padding counts columns', () => {
  expect(['ab', '日本', '日本語'].map((text) => `${padTo(text, 5)}|`)).toEqual(['ab   |', '日本 |', '日本語|']);
});
