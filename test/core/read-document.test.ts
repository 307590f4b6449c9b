import { readDocument } from '../../src/core/read-document.js';

test.each<[string, string, unknown, string[]]>([
  ['a.json', '{"a": 1}', { a: 1 }, []],
  ['a.JSON', 'a: 1', undefined, ['json-syntax']],
  ['a.yaml', 'a: 1', { a: 1 }, []],
  ['a.yml', ' {"a": 12345678901234567890}', { a: 12345678901234567890n }, []],
  ['a.yaml', '{"a": 1, "a": 2}', { a: 2 }, ['json-duplicate-key']],
  ['a.yaml', '{a: 1}', { a: 1 }, []],
  ['a.yaml', '[a, # one\n b]', ['a', 'b'], []],
  ['-', '\uFEFF\n[1]', [1], ['json-byte-order-mark']],
  ['-', '{"a": 1,}', undefined, ['json-trailing-comma']],
  ['-', 'a: 1', { a: 1 }, []],
  ['-', '"a"', 'a', []],
])('%s with %j', async (file, text, value, codes) => {
  const document = await readDocument(file, text);
  expect(document.value).toEqual(value);
  expect(document.findings.map(({ code }) => code)).toEqual(codes);
  expect(document.file).toBe(file);
});
