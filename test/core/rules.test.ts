import type { Finding } from '../../src/core/finding.js';
import { readJson } from '../../src/core/json-read.js';
import { MAX_DOCUMENT_BYTES, tooLarge } from '../../src/core/limits.js';
import { coreRules } from '../../src/core/rules.js';
import { decodeText } from '../../src/core/text.js';
import { readYaml } from '../../src/core/yaml-read.js';
import { MAX_YAML_TOKENS } from '../../src/core/yaml-tokens.js';

/** What reading gives for an example of `code`. Too large a text is only described. */
async function findingsOf(code: string, text: string): Promise<readonly Finding[]> {
  if (code === 'yaml-token-limit' && text.startsWith('(')) {
    return (await readYaml('example', '\n'.repeat(MAX_YAML_TOKENS + 1))).findings;
  }
  if (code.startsWith('yaml-')) return (await readYaml('example', text)).findings;
  if (code === 'document-too-large' && text.startsWith('(')) return [tooLarge('example', MAX_DOCUMENT_BYTES + 1)];
  if (code !== 'text-not-utf8') return readJson('example', text).findings;
  const { finding } = decodeText(
    'example',
    Uint8Array.from(text, (character) => character.charCodeAt(0)),
  );
  return finding ? [finding] : [];
}

describe.each(coreRules.map((rule) => [rule.code, rule] as const))('%s', (code, { severity, examples }) => {
  test.each(examples.bad)('%j is told', async (text) => {
    const findings = await findingsOf(code, text);
    expect([...new Set(findings.map((each) => `${each.severity} ${each.code}`))]).toEqual([`${severity} ${code}`]);
    for (const { message, file, line, column } of findings) {
      expect(message).toMatch(/^[A-Z].*[.?]$/);
      expect([file, typeof line, typeof column]).toEqual(['example', 'number', 'number']);
    }
  });
  test.each(examples.good)('%j is not', async (text) => {
    expect(await findingsOf(code, text)).toEqual([]);
  });
});

test('codes are unique and explained', () => {
  const codes = coreRules.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const { code, summary, why, source, examples } of coreRules) {
    expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect([summary, why].every((text) => text.endsWith('.') && source !== '')).toBe(true);
    expect(examples.bad.length * examples.good.length).toBeGreaterThan(0);
  }
});
