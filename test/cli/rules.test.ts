import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../src/cli/rules.js';

const codes = rules.map(({ code }) => code);

test('codes are one name space, sorted', () => {
  expect(codes).toEqual([...new Set(codes)].sort());
});

test('every rule that a check can give is explained', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /rules\.ts$|^lint.rules.|^lint.workflows.rules.|^workflow.refused.rules./.test(file),
  );
  const texts = files.map((file) => readFileSync(join('src', file), 'utf8'));
  const written = texts.flatMap((text) => [...text.matchAll(/^\s*code: '([^']+)',$/gm)].map(([, code]) => code));
  expect([...new Set(written)].sort()).toEqual(codes);
});

test('each rule is explained', () => {
  for (const { code, summary, why, source, examples } of rules) {
    expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect([code, summary]).toEqual([code, expect.stringMatching(/^[^\n]+\.$/)]);
    expect([code, why]).toEqual([code, expect.stringMatching(/^[^\n]+\.$/)]);
    expect([code, source !== '', examples.bad.length > 0, examples.good.length > 0]).toEqual([code, true, true, true]);
  }
});
