import type { Json } from '../../src/core/json.js';
import { fixJson } from '../../src/lint/fix-json.js';
import type { Fix } from '../../src/lint/rule.js';

const set = (pointer: string, value: Json): Fix => ({ set: pointer, value });
const remove = (from: string, ...keys: string[]): Fix => ({ from, remove: keys });
const rename = (pointer: string, to: string): Fix => ({ rename: pointer, to });

test.each<[string, { text: string; fixes: readonly Fix[]; want: string }]>([
  ['a value', { text: '{ "a" : 1,\n\t"b":2 }\n', fixes: [set('/b', 'x')], want: '{ "a" : 1,\n\t"b":"x" }\n' }],
  ['an item', { text: '[1, [2,3]]', fixes: [set('/1/0', null)], want: '[1, [null,3]]' }],
  ['the whole', { text: ' 1 ', fixes: [set('', true)], want: ' true ' }],
  ['a key', { text: '{"x-a" :{"b":1}}', fixes: [rename('/x-a', 'x-"b')], want: '{"x-\\"b" :{"b":1}}' }],
  ['a key with escapes', { text: '{"\\u0061~/":1}', fixes: [rename('/a~0~1', 'c')], want: '{"c":1}' }],
  ['behind a byte-order mark', { text: '\uFEFF{"a":1}', fixes: [set('/a', 2)], want: '\uFEFF{"a":2}' }],
  [
    'a new key as the one before it',
    {
      text: '{\r\n\t"a" : {}\r\n}',
      fixes: [set('/b', [1])],
      want: '{\r\n\t"a" : {},\r\n\t"b" : [\r\n\t\t1\r\n\t]\r\n}',
    },
  ],
  ['a new key in one line', { text: '{"a": {"b":1}}', fixes: [set('/c', [{}])], want: '{"a": {"b":1},"c": [{}]}' }],
  [
    'a new key in an empty object',
    { text: '{\n    "a": { }\n}', fixes: [set('/a/b', 1)], want: '{\n    "a": {\n        "b": 1\n    }\n}' },
  ],
  ['a new key of an empty document', { text: '{}', fixes: [set('/a', 1)], want: '{"a":1}' }],
  ['what is missing on the way', { text: '{"a":1}', fixes: [set('/b/c/d', 1)], want: '{"a":1,"b":{"c":{"d":1}}}' }],
  ['only the items of a list that differ', { text: '["1",  2 ,"3"]', fixes: [set('', [1, 2, 3])], want: '[1,  2 ,3]' }],
  ['a list of another length', { text: '["1",  2 ]', fixes: [set('', [1])], want: '[1]' }],
  [
    'several, in any order',
    {
      text: '{"a":1,"b":{"c":2}}',
      fixes: [set('/d', 4), set('/b/c', 3), rename('/b', 'e'), set('/a', 0)],
      want: '{"a":0,"e":{"c":3},"d":4}',
    },
  ],
  ['two new keys', { text: '{"a":1}', fixes: [set('/b', 2), set('/c', 3)], want: '{"a":1,"b":2,"c":3}' }],
  ['the first of two that meet', { text: '{"a":{"b":1}}', fixes: [set('/a/b', 2), set('/a', 3)], want: '{"a":3}' }],
  ['the first of two into an empty object', { text: '{}', fixes: [set('/a', 1), set('/b', 2)], want: '{"a":1}' }],
  ['the same twice', { text: '{"a":1}', fixes: [set('/b', 2), set('/b', 2)], want: '{"a":1,"b":2}' }],
  [
    'the first of two below a new key',
    { text: '{"a":1}', fixes: [set('/b/c', 2), set('/b/d', 3)], want: '{"a":1,"b":{"c":2}}' },
  ],
  ['a key that another fix renames to', { text: '{"a":1}', fixes: [rename('/a', 'b'), set('/b', 3)], want: '{"b":1}' }],
  ['two keys to one', { text: '{"a":1,"b":2}', fixes: [rename('/a', 'c'), rename('/b', 'c')], want: '{"c":1,"b":2}' }],
  ['the last of a key that stands twice', { text: '{"a":1,"a":2}', fixes: [set('/a', 3)], want: '{"a":1,"a":3}' }],
  [
    'a hostile key',
    { text: '{"__proto__":1}', fixes: [rename('/__proto__', 'constructor')], want: '{"constructor":1}' },
  ],
  ['a key that goes', { text: '{"a": 1, "b": 2,\n"c": 3 }', fixes: [remove('', 'b')], want: '{"a": 1,\n"c": 3 }' }],
  ['the first key', { text: '{\n  "a": [1],\n  "b": 2\n}', fixes: [remove('', 'a')], want: '{\n  "b": 2\n}' }],
  ['the last keys', { text: '{ "a" : 1, "b": {}, "c": 3 }', fixes: [remove('', 'c', 'b')], want: '{ "a" : 1 }' }],
  ['every key', { text: '[{ "a": 1,\n"b": 2 }]', fixes: [remove('/0', 'a', 'b')], want: '[{}]' }],
  [
    'a key that goes though it stands twice',
    { text: '{"a":1,"b":0,"a":2}', fixes: [remove('', 'a')], want: '{"a":1,"b":0}' },
  ],
  [
    'a key that goes beside another fix',
    {
      text: '[{"a":1,"b":2},{"c":3}]',
      fixes: [remove('/0', 'a'), set('/0/b', 4), set('/1/c', 5)],
      want: '[{"b":2},{"c":5}]',
    },
  ],
  [
    'a large integer',
    { text: '{"a":12345678901234567890}', fixes: [set('/b', 1n)], want: '{"a":12345678901234567890,"b":1}' },
  ],
])('%s', (_name, { text, fixes, want }) => {
  expect(fixJson(text, fixes).text).toBe(want);
});

