import type { Json } from '../../src/core/json.js';
import { call, read, way, withActions } from './read.js';

/** What is used of the action or trigger `A`: its ways, `…` behind one that may mean all below, `?` behind one that only asks for a type. */
function usesOfA(actions: { readonly [name: string]: Json }, triggers: Json = {}): string[] {
  const { workflows, findings } = read(withActions(actions, triggers));
  expect(findings).toEqual([]);
  const found = workflows[0]?.calls.find(({ step }) => step.name === 'A');
  return (found?.uses ?? []).map(
    ({ path, whole, ifThere, by }) => `${way(path)}${whole ? '…' : ''}${ifThere ? '?' : ''} by ${by ?? 'the workflow'}`,
  );
}

const compose = (inputs: Json): Json => ({ type: 'Compose', inputs, runAfter: {} });
const loop = (foreach: string, actions: Json): Json => ({ type: 'Foreach', foreach, actions, runAfter: {} });

describe('an expression', () => {
  test.each([
    ["@body('A')?['choices']", '.body.choices…'],
    ["@{body('A')?['choices']}", '.body.choices…'],
    ["@outputs('A')?['body']?['x']", '.body.x…'],
    ["@outputs('A')['body/x']", '.body.x…'],
    ["@outputs('A')['headers']['ETag']", '.headers.ETag…'],
    ["@outputs('A')?['statusCode']", '.statusCode…'],
    ["@outputs('A')", '…'],
    ["@actions('A').outputs.body.x", '.body.x…'],
    ["@actions('A')?['outputs']?['body']", '.body…'],
    ["@actions('A')", '…'],
    ["@actionBody('A').x", '.body.x…'],
    ["@actionOutputs('A').body", '.body…'],
    ["@BODY('a').X", '.body.X…'],
    ["@first(body('A')?['value'])?['id']", '.body.value[].id…'],
    ["@last(body('A'))[0]", '.body[][]…'],
    ["@body('A')[0]?['x']", '.body[].x…'],
    ["@take(body('A')?['value'], 2)[1].id", '.body.value[].id…'],
    ["@skip(sort(body('A')?['value'], 'n'), 1)[0].id", '.body.value[].id…'],
    ["@json(body('A')?['text'])?['steps']", '.body.text.steps…'],
    ["@concat('x', body('A')?['a'])", '.body.a…'],
    ["@concat(concat(body('A')?['a']).b, 'x')", '.body.a…'],
    ["@setProperty(body('A'), 'x', 1)?['y']", '.body.y…'],
    ["@formDataValue('A', 'x')", '.body…'],
    ["@formDataValue('Z', body('A')?['x'])", '.body.x…'],
    ["@multipartBody('A', 0)", '.body…'],
    ["@not(empty(body('A')?['x']))", '.body.x'],
    ["@greater(length(body('A')?['x']), 0)", '.body.x'],
  ])('%s', (expression, used) => {
    expect(usesOfA({ A: call(), B: compose([expression]) })).toEqual([`${used} by B`]);
  });

  test.each<[string, readonly string[]]>([
    ["@coalesce(body('A')?['a'], body('A')?['b'])?['c']", ['.body.a.c…', '.body.b.c…']],
    ["@if(equals(body('A')?['k'], 1), body('A')?['a'], null).b", ['.body.k…', '.body.a.b…']],
    ["@if(body('A')?['k'], 1, 2)", ['.body.k…']],
    ["@body('A')?[variables('key')]?['x']", ['.body…']],
    ["@body('A')?[body('A')?['key']]", ['.body.key…', '.body…']],
    ["@union(body('A'), body('A')).x", ['.body.x…']],
    ["@{body('A').x} @{body('A').x} @{body('A').y}", ['.body.x…', '.body.y…']],
    ["@actions('A')?['status']", []],
    ["@body('B')", []],
    ["@body(variables('A'))", []],
    ["@variables('A')", []],
    ["@items('A')", []],
    ['@item()', []],
    ['@workflow().run.name', []],
    ["@iterationIndexes('A')", []],
    ["body('A')", []],
    ["@@body('A')", []],
  ])('%s', (expression, used) => {
    expect(usesOfA({ A: call(), B: compose([expression]) })).toEqual(used.map((one) => `${one} by B`));
  });
});

