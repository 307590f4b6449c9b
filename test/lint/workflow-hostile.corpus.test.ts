import { changed } from '../../src/core/changed.js';
import { isArray, isObject, type Json, type JsonObject } from '../../src/core/json.js';
import { child } from '../../src/core/pointer.js';
import type { SourceDocument } from '../../src/core/document.js';
import { lintWorkflow } from '../../src/lint/workflows/lint-workflow.js';
import { playbookRules } from '../../src/lint/workflows/rules.js';
import { readWorkflows } from '../../src/workflow/read-workflows.js';
import { exampleWorkflow } from '../../src/workflow/refused/example-workflow.js';
import { refusalRules } from '../../src/workflow/refused/rules.js';

/** A generator of numbers below `n`, the same for a seed (mulberry32). */
function numbers(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % n;
  };
}

const junk: readonly Json[] = [
  null,
  true,
  -1.5,
  2n ** 70n,
  '',
  '@',
  "@body('Read')",
  '@{',
  "@{variables('count')}<p>",
  "@items('Each')?['x']",
  '\uFDD0',
  'a\uFDD0b',
  '__proto__',
  '\0\uFEFF\uD800\u001B[31m',
  [],
  [[null]],
  {},
  JSON.parse('{"__proto__":{"type":"Foreach"},"constructor":[],"toString":"@body(1)","type":"Until"}'),
  { Each: ['Succeeded'], constructor: ['Failed'], Say: 7 },
  { type: 'Foreach', foreach: "@body('Self')?['x']", actions: { Self: { type: 'Scope', actions: { Each: {} } } } },
  { messages: [{ role: 'system', content: "@{body('Read')}" }, 7], max_tokens: null },
  { variables: [null, { name: 'count' }, { name: 7 }, { name: 'x', type: [], value: {} }] },
];

function pointersIn(value: Json, pointer: string): string[] {
  const inner = isArray(value) || isObject(value) ? Object.entries(value) : [];
  return [pointer, ...inner.flatMap(([key, item]) => pointersIn(item, child(pointer, key)))];
}

/** A workflow with some of its values replaced or moved. */
function mutated(base: Json, random: (n: number) => number): Json {
  let result = base;
  for (let left = 1 + random(5); left > 0; left -= 1) {
    const all = pointersIn(result, '').slice(1);
    const at = all[random(all.length)];
    if (at === undefined) return result;
    result = changed(result, { [at]: random(10) === 0 ? undefined : junk[random(junk.length)] });
  }
  return result;
}

const source = (value: Json): SourceDocument => ({
  file: 'workflow.json',
  value,
  findings: [],
  locate: () => ({ line: 1, column: 1 }),
});

const findingsOf = (value: Json) =>
  readWorkflows(source(value)).workflows.flatMap((workflow) => lintWorkflow(workflow, () => []));

test('10,000 mutated workflows are judged without a crash, and each finding is a sentence', () => {
  const random = numbers(8);
  const bad = [...refusalRules, ...playbookRules].flatMap(({ examples }) => examples.bad.slice(0, 1));
  const bases = bad
    .map(({ change }) => changed(exampleWorkflow, change))
    .filter((one) => JSON.stringify(one).length < 10_000);
  const codes = new Set<string>();
  for (let count = 0; count < 10_000; count += 1) {
    const base = bases[random(bases.length)];
    for (const { code, message } of findingsOf(mutated(base ?? null, random))) {
      codes.add(code);
      if (!/^\S[^]*[.?]$/.test(message) || message.length > 1000) expect(message).toBe('a sentence');
    }
  }
  expect(codes.size).toBeGreaterThan(50);
});

const compose = { type: 'Compose', inputs: "@body('A0')", runAfter: {} };
const many = (count: number, of: (index: number) => Json): JsonObject =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`A${index}`, of(index)]));
const definition = (actions: Json) => ({ definition: { triggers: {}, actions } });
/** Of CPU time, on a machine that does other things. */
const MOST_SECONDS = 20;
/** As many as a hostile file of some megabytes has. */
const COUNT = 20_000;

const huge: Readonly<Record<string, () => Json>> = {
  'a chain of actions': () =>
    definition(many(COUNT, (index) => ({ ...compose, runAfter: { [`A${index - 1}`]: ['Succeeded'] } }))),
  'actions that all run after many': () =>
    definition(many(900, () => ({ ...compose, runAfter: many(900, () => ['Succeeded']) }))),
  'many variables, each read': () =>
    definition({
      Set: {
        type: 'InitializeVariable',
        inputs: {
          variables: Array.from({ length: COUNT }, (_, index) => ({
            name: `v${index}`,
            type: 'string',
            value: `@{variables('v${index + 1}')}`,
          })),
        },
      },
      Say: { type: 'Compose', inputs: Array.from({ length: COUNT }, (_, index) => `<p>@{variables('v${index}')}</p>`) },
    }),
  'one variable that is set and read everywhere': () =>
    definition(
      many(3000, () => ({
        type: 'SetVariable',
        inputs: { name: 'v', value: "@concat(variables('v'), body('A1'))" },
        runAfter: {},
      })),
    ),
  'one text with many expressions': () =>
    definition({ A0: { type: 'Compose', inputs: "<b>@{body('A0')?['x']}</b>".repeat(COUNT) } }),
  'many loops in many loops': () => {
    let inner: Json = { Inner: { type: 'Http', inputs: { uri: "@item()?['x']" } } };
    for (let level = 0; level < 60; level += 1) {
      inner = { [`L${level}`]: { type: 'Foreach', foreach: "@item()?['x']", actions: inner } };
    }
    return definition(inner);
  },
  'many names that are nearly right': () =>
    definition(
      many(COUNT, (index) => ({
        type: 'Compos',
        inputs: `@bdy('A${index}_')`,
        runAfter: { [`B${index}`]: ['Succes'] },
      })),
    ),
  'many addresses': () =>
    definition(
      many(COUNT, () => ({ type: 'Http', inputs: { uri: `https://a.b/?${'x=1&'.repeat(20)}api-version=1` } })),
    ),
  'HTML that nearly is': () =>
    definition({ A0: { type: 'Compose', inputs: `${'<p '.repeat(COUNT * 5)}@{body('A0')}` } }),
  'quotes without an end': () =>
    definition({
      A0: { type: 'Http', inputs: { body: `{${'"a'.repeat(COUNT)}@{triggerBody()}${'"'.repeat(COUNT)}` } },
    }),
  'one name thousands of times': () =>
    definition({
      S: { type: 'Scope', actions: many(COUNT, () => compose) },
      T: { type: 'Scope', actions: many(COUNT, () => compose) },
    }),
  conditions: () =>
    definition({
      I: { type: 'If', expression: { and: Array.from({ length: COUNT }, () => ({ equals: ['a', 'b'] })) } },
    }),
};

test.each(Object.entries(huge))('%s: judged in a few seconds', (_name, make) => {
  const value = make();
  const started = process.cpuUsage();
  findingsOf(value);
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1e6).toBeLessThan(MOST_SECONDS);
});
