import { existsSync } from 'node:fs';
import { evaluate } from '../../src/expression/evaluate.js';
import { exampleContext } from '../../src/expression/example-context.js';
import { arity } from '../../src/expression/function.js';
import { families } from '../../src/expression/functions/table.js';
import { plainContext } from '../../src/expression/plain-context.js';

/** Long, so it runs where the checks of the corpus run; it needs nothing of them. */
const corpus = existsSync('../shared/data') ? describe : describe.skip;

const COUNT = 100_000;
/** In CPU seconds: the slowest of all that were made takes far less. */
const SLOWEST = 5;

/** Numbers that look random, and are the same each time: xorshift. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const functions = families.flatMap((family) => family.functions);
const literals = [
  'null', 'true', 'false', '0', '1', '-1', '2', '3.5', '1.0', '1e308', '9223372036854775807', '-9223372036854775808', '100000',
  "''", "'a'", "'abc'", "'a,b;c'", "'10'", "'1,5'", "'2026-01-15T10:30:00Z'", "'2026-03-29T02:30:00'", "'0001-01-01'",
  "'9999-12-31'", "'Day'", "'Month'", "'Pacific Standard Time'", "'Europe/Berlin'", "'UTC'", "'de-DE'", "'fr-fr'", "'xx-YY'",
  "'yyyy-MM-dd'", "'D'", "'o'", "'C2'", "'0,0.00;(0)'", "'{\"a\":[1,{\"b\":null}],\"__proto__\":1}'", "'[3,1,2]'", "'[[[]]]'",
  "'<a x=\"1\"><b>1</b><b/></a>'", "'//b[1]'", "'count(//*)'", "'sum(/a/b)'", "'aGVsbG8='", "'data:,x'", "'%41%zz'", "'a+b'",
  "'https://u@h:1/p?q#f'", "'Ask'", "'Form'", "'count'", "'For_each'", "'title'", "'__proto__'", "'constructor'", "'\ud800'", "'ß'",
  "'\u0000'", "'don''t'", "decimal('1.10')", "float('5')", 'triggerBody()', "body('Ask')", "createArray(1,'a',null)", "json('{}')",
]; // prettier-ignore
const steps = ["['a']", "?['title']", '[0]', '?[5]', '.b', '?.__proto__', "['a/b']", "?['x']?['y']", '[-1]'];

function grown(next: (below: number) => number, depth: number): string {
  const pick = <Of>(list: readonly Of[]) => list[next(list.length)] as Of; // next is below the length
  const from = depth <= 0 || next(4) === 0 ? pick(literals) : call();
  return next(5) === 0 && from.endsWith(')') ? from + pick(steps) : from;

  function call(): string {
    const one = pick(functions);
    const { least, most } = arity(one);
    const odd = next(20) === 0 ? next(3) : 0;
    const count = least + (most > least ? next(Math.min(3, most - least) + 1) : 0) + odd;
    const name = next(10) === 0 ? one.name.toUpperCase() : one.name;
    return `${name}(${Array.from({ length: count }, () => grown(next, depth - 1)).join(', ')})`;
  }
}

const marks = '()[]{}@?.,\'"+-0eE\\ \u0000\ud800é';

function mutated(text: string, next: (below: number) => number): string {
  const at = next(text.length + 1);
  switch (next(5)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1 + next(4));
    case 1:
      return text.slice(0, at) + marks.charAt(next(marks.length)) + text.slice(at);
    case 2:
      return text.slice(0, at) + marks.charAt(next(marks.length)) + text.slice(at + 1);
    case 3:
      return text.slice(at) + text.slice(0, at);
    default:
      return text.slice(0, at) + text.slice(0, next(60)) + text.slice(at);
  }
}

corpus('expressions that are made', () => {
  test(`${COUNT} of them have a value or a typed error, soon`, () => {
    const next = randomNumbers(20_261_122);
    const context = plainContext(exampleContext, {
      now: () => '2026-01-15T10:30:00Z',
      random: () => next(1000) / 1000,
    });
    const codes = new Map<string, number>();
    const slow: string[] = [];
    for (let index = 0; index < COUNT; index++) {
      const inner = grown(next, 1 + next(4));
      const whole = next(3) === 0 ? `x @{${inner}} y` : `@${inner}`;
      const text = index % 2 === 0 ? whole : mutated(whole, next);
      const begin = process.cpuUsage().user;
      const result = evaluate(text, context);
      if ((process.cpuUsage().user - begin) / 1e6 > SLOWEST) slow.push(text);
      const code = result.ok ? 'value' : result.error.code;
      codes.set(code, (codes.get(code) ?? 0) + 1);
      if (!result.ok && result.error.message === '') throw new Error(`No message for ${text}`);
    }
    expect(slow).toEqual([]);
    expect([...codes.keys()].toSorted()).toEqual(['InvalidTemplate', 'value']);
    expect(codes.get('value')).toBeGreaterThan(COUNT / 10);
  });
});
