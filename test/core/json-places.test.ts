import { placesIn } from '../../src/core/json-places.js';
import { readJson } from '../../src/core/json-read.js';
import { MAX_DEPTH } from '../../src/core/limits.js';
import { writeJson } from '../../src/core/json-write.js';
import { comparedPlaces } from './compare-places.js';
import { cpuSeconds } from './cpu-seconds.js';
import { randomJson, randomNumbers } from './generate-json.js';

test.each<[name: string, text: string, count: number]>([
  ['a scalar', ' 12 ', 1],
  ['a string with brackets', '"{]\\"}"', 1],
  ['empty ones', '[{}, [ ], {\n}]', 4],
  ['no white space', '{"a":[1,"2",{"b":null}],"c":true}', 7],
  ['white space everywhere', ' { "a" \t:\r\n [ 1 , "2" , { "b" : null } ] , "c" : true } ', 7],
  [
    'quotes, backslashes, brackets and commas in strings',
    '{"a\\"]": "\\\\", "b\\\\": ["],[", "{\\"", ":"], "c,": 1}',
    7,
  ],
  ['escaped keys, and two that are escaped in one of two ways', '{"\\u0061": 1, "\\/b~": {"~1/0": 2}}', 4],
  ['astral characters and lone surrogates', '{"😀": ["😀", {"\ud800": "\\ud83d"}], "é": 0}', 6],
  ['names of what every object has', '{"__proto__": {"__proto__": 1}, "constructor": [], "": {"": 0}}', 6],
  ['numbers and literals at the end of a list', '[-1.5e-3,true\n,false , null\r]', 5],
])('%s: the same places as those of all values that are read', (_, text, count) => {
  expect(() => JSON.parse(text)).not.toThrow();
  expect(comparedPlaces(text)).toEqual({ count, different: [] });
});

test('1,000 values as they are written in five ways', () => {
  const random = randomNumbers(7);
  const wrong: string[] = [];
  let places = 0;
  for (let round = 0; round < 1000; round++) {
    const written = writeJson(randomJson(random, 6), { indent: round % 3 });
    const text =
      [written, written.replaceAll('\n', '\r\n'), written.replaceAll(/^ +/gm, '\t')][round % 5] ?? written.trim();
    const { count, different } = comparedPlaces(text);
    places += count;
    if (different.length > 0) wrong.push(text);
  }
  expect(wrong).toEqual([]);
  expect(places).toBeGreaterThan(3000);
});

test('a byte-order mark, a key that stands twice and a comment are no obstacle', () => {
  const at = (text: string) => readJson('a.json', text).locate('/b/1');
  expect(at('\uFEFF{\r\n"b": [0, 1]}')).toEqual({ line: 2, column: 10 });
  expect(at('{"b": [0, 1],\n"b": [2, 3]}')).toEqual({ line: 2, column: 10 });
  expect(at('{"b": [0, // two\n 1]}')).toEqual({ line: 2, column: 2 });
});

test('deep, long and wide texts take time in proportion to their length', () => {
  const start = cpuSeconds();
  const deep = `${'[{"a":'.repeat(MAX_DEPTH / 2)}1${'}]'.repeat(MAX_DEPTH / 2)}`;
  expect(readJson('a.json', deep).locate('/0/a'.repeat(MAX_DEPTH / 2))).toEqual({ line: 1, column: 3 * MAX_DEPTH + 1 });
  expect(readJson('a.json', `["${'x'.repeat(2_000_000)}", 1]`).locate('/1').column).toBe(2_000_006);
  const wide = readJson('a.json', JSON.stringify(Array.from({ length: 200_000 }, (_, index) => index)));
  expect(wide.locate('/199999').column).toBe(1_288_885);
  expect(cpuSeconds() - start).toBeLessThan(2);
});

test('what is no JSON, which it is never given, ends it all the same', () => {
  for (const text of ['', '"', '{', '{"a"', '[1', ']}', '{"a": [}', '[,', '{"a": 1 "b"'])
    expect(typeof placesIn(text)).toMatch(/^(number|object)$/);
});
