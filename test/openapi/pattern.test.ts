import { matchesPattern } from '../../src/openapi/pattern.js';
import { patternCost } from '../../src/openapi/pattern-cost.js';

test.each<[pattern: string, degree: number, factor: number]>([
  ['^[0-9]{8}$', 0, 1],
  ['[0-9]+', 2, 1],
  ['^[-a-z+*(|]+$', 1, 1],
  ['^\\+\\(*$', 1, 1],
  ['^a?b?$', 0, 4],
  ['^a{2,4}?$', 0, 3],
  ['^a{2,}b*$', 2, 1],
  ['^(?:ab)*(?<n>c)+$', 2, 1],
  ['^((25[0-5]|1?[0-9])[.]){3}$', 0, 64],
  ['^(a|b)$', 0, 2],
  ['^a|b', 1, 2],
  ['^(?=.*[a-z])(?!x).{8}$', 1, 1],
])('the cost of %s', (pattern, degree, factor) => {
  expect(patternCost(pattern)).toEqual({ degree, factor });
});

test.each(['(a+)+', '(a|ab)*', '(a?)+', '((a*)b)*', '(?:(?:a+)b){2,}', '(a*){2}(b+)*(c+)*'])(
  '%s may take exponential time',
  (pattern) => {
    expect(patternCost(pattern)).toBeUndefined();
  },
);

test.each<[pattern: string, text: string, want: boolean | string]>([
  ['^.$', '😀', true],
  ['^\\d+\\-\\d+$', '1-2', true], // no regular expression with the flag u
  ['^[a-z]+$', `${'a'.repeat(999_999)}`, true],
  [
    '^[a-z]+$',
    'a'.repeat(1_000_001),
    'The pattern "^[a-z]+$" is not held against texts of more than 1000000 characters: it may take too long.',
  ],
  [
    '^(a?){30}a{30}$',
    'a'.repeat(30),
    'The pattern "^(a?){30}a{30}$" may take exponential time; values are not held against it.',
  ],
  ['[b-a]', 'x', 'The pattern "[b-a]" is no regular expression; values are not held against it.'],
])('%s', (pattern, text, want) => {
  expect(matchesPattern({ pattern }, text)).toBe(want);
});

test('a pattern too large for the engine', () => {
  const said = `The pattern "${'a'.repeat(57)}…" is too large to be held against values.`;
  expect(matchesPattern({ pattern: 'a'.repeat(200_000) }, 'x')).toBe(said);
});

test('the costliest pattern and text that are tested end', () => {
  expect(matchesPattern({ pattern: 'a*a*a*b' }, 'a'.repeat(31))).toBe(false);
  expect(matchesPattern({ pattern: '^a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?$' }, 'a'.repeat(20))).toBe(false);
});
