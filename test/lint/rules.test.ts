import { connectorOf, type LintExample } from '../../src/lint/example.js';
import { lint } from '../../src/lint/lint.js';
import type { LintRule } from '../../src/lint/rule.js';
import { lintRules } from '../../src/lint/rules.js';

/** What the whole registry says of an example, under the profile that says the most, or the only one in which the rule holds. */
const said = (example: LintExample, { onlyIn }: Partial<LintRule> = {}): readonly (readonly [string, string])[] => {
  const options = { profile: onlyIn ?? 'certification', definitionBytes: example.definitionBytes } as const;
  return lint(connectorOf(example), options).map(({ code, file, pointer }) => [
    code,
    file === undefined ? pointer : `${file}#${pointer}`,
  ]);
};

test('nothing is to be said of the connector that examples change', () => {
  expect(said({ at: [] })).toEqual([]);
});

test.each(lintRules.map((rule) => [rule.code, rule] as const))(
  '%s: a bad example has its own finding only',
  (code, rule) => {
    for (const example of rule.examples.bad) {
      expect(example.at.length).toBeGreaterThan(0);
      expect(said(example, rule)).toEqual(example.at.map((at) => [code, at]));
    }
  },
);

test.each(lintRules.map((rule) => [rule.code, rule] as const))('%s: a good example has none', (_code, rule) => {
  for (const example of rule.examples.good) {
    expect(example.at).toEqual([]);
    expect(said(example, rule)).toEqual([]);
  }
});

test('codes are in use once', () => {
  const codes = lintRules.map(({ code }) => code);
  expect(codes).toEqual([...new Set(codes)]);
});