test.each<[string, { readonly [name: string]: Json }, readonly string[]]>([
  [
    'a loop uses its list, and what is in it by its items',
    { A: call(), L: loop("@body('A')?['rows']", { B: compose(["@items('L')?['id']", '@item().name']) }) },
    ['.body.rows by L', '.body.rows[].id… by B', '.body.rows[].name… by B'],
  ],
  [
    'loops in loops',
    {
      A: call(),
      L: loop("@body('A')", {
        M: loop("@item()?['parts']", { B: compose(["@items('L').a", "@items('m').b", '@item().c']) }),
      }),
    },
    ['.body by L', '.body[].parts by M', '.body[].a… by B', '.body[].parts[].b… by B', '.body[].parts[].c… by B'],
  ],
  [
    'an item within a condition and a switch within a loop',
    {
      A: call(),
      L: loop("@body('A')", {
        If: {
          type: 'If',
          expression: { and: [{ equals: ["@item()?['k']", 1] }] },
          actions: {},
          else: { actions: { B: compose(["@item()?['no']"]) } },
        },
        S: {
          type: 'Switch',
          expression: "@item()?['s']",
          cases: { one: { case: 'x', actions: { C: compose(["@item()?['one']"]) } } },
          default: { actions: { D: compose(["@item()?['d']"]) } },
        },
      }),
    },
    ['.body by L', '.body[].k… by If', '.body[].no… by B', '.body[].s… by S', '.body[].d… by D', '.body[].one… by C'],
  ],
  [
    'a Compose hands on',
    { A: call(), C: compose("@body('A')?['x']"), B: compose(["@outputs('C')?['y']"]) },
    ['.body.x by C', '.body.x.y… by B'],
  ],
  [
    'several do, a text does not',
    {
      A: call(),
      C: compose("@body('A')"),
      D: compose("@outputs('C')?['x']"),
      E: compose("@{outputs('D')}"),
      B: compose(["@outputs('E').y"]),
    },
    ['.body by C', '.body.x by D', '.body.x… by E'],
  ],
  [
    'a loop over a Compose over a loop',
    {
      A: call(),
      L: loop("@body('A')", { C: compose("@item()?['r']"), M: loop("@outputs('C')", { B: compose(['@item().v']) }) }),
    },
    ['.body by L', '.body[].r by C', '.body[].r by M', '.body[].r[].v… by B'],
  ],
  [
    'a Parse JSON hands on, and asks by its schema',
    {
      A: call(),
      P: {
        type: 'ParseJson',
        inputs: {
          content: "@body('A')",
          schema: {
            type: 'object',
            required: ['id'],
            properties: {
              id: { type: 'string' },
              rows: { type: 'array', items: { required: ['n'], properties: { n: {}, '@odata.id': {} } } },
            },
          },
        },
      },
      B: compose(["@body('P')?['rows'][0]?['n']", "@outputs('P')?['body']?['id']", "@outputs('P')"]),
    },
    [
      '.body by P',
      '.body.id by P',
      '.body.rows? by P',
      '.body.rows[].n? by P',
      '.body.rows[].@odata.id? by P',
      '.body.rows[].n… by B',
      '.body.id… by B',
      '.body… by B',
    ],
  ],
  [
    'a Query hands on; a Select and a Table look at items',
    {
      A: call(),
      Q: { type: 'Query', inputs: { from: "@body('A')?['v']", where: "@equals(item()?['k'], 1)" } },
      S: { type: 'Select', inputs: { from: "@body('Q')", select: { n: "@item()?['n']" } } },
      T: { type: 'Table', inputs: { from: "@body('Q')", format: 'HTML' } },
      B: compose(["@body('S')[0].n"]),
    },
    ['.body.v by Q', '.body.v[].k… by Q', '.body.v by S', '.body.v[].n… by S', '.body.v… by T'],
  ],
  [
    'a variable takes all',
    {
      A: call(),
      V: { type: 'SetVariable', inputs: { name: 'v', value: "@body('A')?['x']" } },
      B: compose(["@variables('v')?['y']"]),
    },
    ['.body.x… by V'],
  ],
  [
    'result() takes all of what stands directly in a scope',
    { S: { type: 'Scope', actions: { A: call() } }, B: compose("@result('S')?[0]?['outputs']") },
    ['… by B'],
  ],
  [
    'what leads to itself',
    { A: call(), C: compose("@outputs('D')"), D: compose("@outputs('C')"), B: compose(["@outputs('C').x"]) },
    [],
  ],
  [
    'plain parts',
    {
      A: call(),
      B: {
        type: 'Compose',
        inputs: 1,
        description: "@body('A')",
        metadata: { x: "@body('A')" },
        runAfter: { "@body('A')": [] },
      },
    },
    [],
  ],
  [
    'a name',
    { A: call(), B: compose({ "@{body('A')?['x']}": 1, "@@{body('A')}": 1, "x@{body('A')}": 1 }) },
    ['.body.x… by B'],
  ],
])('%s', (_name, actions, used) => {
  expect(usesOfA(actions)).toEqual(used);
});

