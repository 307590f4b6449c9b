import { readYaml } from '../../src/core/yaml-read.js';
import { MAX_YAML_TOKENS, yamlTokens } from '../../src/core/yaml-tokens.js';
import { hostileYaml } from './hostile-texts.js';

const manyMerges = `${'<<: {'.repeat(190)}${Array.from({ length: 1000 }, (_, at) => `k${at}: 1,`).join('')}${'}'.repeat(190)}`;
const codesOf = async (text: string) => (await readYaml('a.yaml', text)).findings.map(({ code }) => code);

test.each(hostileYaml)('many %s', async (_, text, want) => {
  expect([...new Set(await codesOf(text(400)))]).toEqual(want);
});

test.each<[string, string, string[]]>([
  ['merges of merges', manyMerges, ['yaml-alias-limit']],
  ['tags with a long prefix', `%TAG !a! ${'x'.repeat(1001)}\n---\n${'- !a!b c\n'.repeat(100)}`, ['yaml-syntax']],
])('too many %s', async (_, text, want) => {
  expect([...new Set(await codesOf(text))]).toEqual(want);
});

test('one token too many', async () => {
  const yaml = await import('yaml');
  // Comments, which are left out, from a lexer of our own: the real one takes seconds for as many.
  const comments = (count: number) => ({ lex: () => Array<string>(count).fill('#') });
  const toldOf = (count: number) => {
    const told: string[] = [];
    const trouble = { report: ({ code }: { code: string }) => told.push(code), complain: () => undefined };
    const Lexer = function () {
      return comments(count);
    };
    const tokens = yamlTokens({ ...yaml, Lexer } as unknown as typeof yaml, '', trouble);
    while (!tokens.next().done);
    return told;
  };
  expect([toldOf(MAX_YAML_TOKENS), toldOf(MAX_YAML_TOKENS + 1)]).toEqual([[], ['yaml-token-limit']]);
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
