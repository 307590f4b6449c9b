import type { Finding } from '../../src/core/finding.js';
import { readJson } from '../../src/core/json-read.js';
import { MAX_DOCUMENT_BYTES, tooLarge } from '../../src/core/limits.js';
import { coreRules } from '../../src/core/rules.js';
import { decodeText } from '../../src/core/text.js';
import { readYaml } from '../../src/core/yaml-read.js';

const isLong = (code: string, text: string) => code === 'yaml-token-limit' && text.startsWith('(');

/** What reading gives for an example of `code`. Too large a text is only described; that of a second's reading is in `yaml-limits.corpus.test.ts`. */
async function findingsOf(code: string, text: string): Promise<readonly Finding[]> {
  if (code.startsWith('yaml-')) return (await readYaml('example', text)).findings;
  if (code === 'document-too-large' && text.startsWith('(')) return [tooLarge('example', MAX_DOCUMENT_BYTES + 1)];
  if (code !== 'text-not-utf8') return readJson('example', text).findings;
  const { finding } = decodeText(
    'example',
    Uint8Array.from(text, (character) => character.charCodeAt(0)),
  );
  return finding ? [finding] : [];
}

test.each(coreRules.map((rule) => [rule.code, rule] as const))('%s', async (code, { severity, examples }) => {
  for (const text of examples.bad.filter((example) => !isLong(code, example))) {
    const findings = await findingsOf(code, text);
    expect([...new Set(findings.map((each) => `${each.severity} ${each.code}`))]).toEqual([`${severity} ${code}`]);
    for (const { message, file, line, column } of findings) {
      expect(message).toMatch(/^[A-Z].*[.?]$/);
      expect([file, typeof line, typeof column]).toEqual(['example', 'number', 'number']);
    }
  }
  for (const text of examples.good) expect([text, await findingsOf(code, text)]).toEqual([text, []]);
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
