import { didYouMean, nearest } from '../../src/core/nearest.js';

const formats = ['int32', 'int64', 'float', 'double', 'byte', 'binary', 'date', 'date-time', 'password', 'uuid'];

test.each<[string, readonly string[], string | undefined]>([
  ['DATE', formats, 'date'],
  ['datetime', formats, 'date-time'],
  ['dobule', formats, 'double'],
  ['pasword', formats, 'password'],
  ['int46', formats, 'int64'],
  ['int', formats, undefined],
  ['nonsense', formats, undefined],
  ['', formats, undefined],
  ['a', ['b'], undefined],
  ['ab', ['ac'], undefined],
  ['abc', ['abd', 'abe'], 'abd'],
  ['abc', ['xbc', 'ABC', 'abc'], 'ABC'],
  ['abcdef', ['fedcba'], undefined],
  ['x-ms-visibilty', ['x-ms-summary', 'x-ms-visibility'], 'x-ms-visibility'],
  ['toString', [], undefined],
  ['a'.repeat(1_000_000), ['a'.repeat(999_999)], undefined],
])('%.30s', (word, candidates, want) => {
  expect(nearest(word, candidates)).toBe(want);
});

test('didYouMean goes behind a message', () => {
  expect(didYouMean('Flaot', formats)).toBe(' Did you mean "float"?');
  expect(didYouMean('zzz', new Set(formats))).toBe('');
});
