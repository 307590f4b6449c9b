import { readJson } from '../../src/core/json-read.js';
import { MAX_DEPTH, MAX_DOCUMENT_BYTES, tooLarge } from '../../src/core/limits.js';
import { MAX_EQUAL_FINDINGS } from '../../src/core/text-findings.js';
import { hostileJson } from './hostile-texts.js';

const read = (text: string) => readJson('a.json', text);
/** Each finding as `code line:column message`. */
const found = (text: string) =>
  read(text).findings.map(({ code, line, column, message }) => `${code} ${line}:${column} ${message}`);
const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

test.each<[string, string]>([
  ['', 'json-syntax 1:1 Found the end of the text where a value was expected.'],
  [' \n ', 'json-syntax 2:2 Found the end of the text where a value was expected.'],
  ['{"a": 1 "b": 2}', 'json-syntax 1:9 Found the string "b" where "," or "}" was expected.'],
  ['[1 2]', 'json-syntax 1:4 Found "2" where "," or "]" was expected.'],
  ['{"a" 1}', 'json-syntax 1:6 Found "1" where ":" was expected.'],
  ['{"a"}', 'json-syntax 1:5 Found "}" where ":" was expected.'],
  ['{"a": }', 'json-syntax 1:7 Found "}" where a value was expected.'],
  ['{a: 1}', 'json-syntax 1:2 Found "a" where a key in double quotes was expected.'],
  ["{'a': 1}", 'json-syntax 1:2 Found a single quote where a key in double quotes was expected.'],
  ['{"a": [1, 2}', 'json-syntax 1:12 Found "}" where "," or "]" was expected.'],
  ['{"a":\n{"b": [1', 'json-syntax 2:9 Found the end of the text where "," or "]" was expected.'],
  ['[1,,2]', 'json-syntax 1:4 Found "," where a value was expected.'],
  ['[,]', 'json-syntax 1:2 Found "," where a value was expected.'],
  ['{,}', 'json-syntax 1:2 Found "," where a key in double quotes was expected.'],
  [']', 'json-syntax 1:1 Found "]" where a value was expected.'],
  ['{} {}', 'json-syntax 1:4 Found "{" where the end of the text was expected.'],
  ['[1]\u0000', 'json-syntax 1:4 Found U+0000 where the end of the text was expected.'],
  ['\u0000', 'json-syntax 1:1 Found U+0000 where a value was expected.'],
  ['[\u00a01]', 'json-syntax 1:2 Found U+00A0 where a value was expected.'],
  ['[1\uFEFF]', 'json-syntax 1:3 Found U+FEFF where "," or "]" was expected.'],
  ['[😀]', 'json-syntax 1:2 Found "😀" where a value was expected.'],
  ['[01]', 'json-syntax 1:2 Found "01" where a value was expected: a number has no leading zero.'],
  ['[-012]', 'json-syntax 1:2 Found "-012" where a value was expected: a number has no leading zero.'],
  ['[1.]', 'json-syntax 1:2 Found "1." where a value was expected: a number has a digit after its point.'],
  ['[.5]', 'json-syntax 1:2 Found ".5" where a value was expected: a number has a digit before its point.'],
  ['[-.5]', 'json-syntax 1:2 Found "-.5" where a value was expected: a number has a digit before its point.'],
  ['[+1]', 'json-syntax 1:2 Found "+1" where a value was expected: a number has no plus sign.'],
  ['[0x1F]', 'json-syntax 1:2 Found "0x1F" where a value was expected: a number is written in decimal digits.'],
  ['[1e]', 'json-syntax 1:2 Found "1e" where a value was expected: an exponent has a digit.'],
  ['[1_000]', 'json-syntax 1:2 Found "1_000" where a value was expected: a number has no separators.'],
  ['[-]', 'json-syntax 1:2 Found "-" where a value was expected.'],
  ['[NaN]', 'json-syntax 1:2 Found "NaN" where a value was expected: JSON has only finite numbers.'],
  ['[-Infinity]', 'json-syntax 1:2 Found "-Infinity" where a value was expected: JSON has only finite numbers.'],
  ['[True]', 'json-syntax 1:2 Found "True" where a value was expected. Did you mean "true"?'],
  ['[nul]', 'json-syntax 1:2 Found "nul" where a value was expected. Did you mean "null"?'],
  ['[undefined]', 'json-syntax 1:2 Found "undefined" where a value was expected.'],
  ['[truefalse]', 'json-syntax 1:2 Found "truefalse" where a value was expected.'],
  ['"abc', 'json-syntax 1:1 The string that begins here has no closing quote.'],
  ['["a\\"]', 'json-syntax 1:2 The string that begins here has no closing quote.'],
  ['["', 'json-syntax 1:2 The string that begins here has no closing quote.'],
  ['["a\tb"]', 'json-syntax 1:4 Found the control character U+0009 in a string where the escape \\t was expected.'],
  [
    '["a\nb"]',
    'json-syntax 1:4 Found the control character U+000A in a string where the closing quote or the escape \\n was expected.',
  ],
  [
    '["\u001f"]',
    'json-syntax 1:3 Found the control character U+001F in a string where the escape \\u001f was expected.',
  ],
  ['"\\', 'json-syntax 1:2 Found a backslash before the end of the text where one of " \\ / b f n r t u was expected.'],
  ['["\\x"]', 'json-syntax 1:3 Found a backslash before "x" where one of " \\ / b f n r t u was expected.'],
  [
    '["\\u12G4"]',
    'json-syntax 1:3 Found the escape \\u without the four hexadecimal digits that were expected behind it.',
  ],
  ['[1e400]', 'number-too-large 1:2 The number 1e400 is too large, expected one below 1.8e308.'],
  [
    `[${'9'.repeat(400)}]`,
    `number-too-large 1:2 The number ${'9'.repeat(57)}… is too large, expected one below 1.8e308.`,
  ],
  ['[1,]', 'json-trailing-comma 1:3 Found a comma before "]" where "]" was expected.'],
  ['{"a": 1,\n}', 'json-trailing-comma 1:8 Found a comma before "}" where "}" was expected.'],
  ['// x\n[1]', 'json-comment 1:1 Found a comment where JSON, which has none, was expected.'],
  ['[1] /* open', 'json-comment 1:5 Found a comment where JSON, which has none, was expected.'],
  ['[1] / 2', 'json-syntax 1:5 Found "/" where the end of the text was expected.'],
])('%j is refused', (text, want) => {
  expect(found(text)).toEqual([want]);
  expect(read(text).value).toBeUndefined();
});