describe('a trigger', () => {
  const trigger = (more: { readonly [key: string]: Json } = {}) => ({ A: { ...(call() as object), ...more } as Json });
  const body = "@triggerBody()?['object']?['id']";

  test.each<[string, Json, string, readonly string[]]>([
    ['its body', trigger(), body, ['.body.object.id… by B']],
    ['its outputs', trigger(), "@triggerOutputs()?['body']?['id']", ['.body.id… by B']],
    ['its record', trigger(), "@trigger().outputs.headers['x']", ['.headers.x… by B']],
    ['its form', trigger(), "@triggerFormDataValue('k')", ['.body… by B']],
    [
      'split',
      trigger({ splitOn: "@triggerBody()?['value']" }),
      body,
      ['.body.value by A', '.body.value[].object.id… by B'],
    ],
    [
      'split, by its outputs',
      trigger({ splitOn: "@triggerOutputs()?['body']" }),
      "@triggerOutputs()['body'].x",
      ['.body by A', '.body[].x… by B'],
    ],
    [
      'a condition',
      trigger({ conditions: [{ expression: "@equals(triggerBody()?['x'], 1)" }] }),
      '1',
      ['.body.x… by A'],
    ],
  ])('%s', (_name, triggers, expression, used) => {
    expect(usesOfA({ B: compose([expression]) }, triggers)).toEqual(used);
  });
});

test('outputs of the workflow', () => {
  const outputs = { x: { type: 'string', value: "@body('A')?['x']" } };
  const { workflows } = read({ definition: { triggers: {}, actions: { A: call() }, outputs } });
  expect(workflows[0]?.calls[0]?.uses).toEqual([
    { path: ['body', 'x'], whole: true, pointer: '/definition/outputs/x/value' },
  ]);
});

test('a use says where it stands', () => {
  const { workflows } = read(withActions({ A: call(), 'B/C': compose({ a: ['x', "@body('A').x"] }) }));
  expect(workflows[0]?.calls[0]?.uses).toEqual([
    { path: ['body', 'x'], whole: true, by: 'B/C', pointer: '/definition/actions/B~1C/inputs/a/1' },
  ]);
});

describe('what grows without end is bounded', () => {
  const chained = (length: number) => {
    const chain = Array.from({ length }, (_, index) => [`C${index}`, compose(`@outputs('C${index + 1}')`)] as const);
    return { ...Object.fromEntries(chain), [`C${length}`]: compose("@body('A')"), A: call() };
  };
  test('a chain of Compose', () => {
    expect(usesOfA(chained(90))).toEqual(Array.from({ length: 91 }, (_, index) => `.body by C${index}`));
    expect(usesOfA(chained(1000)).length).toBeGreaterThan(50);
  });

  test('result() of a large scope in many places', () => {
    const many = Object.fromEntries(Array.from({ length: 350 }, (_, index) => [`B${index}`, call()]));
    const actions = {
      S: { type: 'Scope', actions: { A: call(), ...many } },
      R: compose(Array(350).fill("@result('S')")),
    };
    const uses = read(withActions(actions)).workflows[0]?.calls.map((one) => one.uses.length) ?? [];
    expect(uses.reduce((sum, count) => sum + count)).toBe(100_000);
  });

  test('doubling', () => {
    const chain = Array.from({ length: 90 }, (_, index) => {
      const below = `outputs('C${index + 1}')`;
      return [`C${index}`, compose(`@coalesce(${below}['a'], ${below}['b'])`)] as const;
    });
    const uses = usesOfA({ ...Object.fromEntries(chain), C90: compose("@body('A')"), A: call() });
    const ofC87 = ['aaa', 'aab', 'aba', 'abb', 'baa', 'bab', 'bba', 'bbb'];
    const expected = ofC87.map((way) => `.body.${[...way].join('.')} by C87`);
    expect(uses.filter((use) => use.endsWith(' by C87')).toSorted()).toEqual(expected);
    expect(uses.filter((use) => use.endsWith(' by C0'))).toEqual([' by C0']);
  });
});
