import type { Json } from '../../src/core/json.js';
import { call, read, withActions } from './read.js';

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
  0,
  -1.5,
  2n ** 70n,
  '',
  '@',
  "@body('A')",
  '@{',
  "@{body('A')?['x']}",
  '[',
  "[parameters('x')]",
  '[[x]',
  '[a]',
  '__proto__',
  [],
  [[]],
  {},
  { ['__proto__']: { x: 1 }, constructor: 1, toString: '@a' },
];

const seed = {
  resources: [
    {
      type: 'Microsoft.Web/connections',
      name: 'c',
      properties: { api: { id: '/providers/Microsoft.Web/customApis/x' } },
    },
    {
      type: 'Microsoft.Logic/workflows',
      name: "[parameters('n')]",
      properties: {
        parameters: {
          $connections: {
            value: { things: { id: 'x', connectionId: "[resourceId('a/b', 'c')]", connectionName: 'c' } },
          },
        },
        definition: {
          triggers: { T: { ...(call() as object), splitOn: "@triggerBody()?['v']" } as Json },
          actions: {
            A: call(),
            L: {
              type: 'Foreach',
              foreach: "@body('A')",
              actions: { B: { type: 'Compose', inputs: { a: "@items('L')?['x']" } } },
            },
            P: {
              type: 'ParseJson',
              inputs: {
                content: "@body('A')",
                schema: { required: ['x'], properties: { x: { items: { properties: { y: {} } } } } },
              },
            },
            S: {
              type: 'Switch',
              expression: "@body('P')",
              cases: { c: { actions: { D: call() } } },
              default: { actions: {} },
            },
          },
          outputs: { o: { value: "@result('L')" } },
        },
      },
    },
    {
      type: 'Microsoft.Resources/deployments',
      properties: {
        expressionEvaluationOptions: { scope: 'inner' },
        parameters: { p: { value: 1 } },
        template: { resources: [] },
      },
    },
  ],
  parameters: { n: { defaultValue: 'x' } },
  variables: { v: "[concat('a', variables('v'))]" },
};

/** How many values a value holds, itself included. */
function size(value: Json): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((sum: number, item: Json) => sum + size(item), 1);
}

/** The value with what comes at `place`, counted from the outside in, replaced; `rename` instead gives its key another name. */
function mutated(value: Json, place: number, by: { readonly junk: Json; readonly rename: boolean }): Json {
  if (place === 0) return by.junk;
  if (typeof value !== 'object' || value === null) return value;
  let before = 1;
  const entries = Object.entries(value).map(([key, item]) => {
    const at = place - before;
    before += size(item);
    if (at < 0 || at >= size(item)) return [key, item] as const;
    return at === 0 && by.rename ? (['__proto__', item] as const) : ([key, mutated(item, at, by)] as const);
  });
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}

test('whatever a file holds, it is read', () => {
  const next = numbers(7);
  const codes = new Set<string>();
  for (let round = 0; round < 200; round++) {
    let value: Json = seed;
    for (let count = next(5); count >= 0; count--) {
      value = mutated(value, next(size(value)), { junk: junk[next(junk.length)] ?? null, rename: next(8) === 0 });
    }
    const text = JSON.stringify(value, (_, item: unknown) => (typeof item === 'bigint' ? Number(item) : item));
    for (const { code, message } of read(JSON.parse(text)).findings) {
      codes.add(code);
      if (!/^[^\n]{1,300}\.$/.test(message)) throw new Error(message);
    }
  }
  expect([...codes].toSorted()).toEqual(['arm-expression', 'workflow-expression', 'workflow-shape']);
});

test('names that every object has are names', () => {
  const actions = JSON.parse(
    '{"__proto__": {"type": "ApiConnection"}, "constructor": {"type": "Compose", "inputs": "@body(\'__proto__\')?[\'toString\']"}}',
  );
  const found = read(withActions(actions)).workflows[0]?.calls.map(({ step, uses }) => [step.name, uses]);
  expect(found).toEqual([
    [
      '__proto__',
      [
        {
          path: ['body', 'toString'],
          whole: false,
          by: 'constructor',
          pointer: '/definition/actions/constructor/inputs',
        },
      ],
    ],
  ]);
});

test('many steps, expressions and uses take time in proportion', () => {
  const many = (count: number) => {
    const actions = Array.from(
      { length: count },
      (_, index) => [`C${index}`, { type: 'Compose', inputs: ["@body('A')?['x']", `@outputs('C${index}')`] }] as const,
    );
    return withActions(Object.fromEntries([['A', call()], ...actions]));
  };
  const seconds = (value: Json) => {
    const begin = process.cpuUsage().user;
    expect(read(value).findings).toEqual([]);
    return (process.cpuUsage().user - begin) / 1e6;
  };
  seconds(many(1000));
  expect(seconds(many(5000))).toBeLessThan(2);
});
