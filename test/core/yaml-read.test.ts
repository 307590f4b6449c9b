import { MAX_DEPTH, MAX_YAML_BYTES, tooLarge } from '../../src/core/limits.js';
import { MAX_ALIASED_VALUES } from '../../src/core/yaml-reading.js';
import { readYaml } from '../../src/core/yaml-read.js';

const read = (text: string) => readYaml('a.yaml', text);
/** Each finding as `code line:column pointer message`. */
const found = async (text: string) =>
  (await read(text)).findings.map(
    ({ code, line, column, pointer, message }) => `${code} ${line}:${column} ${pointer} ${message}`,
  );

test.each<[string, unknown]>([
  ['', null],
  ['# nothing', null],
  ['\uFEFFa: 1', { a: 1 }],
  ['{"a": [1, "x\\n"], "b": null}', { a: [1, 'x\n'], b: null }],
  [
    'a: [~, null, Null, yes, no, on, off, true, FALSE]',
    { a: [null, null, null, 'yes', 'no', 'on', 'off', true, false] },
  ],
  [
    '[0o17, 0x1F, 012, +12, -0, 1., .5, -1e3, 1_000, 0b1, 1:30]',
    [15, 31, 12, 12, -0, 1, 0.5, -1000, '1_000', '0b1', '1:30'],
  ],
  ['[2024-10-21, 2001-12-14t21:59:43.10-05:00]', ['2024-10-21', '2001-12-14t21:59:43.10-05:00']],
  ['["1", \'true\', !!str 2, ! 3]', ['1', 'true', '2', '3']],
  ['[!!int "1", !!float 1, !!bool true, !!null "", !!map {}, !!seq []]', [1, 1, true, null, {}, []]],
  [
    '[9007199254740991, 9007199254740993, -9223372036854775808, +9223372036854775807]',
    [9007199254740991, 9007199254740993n, -9223372036854775808n, 9223372036854775807n],
  ],
  ['0xffffffffffffffff', 18446744073709551615n],
  ['9007199254740993.0', 9007199254740992],
  [
    '200: ok\ntrue: b\n1.10: c\n~: d\n"": e\n.nan: f',
    { 200: 'ok', true: 'b', '1.10': 'c', '~': 'd', '': 'e', '.nan': 'f' },
  ],
  ['? a\n? b', { a: null, b: null }],
  ['a: |\n  x\n  y\nb: >-\n  x\n  y', { a: 'x\ny\n', b: 'x y' }],
  ['a: &x [1]\nb: *x\n&k c: *x\nd: *k', { a: [1], b: [1], c: [1], d: 'c' }],
  ['- &x 1\n- *x\n- &x 2\n- *x', [1, 1, 2, 2]],
  ['&x [&x 1, *x]', [1, 1]],
  ['- &x [&x 1]\n- *x', [[1], 1]],
  ['base: &base {a: 1, b: 2}\nuse:\n  b: 3\n  <<: *base\n  c: 4', { base: { a: 1, b: 2 }, use: { a: 1, b: 3, c: 4 } }],
  ['<<: [{a: 1}, {a: 2, b: 2}]', { a: 1, b: 2 }],
  ['"<<": {a: 1}', { '<<': { a: 1 } }],
])('%j is read', async (text, value) => {
  const document = await read(text);
  expect(document.findings).toEqual([]);
  expect(document.value).toStrictEqual(value);
});

test.each<[string, string[]]>([
  [
    'a: [1, 2',
    [
      'yaml-syntax 1:9  The text is no YAML here: Flow sequence in block collection must be sufficiently indented and end with a ].',
    ],
  ],
  ['a: @x', ['yaml-syntax 1:4  Found "@" that is no YAML: Plain value cannot start with reserved character @.']],
  ['a: "\\q"', ['yaml-syntax 1:5  Found "\\\\" that is no YAML: Invalid escape sequence \\q.']],
  ['a: *b', ['yaml-syntax 1:4 /a The alias "*b" has no anchor, expected one before it.']],
  [
    'a: 1\n---\nb: 2\n---\nc: 3',
    ['yaml-several-documents 2:1  A second document begins here, expected one in a file.'],
  ],
  ['[a]: 1', ['yaml-key 1:1  Found the key ["a"], expected a text.']],
  ['x: &a {b: 1}\n*a : 1', ['yaml-key 2:1  Found the key {b}, expected a text.']],
  [
    'a: !!binary aGk=',
    ['yaml-tag 1:13 /a Found the tag "!!binary" on "aGk=", expected one that fits it in JSON, or none.'],
  ],
  ['a: !secret [1]', ['yaml-tag 1:12 /a Found the tag "!secret" on a list, expected "!!seq" or none.']],
  ['a: !!int 1.5', ['yaml-tag 1:10 /a Found the tag "!!int" on "1.5", expected one that fits it in JSON, or none.']],
  [
    'a: .nan\nb: [-.INF]',
    [
      'yaml-number 1:4 /a Found the number .nan, expected a finite one.',
      'yaml-number 2:5 /b/0 Found the number -.INF, expected a finite one.',
    ],
  ],
  ['a: 1e400', ['number-too-large 1:4 /a The number 1e400 is too large, expected one below 1.8e308.']],
  [
    `a: ${'9'.repeat(400)}`,
    [`number-too-large 1:4 /a The number ${'9'.repeat(57)}… is too large, expected one below 1.8e308.`],
  ],
  ['a:\n  <<: 1', ['yaml-merge-key 2:3 /a/<< Found 1 to merge, expected a mapping or a list of mappings.']],
  [
    'a: &a\n  b: *a',
    ['yaml-alias-limit 2:6 /a/b The alias "*a" stands for a value that holds it, expected one that ends before it.'],
  ],
])('%j is refused', async (text, want) => {
  expect(await found(text)).toEqual(want);
  expect((await read(text)).value).toBeUndefined();
});

