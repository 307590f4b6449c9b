import type { Json } from '../../src/core/json.js';
import { readyWorkflow } from '../../src/engine/ready-workflow.js';
import { engineRules } from '../../src/engine/rules.js';

const codes = (definition: Json) => readyWorkflow(definition).findings.map(({ code }) => code);

describe.each(Object.values(engineRules))('$code', ({ code, examples }) => {
  test.each(examples.bad.map((bad) => [bad] as const))('is broken by %j', (bad) => {
    expect(new Set(codes(bad))).toEqual(new Set([code]));
    expect(readyWorkflow(bad).ready).toBeUndefined();
  });
  test.each(examples.good.map((good) => [good] as const))('is kept by %j', (good) => {
    expect(codes(good)).toEqual([]);
  });
});

const of = (actions: Json) => ({ triggers: { manual: { type: 'Request' } }, actions });
const step = { type: 'Compose', inputs: 1 };

/** What is said of a workflow, and where. */
const cases: readonly (readonly [definition: Json, said: readonly (readonly [pointer: string, message: string])[]])[] =
  [
    [null, [['/d', 'Found null in place of a definition, expected an object.']]],
    [{}, []],
    [of([]), [['/d/actions', 'Found [] in place of actions, expected an object by their names.']]],
    [
      of({ A: 1, B: {} }),
      [
        ['/d/actions/A', 'Found 1 in place of an action, expected an object.'],
        ['/d/actions/B', 'The action has no type.'],
      ],
    ],
    [
      of({ A: { type: 'Composed' } }),
      [['/d/actions/A/type', 'Actions of type "Composed" cannot be run offline. Did you mean "Compose"?']],
    ],
    [
      of({
        S: { type: 'scope', actions: { A: { type: 'Liquid' } } },
        I: { type: 'If', actions: { B: step }, else: { actions: { b: step } } },
      }),
      [
        ['/d/actions/S/actions/A/type', 'Actions of type "Liquid" cannot be run offline.'],
        ['/d/actions/I/else/actions/b', 'The name "b" is that of another action.'],
      ],
    ],
    [
      of({
        W: {
          type: 'Switch',
          expression: 1,
          cases: { 'a/b': { case: 1, actions: { A: 0 } } },
          default: { actions: { B: 0 } },
        },
      }),
      [
        ['/d/actions/W/cases/a~1b/actions/A', 'Found 0 in place of an action, expected an object.'],
        ['/d/actions/W/default/actions/B', 'Found 0 in place of an action, expected an object.'],
      ],
    ],
    [
      of({ A: { ...step, runAfter: { B: ['Succeeded'], __proto__: [] } }, B: { ...step, runAfter: [] } }),
      [['/d/actions/B/runAfter', 'Found [], expected an object by the names of actions.']],
    ],
    [
      of({ A: { type: 'Liquid' }, B: { ...step, runAfter: { A: ['Succeeded'] } } }),
      [['/d/actions/A/type', 'Actions of type "Liquid" cannot be run offline.']],
    ],
    [
      of({ A: { ...step, runAfter: { C: ['Succeeded'] } } }),
      [['/d/actions/A/runAfter/C', 'No action "C" stands beside "A".']],
    ],
    [
      of({ A: { ...step, runAfter: { A: ['Succeeded'] } } }),
      [['/d/actions', 'Actions wait for each other in a circle.']],
    ],
    [
      { triggers: { T: { type: 'Manual' } }, actions: {} },
      [['/d/triggers/T/type', 'Workflows with a trigger of type "Manual" cannot be run offline.']],
    ],
    [
      { triggers: { T: null }, actions: {} },
      [['/d/triggers/T/type', 'Workflows with a trigger of type null cannot be run offline.']],
    ],
  ];

test.each(cases)('%j', (definition, said) => {
  const { findings } = readyWorkflow(definition, '/d');
  expect(findings.map(({ pointer, message }) => [pointer, message])).toEqual(said);
});

test('actions nested deeper than anybody nests them are not run', () => {
  let actions: Json = {};
  for (let depth = 0; depth < 3000; depth += 1) actions = { [`S${depth}`]: { type: 'Scope', actions } };
  expect(readyWorkflow(of(actions)).findings.map(({ message }) => message)).toEqual([
    'Actions are nested deeper than 50 levels.',
  ]);
});
