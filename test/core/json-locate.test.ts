import { readJson } from '../../src/core/json-read.js';

const text = `{
  "a": [1, {"b~/c": "x"}, []],
  "\\u0064": {},
  "": null
}`;

test.each<[string, number, number]>([
  ['', 1, 1],
  ['/a', 2, 8],
  ['/a/0', 2, 9],
  ['/a/1', 2, 12],
  ['/a/1/b~0~1c', 2, 21],
  ['/a/2', 2, 27],
  ['/d', 3, 13],
  ['/', 4, 7],
  ['/a/1/nowhere/else', 2, 12],
  ['/a/3', 2, 8],
  ['/a/00', 2, 8],
  ['/a/-', 2, 8],
  ['/a/0/x', 2, 9],
  ['/constructor', 1, 1],
  ['/__proto__/x', 1, 1],
  ['no pointer', 1, 1],
])('%j stands at %d:%d', (pointer, line, column) => {
  expect(readJson('a.json', text).locate(pointer)).toEqual({ line, column });
});

test('a text that is no JSON is located as far as it goes', () => {
  const { locate } = readJson('a.json', '{"a": {"b": [1, 2\n x');
  expect(locate('/a/b/1')).toEqual({ line: 1, column: 17 });
  expect(locate('/a/c')).toEqual({ line: 1, column: 7 });
});

test('many places of one text are found', () => {
  const { locate } = readJson('a.json', JSON.stringify(Array.from({ length: 1000 }, (_, index) => ({ index }))));
  const columns = Array.from({ length: 1000 }, (_, index) => locate(`/${index}/index`).column);
  expect([columns[0], columns[10], columns[999]]).toEqual([11, 131, 13_887]);
});
