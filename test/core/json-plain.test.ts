import { parsePlain } from '../../src/core/json-plain.js';
import { MAX_DEPTH } from '../../src/core/limits.js';
import { cpuSeconds } from './cpu-seconds.js';

test.each([
  'null',
  '{"a": "\\": "}',
  '{"a": "\\"x\\": {", "b\\\\": "\\\\", "c:": ["\\\\\\"["]}',
  '{"__proto__": 1, "a": 2, "b": {"a": 3}}',
  '[9007199254740991, -9007199254740991, 0.1234567890123456789]',
  '{"a" : 1}',
  '{"a"\n:{"a": 3}}',
  '[":", 1]',
  '{"a": ":", "b" : 1}',
  '['.repeat(MAX_DEPTH) + ']'.repeat(MAX_DEPTH),
])('%s needs no closer look', (text) => {
  expect(parsePlain(text)).toEqual(JSON.parse(text));
});

test.each([
  '',
  '{"a": 1,}',
  '{"a": 1, "a": 2}',
  '{"a": 1, "\\u0061" :2}',
  '{"a": {"b": "\\"", "c": 1, "c": "\\":"}}',
  '[9007199254740992]',
  '-9007199254740993',
  '[1e20]',
  '[1e999]',
  '['.repeat(MAX_DEPTH + 1) + ']'.repeat(MAX_DEPTH + 1),
])('%s needs one', (text) => {
  expect(parsePlain(text)).toBeUndefined();
});

test.each(['{"a": 1, "a": 2, "b" : 3}', '{"a": ":", "b": 1, "b": 2}'])('%s does not hide its second key', (text) => {
  expect(parsePlain(text)).toBeUndefined();
});

test('of a long text that could be nested deep the depth is looked at first', () => {
  const long = `{"a" : "${'x'.repeat(300_000)}", "b"\n: [":"]}`;
  expect(parsePlain(long)).toEqual(JSON.parse(long));
  expect(parsePlain(`[${'[],'.repeat(100_000)}[]]`)).toHaveLength(100_001);
  expect(parsePlain(`{"a": 1, "a": "${'x'.repeat(300_000)}"}`)).toBeUndefined();
  expect(parsePlain(`{"a": ${'['.repeat(2000)}${']'.repeat(2000)}, "b": "${'x'.repeat(300_000)}"}`)).toBeUndefined();
  const start = cpuSeconds();
  expect(parsePlain(`${'['.repeat(15_000_000)}${']'.repeat(15_000_000)}`)).toBeUndefined();
  expect(cpuSeconds() - start).toBeLessThan(1);
});