test.each<[string, { text: string; fix: Fix }]>([
  ['the value is there already', { text: '{"a":1}', fix: set('/a', 1) }],
  ['the key is there already', { text: '{"a":1,"b":2}', fix: rename('/a', 'b') }],
  ['the key is not there', { text: '{"a":1}', fix: rename('/c', 'b') }],
  ['an item has no key', { text: '[1]', fix: rename('/0', 'b') }],
  ['the keys that should go are not there', { text: '{"a":1}', fix: remove('', 'b', 'toString') }],
  ['what they should go from is no object', { text: '["a"]', fix: remove('', 'a') }],
  ['it leads into a list', { text: '{"a":[]}', fix: set('/a/0', 1) }],
  ['it leads into a text', { text: '{"a":"b"}', fix: set('/a/b/c', 1) }],
  ['the text is no JSON', { text: '{"a":1,}', fix: set('/a', 2) }],
])('nothing is changed where %s', (_name, { text, fix }) => {
  expect(fixJson(text, [fix])).toEqual({ text, changes: [] });
});

test('what was changed is told in the order of the text, with the place that it has then', () => {
  const fixes = [set('/c', 3), rename('/a/b', 'd'), set('/a/e', 2)];
  expect(fixJson('{"a":{"b":1,"e":0}}', fixes).changes).toEqual([
    { fix: fixes[1], pointer: '/a/d', was: undefined },
    { fix: fixes[2], pointer: '/a/e', was: 0 },
    { fix: fixes[0], pointer: '/c', was: undefined },
  ]);
});

test('two thousand fixes at once', () => {
  const items = Array.from({ length: 1000 }, (_, index) => ({ a: index }));
  const fixes = items.flatMap((_item, index) => [set(`/${index}/a`, 0), set(`/${index}/b`, 1)]);
  const { text } = fixJson(JSON.stringify(items), fixes);
  expect(JSON.parse(text)).toEqual(items.map(() => ({ a: 0, b: 1 })));
});
