import { MAX_DEPTH } from '../../src/core/limits.js';
import { readJson } from '../../src/core/json-read.js';
import { writeJson } from '../../src/core/json-write.js';
import type { Json } from '../../src/core/json.js';

test.each<[Json, string]>([
  [null, 'null\n'],
  [true, 'true\n'],
  [-0, '0\n'],
  [1.5e-7, '1.5e-7\n'],
  [2 ** 53 - 1, '9007199254740991\n'],
  [2 ** 53, '9.007199254740992e+15\n'],
  [1e21, '1e+21\n'],
  [9223372036854775807n, '9223372036854775807\n'],
  ['\u2028\u2029\ud800"\\\u0007é😀', '"\\u2028\\u2029\\ud800\\"\\\\\\u0007é😀"\n'],
  ['\u007f\u009b2J\u200e\u202e\u2066', '"\\u007f\\u009b2J\\u200e\\u202e\\u2066"\n'],
  [[], '[]\n'],
  [{}, '{}\n'],
  [[1, [], {}], '[\n  1,\n  [],\n  {}\n]\n'],
  [{ b: 1, a: { c: [2] } }, '{\n  "b": 1,\n  "a": {\n    "c": [\n      2\n    ]\n  }\n}\n'],
  [{ '\u2028': 1, 'a"': 2 }, '{\n  "\\u2028": 1,\n  "a\\"": 2\n}\n'],
])('%p', (value, want) => {
  expect(writeJson(value)).toBe(want);
});

test('indent is a number of spaces; without it everything is on one line', () => {
  const value = { a: [1, { b: 2 }], c: {} };
  expect(writeJson(value, { indent: 0 })).toBe('{"a":[1,{"b":2}],"c":{}}\n');
  expect(writeJson(value, { indent: 4 })).toBe(`${JSON.stringify(value, null, 4)}\n`);
});

test('undefined properties are left out, own __proto__ keys are not', () => {
  const value = JSON.parse('{"__proto__": 1, "a": 2}') as { a?: number | undefined };
  value.a = undefined;
  expect(writeJson(value as Json)).toBe('{\n  "__proto__": 1\n}\n');
  expect(writeJson({ a: undefined } as unknown as Json)).toBe('{}\n');
});

test('nesting of the limit is written and read again', () => {
  const value = JSON.parse('{"a":'.repeat(MAX_DEPTH) + '1' + '}'.repeat(MAX_DEPTH)) as Json;
  expect(readJson('a.json', writeJson(value)).value).toEqual(value);
});

test.each([[Number.NaN], [Number.POSITIVE_INFINITY], [undefined], [[undefined]], [() => 1], [Symbol('a')]])(
  '%p is our bug',
  (value) => {
    expect(() => writeJson(value as Json)).toThrow('Invariant broken');
  },
);
