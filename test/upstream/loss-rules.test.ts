import type { Json } from '../../src/core/json.js';
import { lossRules } from '../../src/upstream/loss-rules.js';
import { readSurface } from '../../src/upstream/read-spec.js';

function codesOf(operation: Json): string[] {
  const components = { schemas: { Thing: { type: 'object' } } };
  const spec = { openapi: '3.1.0', info: {}, paths: { '/a': { post: operation } }, components };
  const choice = { service: 's', file: 'f', operations: { it: { method: 'post', path: '/a' } } };
  return [...new Set(readSurface(spec, choice).losses.map(({ code }) => code))];
}

test.each(lossRules.map((rule) => [rule.code, rule] as const))('%s: its examples', (code, { examples }) => {
  expect(examples.bad.map(codesOf)).toEqual(examples.bad.map(() => [code]));
  expect(examples.good.map(codesOf)).toEqual(examples.good.map(() => []));
});

test('codes are unique', () => {
  expect(new Set(lossRules.map(({ code }) => code)).size).toBe(lossRules.length);
});