test.each<[string, unknown]>([
  [' \t\r\n1 ', 1],
  ['-0', -0],
  ['-0.0e-0', -0],
  ['1E+2', 100],
  ['1e-400', 0],
  ['null', null],
  ['"\\ud800"', '\ud800'],
  ['"\ud800"', '\ud800'],
  ['"\\u0000\\/\u007f\u2028"', '\u0000/\u007f\u2028'],
  ['{"": {"": []}}', { '': { '': [] } }],
  ['[9007199254740991, -9007199254740991]', [9007199254740991, -9007199254740991]],
  ['[9007199254740992, -9007199254740993]', [9007199254740992n, -9007199254740993n]],
  ['{"maximum": 9223372036854775807}', { maximum: 9223372036854775807n }],
  ['12345678901234567890', 12345678901234567890n],
  ['[12345678901234567890.0, 1e20, "12345678901234567890"]', [12345678901234567000, 1e20, '12345678901234567890']],
  [
    '{"\\u0061": [12345678901234567890, {"b\\n": true, "c": false, "d": null}]}',
    { a: [12345678901234567890n, { 'b\n': true, c: false, d: null }] },
  ],
  [`"${'\\\\'.repeat(3)}"`, '\\\\\\'],
])('%j is read', (text, value) => {
  const document = read(text);
  expect(document.value).toStrictEqual(value);
  expect(document.findings).toEqual([]);
});

