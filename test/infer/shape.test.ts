import type { Json } from '../../src/core/json.js';
import { newBudget } from '../../src/infer/budget.js';
import { addShape, addValue, newShape, type Shape } from '../../src/infer/shape.js';

const values: readonly Json[] = [
  null,
  true,
  1,
  2 ** 31,
  -1n,
  0.5,
  'a',
  'b',
  'b',
  '2024-10-21T10:00:00Z',
  [],
  [1, 'x', [null]],
  {},
  { a: 1, b: { c: 'x' } },
  { b: { d: [] }, a: null },
  Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`n${at}`, at])),
  Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`m${at}`, `t${at}`])),
];

function shapeOf(list: readonly Json[]): Shape {
  const shape = newShape();
  const budget = newBudget({ texts: true });
  for (const value of list) addValue(shape, value, budget);
  return shape;
}

function together(...shapes: readonly Shape[]): Shape {
  const sum = newShape();
  for (const shape of shapes) addShape(sum, shape, newBudget({ texts: true }));
  return sum;
}

test.each(Array.from({ length: values.length + 1 }, (_, at) => at))(
  'shapes of the first %i values and of the others add up to that of all',
  (at) => {
    const [before, after] = [shapeOf(values.slice(0, at)), shapeOf(values.slice(at))];
    expect(together(before, after)).toEqual(shapeOf(values));
    expect(together(after, before)).toEqual(shapeOf(values));
  },
);

test('texts are kept while they are few and short', () => {
  const letters = [...'abcdefghijkl'];
  expect(shapeOf(letters).texts?.size).toBe(12);
  expect(shapeOf([...letters, 'm']).texts).toBe(undefined);
  expect(shapeOf(['a'.repeat(65)]).texts).toBe(undefined);
});