test('a key that stands twice is told with both places; the last one counts', async () => {
  const { value, findings } = await read('a:\n  200: 1\n  b: 2\n  "200": 3');
  expect(value).toEqual({ a: { 200: 3, b: 2 } });
  expect(findings).toEqual([
    {
      code: 'yaml-duplicate-key',
      severity: 'error',
      message: 'The key "200" stands twice in one mapping, expected once: the last one counts.',
      file: 'a.yaml',
      pointer: '/a/200',
      line: 4,
      column: 3,
      declared: { file: 'a.yaml', pointer: '/a/200', line: 2, column: 3 },
    },
  ]);
});

test('__proto__ is an ordinary key, merged or not', async () => {
  const { value } = await read('a: &a\n  __proto__: {x: 1}\nb:\n  <<: *a');
  for (const object of Object.values(value as Record<string, object>)) {
    expect(Object.keys(object)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
  }
});

describe('aliases', () => {
  const bomb = (levels: number) =>
    Array.from(
      { length: levels },
      (_, level) =>
        `a${level}: &a${level} [${Array.from({ length: 9 }, () => (level ? `*a${level - 1}` : 'lol')).join()}]`,
    ).join('\n');

  test.each([
    ['nine to the thirtieth', bomb(30)],
    ['merged', `${bomb(6)}\nm:\n  <<: {x: *a5}`],
    ['one long list', `a: &a [${'1,'.repeat(1000)}]\nb: [${'*a,'.repeat(1000)}]`],
  ])('a bomb is one finding: %s', async (_, text) => {
    const { value, findings } = await read(text);
    expect(findings.map(({ code }) => code)).toEqual(['yaml-alias-limit']);
    expect(value).toBeUndefined();
  });

  test('the limit itself is allowed', async () => {
    const aliases = `a: &a [${'1,'.repeat(999)}]\nb: [${'*a,'.repeat(MAX_ALIASED_VALUES / 1000)}]`;
    expect(await found(aliases)).toEqual([]);
    expect((await read(`${aliases}\nc: *a`)).findings.map(({ pointer }) => pointer)).toEqual(['/c']);
  });
});

describe('depth', () => {
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
  const block = (levels: number) => `${'- '.repeat(levels)}1`;
  const mappings = (levels: number) =>
    Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:`).join('\n');

  test.each([nested, block, mappings])('the limit itself is allowed %#', async (make) => {
    expect(await found(make(MAX_DEPTH))).toEqual([]);
    expect((await read(make(MAX_DEPTH + 1))).findings.map(({ code }) => code)).toEqual(['document-too-deep']);
  });
  test.each(['[', '- ', '? ', '{a: '])('200,000 times %j is one finding', async (opening) => {
    const { value, findings } = await read(opening.repeat(200_000));
    expect(findings.map(({ code }) => code)).toEqual(['document-too-deep']);
    expect(value).toBeUndefined();
  });
  test('aliases count with what they stand for', async () => {
    const half = `a: &a ${nested(150)}\nb: `;
    expect(await found(`${half}${'['.repeat(49)}*a${']'.repeat(49)}`)).toEqual([]);
    expect((await read(`${half}${'['.repeat(50)}*a${']'.repeat(50)}`)).findings.map(({ code }) => code)).toEqual([
      'document-too-deep',
    ]);
  });
});

test('a text beyond the limit is not read', async () => {
  const { value, findings } = await read(' '.repeat(MAX_YAML_BYTES + 1));
  expect(value).toBeUndefined();
  expect(findings).toEqual([tooLarge('a.yaml', MAX_YAML_BYTES + 1, MAX_YAML_BYTES)]);
});

test.each<[string, number, number]>([
  ['', 1, 1],
  ['/a', 2, 3],
  ['/a/b~1c', 2, 8],
  ['/a/l/1', 4, 5],
  ['/a/nowhere', 2, 3],
  ['/use', 5, 6],
  ['/use/b~1c', 2, 8],
  ['/merged/b~1c', 2, 8],
  ['/merged/own', 8, 8],
  ['/none', 9, 3],
  ['/constructor', 1, 1],
])('%j stands at %d:%d', async (pointer, line, column) => {
  const text = 'a: &a\n  b/c: 1\n  l: [x,\n    y]\nuse: *a\nmerged:\n  <<: *a\n  own: 2\n? none\n';
  expect((await read(text)).locate(pointer)).toEqual({ line, column });
});
