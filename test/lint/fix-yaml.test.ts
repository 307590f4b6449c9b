import type { Json } from '../../src/core/json.js';
import { fixYaml } from '../../src/lint/fix-yaml.js';
import type { Fix } from '../../src/lint/rule.js';

const set = (pointer: string, value: Json): Fix => ({ set: pointer, value });
const rename = (pointer: string, to: string): Fix => ({ rename: pointer, to });
const remove = (from: string, ...keys: string[]): Fix => ({ from, remove: keys });

test.each<[string, { text: string; fixes: readonly Fix[]; want: string }]>([
  [
    'a plain text',
    { text: 'a: 1 # one\nb: Gets it\n', fixes: [set('/b', 'Gets it.')], want: 'a: 1 # one\nb: Gets it.\n' },
  ],
  ['a text in double quotes', { text: 'a: "b" # c\n', fixes: [set('/a', 'b"')], want: 'a: "b\\"" # c\n' }],
  ['a text in single quotes', { text: "a: 'it' # c\n", fixes: [set('/a', "it's")], want: "a: 'it''s' # c\n" }],
  ['a text that would be a number', { text: 'a: b\n', fixes: [set('/a', '1')], want: 'a: "1"\n' }],
  ['a text that would be a comment', { text: 'a: b\n', fixes: [set('/a', 'b #c')], want: 'a: "b #c"\n' }],
  ['a text that would be true', { text: 'a: b\n', fixes: [set('/a', 'yes')], want: 'a: "yes"\n' }],
  ['a number that was a text', { text: "a: '1'\n", fixes: [set('/a', 1)], want: 'a: 1\n' }],
  ['a block of text', { text: 'a: |\n  b\n  c\nd: 1\n', fixes: [set('/a', 'b')], want: 'a: "b"\nd: 1\n' }],
  ['nothing', { text: 'a:\nb: 1\n', fixes: [set('/a', 'c')], want: 'a: c\nb: 1\n' }],
  ['an item', { text: '- a # x\n- [b, c]\n', fixes: [set('/1/1', 'd')], want: '- a # x\n- [b, d]\n' }],
  [
    'only the items of a list that differ',
    { text: "a:\n  - '1' # x\n  - 2\n", fixes: [set('/a', [1, 2])], want: 'a:\n  - 1 # x\n  - 2\n' },
  ],
  [
    'a list that becomes empty',
    { text: 'a:\n  - b # x\nc: 1\n', fixes: [set('/a', [])], want: 'a:\n  [] # x\nc: 1\n' },
  ],
  [
    'a list in brackets',
    { text: 'a: [] # x\nb: 1\n', fixes: [set('/a', [{ b: [] }])], want: 'a: [{"b":[]}] # x\nb: 1\n' },
  ],
  ['a key', { text: 'x-a : 1 # x\n', fixes: [rename('/x-a', 'x-b')], want: 'x-b : 1 # x\n' }],
  ['a key in quotes', { text: '"x-a": 1\n', fixes: [rename('/x-a', 'x-b')], want: '"x-b": 1\n' }],
  [
    'a new key behind the last one and its comment',
    {
      text: 'a:\n  b:\n    - c: 1 # x\n  # y\nd: 2\n',
      fixes: [set('/a/e', 'f')],
      want: 'a:\n  b:\n    - c: 1 # x\n  e: f\n  # y\nd: 2\n',
    },
  ],
  [
    'a new key with a value of its own',
    { text: 'a: 1\r\n', fixes: [set('/b', [{ c: [] }])], want: 'a: 1\r\nb:\r\n  - c: []\r\n' },
  ],
  [
    'a new key in an item',
    { text: '- a: 1\n- b: 2\n', fixes: [set('/0/c', true)], want: '- a: 1\n  c: true\n- b: 2\n' },
  ],
  ['a new key in braces', { text: 'a: {b: 1, } # x\n', fixes: [set('/a/c', 2)], want: 'a: {b: 1, "c":2, } # x\n' }],
  ['a new key in empty braces', { text: 'a: {}\n', fixes: [set('/a/c', 'd')], want: 'a: { "c":"d" }\n' }],
  ['what is missing on the way', { text: 'a: 1\n', fixes: [set('/b/c', 'd')], want: 'a: 1\nb:\n  c: d\n' }],
  ['a key that goes', { text: 'a: 1\nb: 2 # x\n# y\nc: 3\n', fixes: [remove('', 'b')], want: 'a: 1\n# y\nc: 3\n' }],
  ['the first key', { text: 'b: 2\nc: 3\n', fixes: [remove('', 'b')], want: 'c: 3\n' }],
  ['the last key', { text: 'a: 1\nb:\n  c: 2', fixes: [remove('', 'b')], want: 'a: 1\n' }],
  ['the first key of an item', { text: '- b: 2\n  c: 3\n', fixes: [remove('/0', 'b')], want: '- c: 3\n' }],
  ['the first two', { text: '- a: 1 # x\n  b: 2\n  c: 3\n', fixes: [remove('/0', 'a', 'b')], want: '- c: 3\n' }],
  ['all but one', { text: '- a: 1\n  b: 2\n  c: 3\n', fixes: [remove('/0', 'a', 'c')], want: '- b: 2\n' }],
  ['keys in braces', { text: 'x: {a: 1, b: 2, c: 3}\n', fixes: [remove('/x', 'a', 'c')], want: 'x: {b: 2}\n' }],
  [
    'several',
    { text: 'a: b\nc: d\n', fixes: [set('/c', 'D'), rename('/a', 'A'), set('/e', 1)], want: 'A: b\nc: D\ne: 1\n' },
  ],
  ['behind a byte-order mark', { text: '\uFEFFa: b\n', fixes: [set('/a', 'c')], want: '\uFEFFa: c\n' }],
  ['beside an alias', { text: 'a: &x b\nc: *x\nd: e\n', fixes: [set('/d', 'f')], want: 'a: &x b\nc: *x\nd: f\n' }],
])('%s', async (_name, { text, fixes, want }) => {
  expect((await fixYaml(text, fixes)).text).toBe(want);
});

