import { existsSync, readFileSync } from 'node:fs';
import { readYaml } from '../../src/core/yaml-read.js';
import { MAX_YAML_TOKENS } from '../../src/core/yaml-tokens.js';

const description = '../shared/data/upstream/openai/openapi.yaml';
const corpus = existsSync(description) ? describe : describe.skip;

corpus('the limits of YAML', () => {
  test('allow the largest API description known here', async () => {
    const { findings, value } = await readYaml(description, readFileSync(description, 'utf8'));
    expect(findings).toEqual([]);
    expect(Object.keys(value ?? {})).toContain('paths');
  });

  test('allow a long list of mappings to merge', async () => {
    const { findings, value } = await readYaml('a.yaml', `<<: [${'{},'.repeat(140_000)}]`);
    expect([findings, value]).toEqual([[], {}]);
  });

  test('are what they say', async () => {
    // The document itself is a token, and the scalar two.
    const codesOf = async (text: string) => (await readYaml('a.yaml', text)).findings.map(({ code }) => code);
    expect(await codesOf(`a${'\n'.repeat(MAX_YAML_TOKENS - 3)}`)).toEqual([]);
    const { findings } = await readYaml('a.yaml', `a${'\n'.repeat(MAX_YAML_TOKENS - 2)}`);
    expect(findings).toEqual([
      {
        code: 'yaml-token-limit',
        severity: 'error',
        message: 'The document has more tokens of YAML than the 600000 that were expected at most.',
        file: 'a.yaml',
        pointer: '',
        line: MAX_YAML_TOKENS - 2,
        column: 1,
      },
    ]);
  });
});