test.each(['{"__proto__": {"polluted": true}}', '{"__proto__": 12345678901234567890}'])(
  '%j keeps its own key',
  (text) => {
    const value = read(text).value as object;
    expect(Object.keys(value)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  },
);

test('a key that stands twice is told with both places; the last one counts', () => {
  const { value, findings, locate } = read('{"x": {\n  "a": 1,\n  "b": 2,\n  "\\u0061": 3\n}}');
  expect(value).toEqual({ x: { a: 3, b: 2 } });
  expect(locate('/x/a')).toEqual({ line: 4, column: 13 });
  expect(findings).toEqual([
    {
      code: 'json-duplicate-key',
      severity: 'error',
      message: 'The key "a" stands twice in one object, expected once: the last one counts.',
      file: 'a.json',
      pointer: '/x/a',
      line: 4,
      column: 3,
      declared: { file: 'a.json', pointer: '/x/a', line: 2, column: 3 },
    },
  ]);
});

test.each<[string, string[]]>([
  ['{"a": [{"b": 1, "b": 2}], "a": 3}', ['/a/0/b', '/a']],
  ['{"a": 1, "a" : 2, "a": 3}', ['/a', '/a']],
  ['{"a:": 1, "b\\":": ":", "c\\\\": "\\\\"}', []],
  ['{"toString": 1, "__proto__": 2, "__proto__": 3}', ['/__proto__']],
  ['[{"a": 1}, {"a": 1}]', []],
  ['{"a~/b": 1, "a~/b": 1}', ['/a~0~1b']],
])('keys twice in %s', (text, pointers) => {
  const { findings, value } = read(text);
  expect(findings.map(({ code, pointer }) => [code, pointer])).toEqual(
    pointers.map((each) => ['json-duplicate-key', each]),
  );
  expect(value).toEqual(JSON.parse(text));
});

test('everything that does not stop the reading is told, in the order of the text', () => {
  expect(
    found('\uFEFF{"a": 1, // one\n"a": [2,], "b": 1e999,}').map((each) => each.split(' ').slice(0, 2).join(' ')),
  ).toEqual([
    'json-byte-order-mark 1:1',
    'json-comment 1:10',
    'json-duplicate-key 2:1',
    'json-trailing-comma 2:8',
    'number-too-large 2:17',
    'json-trailing-comma 2:22',
  ]);
});

test('a byte-order mark is a warning, does not hide the value, and counts in no column', () => {
  const document = read('\uFEFF{"a": 1}');
  expect(document.value).toEqual({ a: 1 });
  expect(document.findings.map(({ code, severity }) => [code, severity])).toEqual([
    ['json-byte-order-mark', 'warning'],
  ]);
  expect(document.locate('/a')).toEqual({ line: 1, column: 7 });
});

test('equal findings beyond the limit are counted', () => {
  const { findings } = read(`{${'"a": 1, '.repeat(999)}"a": 1}`);
  expect(findings.map(({ count }) => count).filter(Boolean)).toEqual([999 - MAX_EQUAL_FINDINGS + 1]);
  expect(findings).toHaveLength(MAX_EQUAL_FINDINGS);
});

describe('depth', () => {
  test.each(['[', '{"a":', '[{"a":'])('200,000 times %s is one finding', (opening) => {
    const { value, findings } = read(opening.repeat(200_000));
    expect(findings.map(({ code, pointer }) => [code, pointer])).toEqual([['document-too-deep', '']]);
    expect(value).toBeUndefined();
  });
  test('the limit itself is allowed, in every path through the reader', () => {
    expect(read(nested(MAX_DEPTH)).findings).toEqual([]);
    expect(read(`[${nested(MAX_DEPTH - 1)}, 12345678901234567890]`).findings).toEqual([]);
    expect(found(nested(MAX_DEPTH + 1))).toEqual([
      'document-too-deep 1:201 Found nesting deeper than the 200 levels that were expected at most.',
    ]);
    expect(read(`"${'['.repeat(500)}"`).findings).toEqual([]);
  });
});

test('the pointer of a number that is too large', () => {
  const { findings } = read('{"a": [1, [2], 1e999, {"b/": -1e999}]}');
  expect(findings.map(({ pointer }) => pointer)).toEqual(['/a/2', '/a/3/b~1']);
});

test('a text beyond the limit is not read', () => {
  const { value, findings, locate } = read(`${' '.repeat(MAX_DOCUMENT_BYTES)}1`);
  expect(value).toBeUndefined();
  expect(findings).toEqual([tooLarge('a.json', MAX_DOCUMENT_BYTES + 1)]);
  expect(findings[0]).toMatchObject({ code: 'document-too-large', pointer: '', line: 1, column: 1 });
  expect(locate('')).toEqual({ line: 1, column: 1 });
});

test.each(hostileJson)('many times %s is told of once', (_, text, want) => {
  expect(read(text(2000)).findings.map(({ code }) => code)).toEqual(want);
});