test.each<[string, { text: string; fix: Fix }]>([
  ['an alias stands for the value', { text: 'a: &x b\nc: *x\n', fix: set('/c', 'd') }],
  ['an alias stands for it elsewhere', { text: 'a: &x b\nc: *x\n', fix: set('/a', 'd') }],
  ['an alias stands for what holds it', { text: 'a: &x {b: 1}\nc: *x\n', fix: set('/c/b', 2) }],
  ['a key would be added to what aliases share', { text: 'a: &x {b: 1}\nc: *x\n', fix: set('/a/d', 2) }],
  ['no key would be left', { text: 'a: {b: 1}\n', fix: remove('/a', 'b') }],
  ['the key is not there', { text: 'a: {b: 1}\n', fix: remove('/a', 'c') }],
  ['the key is there already', { text: 'a: 1\nb: 2\n', fix: rename('/a', 'b') }],
  ['a block would have to be one line', { text: 'a:\n  b: 1\n', fix: set('/a', { c: 1 }) }],
  ['the text is no YAML', { text: 'a: [\n', fix: set('/a', 2) }],
])('nothing is changed where %s', async (_name, { text, fix }) => {
  expect(await fixYaml(text, [fix])).toEqual({ text, changes: [] });
});

test('what cannot be changed does not keep the rest from it', async () => {
  const fixes = [set('/c', 'd'), set('/e', 'g')];
  const { text, changes } = await fixYaml('a: &x b\nc: *x\ne: f\n', fixes);
  expect([text, changes]).toEqual(['a: &x b\nc: *x\ne: g\n', [{ fix: fixes[1], pointer: '/e', was: 'f' }]]);
});
