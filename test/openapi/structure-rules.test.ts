import type { Json } from '../../src/core/json.js';
import { structureRules } from '../../src/openapi/structure-rules.js';
import { errors } from './definition-errors.js';

describe.each(structureRules.map((rule) => [rule.code, rule] as const))('%s', (code, { examples }) => {
  test.each(numbered(examples.bad))('is all that is wrong with its bad example %i', (_, example) => {
    expect([...new Set(errors(example).map((found) => found.code))]).toEqual([code]);
  });

  test.each(numbered(examples.good))('is kept by its good example %i', (_, example) => {
    expect(errors(example)).toEqual([]);
  });
});

test('no two rules have the same code', () => {
  const codes = structureRules.map(({ code }) => code);
  expect(codes).toEqual([...new Set(codes)]);
});

function numbered(examples: readonly Json[]): [number, Json][] {
  return examples.map((example, index) => [index + 1, example]);
}
