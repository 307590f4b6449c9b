import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../src/cli/rules.js';

const codes = rules.map(({ code }) => code);

test('codes are one name space, sorted', () => {
  expect(codes).toEqual([...new Set(codes)].sort());
});

test('every rule that a check can give is explained', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /rules\.ts$|^lint.rules./.test(file),
  );
  const texts = files.map((file) => readFileSync(join('src', file), 'utf8'));
  const written = texts.flatMap((text) => [...text.matchAll(/^\s*code: '([^']+)',$/gm)].map(([, code]) => code));
  expect([...new Set(written)].sort()).toEqual(codes);
});

test.each(rules.map((rule) => [rule.code, rule] as const))('%s is explained', (code, rule) => {
  expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  expect(rule.summary).toMatch(/^[^\n]+\.$/);
  expect(rule.why).toMatch(/^[^\n]+\.$/);
  expect(rule.source).not.toBe('');
  expect([rule.examples.bad.length > 0, rule.examples.good.length > 0]).toEqual([true, true]);
});
