import { againstAjv, plainlyAgainstChecked } from './check-value-random.js';

// `check-value.corpus.test.ts` has more of both.

test('the verdict over 20 random documents and 1,200 values is that of ajv-draft-04', () => {
  const { wrong, met } = againstAjv(20);
  expect(wrong.slice(0, 1)).toEqual([]);
  expect(met).toBeGreaterThan(400);
  expect(1200 - met).toBeGreaterThan(400);
});

test('what meets a schema plainly has no mismatch and no undeclared property, and has shown the same schemas', () => {
  const { wrong, met } = plainlyAgainstChecked(60);
  expect(wrong.slice(0, 1)).toEqual([]);
  expect(met).toBeGreaterThan(400);
});
