import { binaryBytes } from '../../src/core/yaml-tags.js';
import { readYaml } from '../../src/core/yaml-read.js';

const read = (text: string) => readYaml('a.yaml', text, { foreignTags: true });

test.each<[string, unknown]>([
  ['a: !!binary aGk=', { a: { '!!binary': 'aGk=' } }],
  ['a: !binary |-\n  aGkg\n  dGhl\n   cmU=\nb: 1', { a: { '!!binary': 'aGkgdGhlcmU=' }, b: 1 }],
  ['a: !<tag:yaml.org,2002:binary> "aG\\\n  k="', { a: { '!!binary': 'aGk=' } }],
  ['!!binary aGk=: 1\n? !binary |\n  aG8=\n: 2', { hi: 1, ho: 2 }],
  ['a: &k !!binary aGk=\n*k : 1', { a: { '!!binary': 'aGk=' }, hi: 1 }],
  ['? !!python/object/apply:multidict._multidict.istr\n- Accept\n: 1', { Accept: 1 }],
  ['a:\n  ? &k !!python/object/apply:a.b\n  - Accept\n  : 1\nb:\n  *k : 2', { a: { Accept: 1 }, b: { Accept: 2 } }],
  ['? !a [200]\n: 1\n? !a [true]\n: 2\n? !a [~]\n: 3', { 200: 1, true: 2, null: 3 }],
  ["a: !!python/unicode 'x'\nb: !!python/tuple [1, 2]\nc: !!omap [{a: 1}]", { a: 'x', b: [1, 2], c: [{ a: 1 }] }],
  ["a: !ruby/string '1'\nb: !ruby/hash:A::B {c: 1}\n!ruby/sym k: !ruby/object:A {}", { a: '1', b: { c: 1 }, k: {} }],
  [
    'a: !!timestamp 2024-10-21\nb: !x 5\nc: !!python/none ""\nd: !!set {e}',
    { a: '2024-10-21', b: 5, c: '', d: { e: null } },
  ],
  [
    '[1e3, 12e4567, -1.5e3, 0o7, 1.5e+3, -1.0e-05, 1.5, -7, 0x1F, "1e3"]',
    ['1e3', '12e4567', '-1.5e3', '0o7', 1500, -0.00001, 1.5, -7, 31, '1e3'],
  ],
  ['a: !!str 5\nb: ! 5\nc: !!map {}', { a: '5', b: '5', c: {} }],
])('%j is read with tags of other languages', async (text, value) => {
  const document = await read(text);
  expect(document.findings).toEqual([]);
  expect(document.value).toStrictEqual(value);
});

test.each<[string, string[]]>([
  ['a: !!int x', ['yaml-tag /a']],
  ['a: !!map [1]', ['yaml-tag /a']],
  ['a: !x .nan', ['yaml-number /a']],
  ['[a]: 1', ['yaml-key ']],
  ['? !x [a, b]\n: 1', ['yaml-key ']],
  ['? !x [[a]]\n: 1', ['yaml-key ']],
  ['? !x {a: b}\n: 1', ['yaml-key ']],
  ['!x a: 1\na: 2', ['yaml-duplicate-key /a']],
  ['a: 1\n---\nb: 2', ['yaml-several-documents ']],
  [`${'- '.repeat(200)}!!binary aGk=`, ['document-too-deep ']],
])('%j is still told', async (text, want) => {
  expect((await read(text)).findings.map(({ code, pointer }) => `${code} ${pointer.replace(/(\/0)+$/, '')}`)).toEqual(
    want,
  );
});

test('without the option they are findings', async () => {
  const text = 'a: !!binary aGk=\nb: !x 5\n? !y [c]\n: 1';
  expect((await readYaml('a.yaml', text)).findings.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
    'yaml-tag /a',
    'yaml-tag /b',
    'yaml-tag ',
    'yaml-key ',
  ]);
});

test('a tagged value is found where it stands', async () => {
  const { locate } = await read('a: 1\nb:\n  !!binary aGk= : !!binary |\n    aGk=\n');
  expect([locate('/b/hi'), locate('/b/hi/!!binary')]).toEqual([
    { line: 3, column: 28 },
    { line: 3, column: 28 },
  ]);
});

test.each<[unknown, string | undefined]>([
  [{ '!!binary': 'aGk=' }, 'hi'],
  [{ '!!binary': '' }, ''],
  [{ '!!binary': 1 }, undefined],
  [{ '!!binary': 'aGk' }, undefined],
  [{ '!!binary': 'a?k=' }, undefined],
  [{}, undefined],
  ['aGk=', undefined],
  [null, undefined],
  [undefined, undefined],
])('the bytes of %j', (value, text) => {
  const bytes = binaryBytes(value as Parameters<typeof binaryBytes>[0]); // rows of a table have one type
  expect(bytes && new TextDecoder().decode(bytes)).toBe(text);
});
