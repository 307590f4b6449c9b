import { readYaml } from '../../src/core/yaml-read.js';
import { cpuSeconds } from './cpu-seconds.js';

const codesOf = async (text: string) => (await readYaml('a.yaml', text)).findings.map(({ code }) => code);

// Without the limit that it meets each takes many times as long, most of them with the square of the length.
test.each<[string, string, string[]]>([
  ['errors', '""'.repeat(50_000), ['yaml-syntax']],
  ['errors in one scalar', `"${'\\q'.repeat(400_000)}"`, ['yaml-syntax']],
  ['ends of documents', '...\n'.repeat(100_000), ['yaml-several-documents']],
  ['comments after blank lines', `- |\n    a\n${'\n'.repeat(30_000)}${' #\n'.repeat(30_000)}`, []],
  [
    'tags and comments after blank lines',
    `- |\n    a\n${'\n'.repeat(35_000)}${'  &a\n  #\n'.repeat(35_000)}`,
    ['yaml-syntax'],
  ],
  ['tags with a long prefix', `%TAG !a! ${'x'.repeat(1001)}\n---\n${'- !a!b c\n'.repeat(100)}`, ['yaml-syntax']],
  [
    'merges of merges',
    `${'<<: {'.repeat(190)}${Array.from({ length: 1000 }, (_, at) => `k${at}: 1,`).join('')}${'}'.repeat(190)}`,
    ['yaml-alias-limit'],
  ],
  ['long keys of keys', `${'['.repeat(190)}${'1,'.repeat(90_000)}${']: 1'.repeat(190)}`, ['yaml-syntax']],
])('many %s', async (_, text, want) => {
  const start = cpuSeconds();
  expect([...new Set(await codesOf(text))]).toEqual(want);
  expect(cpuSeconds() - start).toBeLessThan(3);
});

test('what is left out of many comments changes neither values nor places', async () => {
  const { value, locate, findings } = await readYaml('a.yaml', `a:\n${'  # b\n'.repeat(300)}  c: "#"\n`);
  expect(findings).toEqual([]);
  expect(value).toEqual({ a: { c: '#' } });
  expect(locate('/a/c')).toEqual({ line: 302, column: 6 });
});

test('the longest key of a pair in a list', async () => {
  const keyOf = (length: number) => `[[${'a'.repeat(length - 2)}]: 1]`;
  expect(await codesOf(keyOf(1024))).toEqual(['yaml-key']);
  expect(await codesOf(keyOf(1025))).toEqual(['yaml-syntax']);
  expect(await codesOf(`[? [${'a'.repeat(1025)}] : 1]`)).toEqual(['yaml-key']);
});
