import { usageOf, wrongCount } from '../../src/expression/counts.js';
import { evaluate } from '../../src/expression/evaluate.js';
import { exampleContext } from '../../src/expression/example-context.js';
import { arity } from '../../src/expression/function.js';
import { families } from '../../src/expression/functions/table.js';
import { plainContext } from '../../src/expression/plain-context.js';

const context = plainContext(exampleContext, { now: () => '', random: () => 0.5 });
const examples = families.flatMap(({ functions }) =>
  functions.flatMap(({ name, examples }) =>
    examples.map(([expression, value, message]) => [expression, { name, value, message }] as const),
  ),
);

test.each(examples)('%s', (expression, { name, value, message }) => {
  const result = evaluate(`@${expression}`, context);
  expect(expression.toLowerCase()).toContain(`${name.toLowerCase()}(`);
  if (message === undefined) expect(result).toEqual({ ok: true, value, secret: false });
  else expect(result).toEqual({ ok: false, error: { code: 'InvalidTemplate', message }, secret: false });
});

test('each function of the reference is there, once', () => {
  const names = families.flatMap(({ functions }) => functions.map(({ name }) => name.toLowerCase()));
  expect([names.length, new Set(names).size]).toEqual([127, 127]);
});

const all = families.flatMap(({ functions }) => functions);

test('each has an example with a value or a message, a summary that is a sentence, and a signature', () => {
  const odd = all.filter(
    ({ summary, signature, examples }) =>
      examples.length === 0 ||
      !/^[A-Z].*\.$/.test(summary) ||
      !/^\((\.{0,3}\w+\??: [a-z|]+(, |(?=\))))*\): [a-z|]+$/.test(signature),
  );
  expect(odd.map(({ name }) => name)).toEqual([]);
});

test('each says what it expects where it is called with too few or too many arguments', () => {
  const said = all.flatMap((of) => {
    const { least, most } = arity(of);
    const wrong = [...(least > 0 ? [least - 1] : []), ...(most < Number.POSITIVE_INFINITY ? [most + 1] : [])];
    return wrong.map(
      (count) => [of.name, wrongCount(of, of.name, count) ?? '', wrongCount(of, of.name, least)] as const,
    );
  });
  const odd = said.filter(
    ([name, message, right]) => !message.startsWith(`The template language function '${name}' `) || right !== undefined,
  );
  const plain = said.filter(([, message]) => /must (not have any parameters|have only one parameter)\.$/.test(message));
  expect([odd, said.length, plain.length]).toEqual([[], 233, 47]);
  expect(['add', 'SUBSTRING', 'triggerBody', 'constructor'].map(usageOf)).toEqual([
    ' Please see https://aka.ms/logicexpressions#add for usage details.',
    ' Please see https://aka.ms/logicexpressions#substring for usage details.',
    '',
    '',
  ]);
});
