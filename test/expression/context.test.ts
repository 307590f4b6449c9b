import type { JsonObject } from '../../src/core/json.js';
import { evaluate } from '../../src/expression/evaluate.js';
import { plainContext } from '../../src/expression/plain-context.js';

function valueIn(document: JsonObject, expression: string): unknown {
  const evaluated = evaluate(
    `@${expression}`,
    plainContext(document, { now: () => '2026-01-15T10:30:00Z', random: () => 0 }),
  );
  return evaluated.ok ? evaluated.value : evaluated.error.message;
}

const form = {
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: { $formdata: [{ key: 'a', value: '1' }] },
};

test.each<[JsonObject, string, unknown]>([
  [{ trigger: { body: 1 } }, 'trigger()', { outputs: { body: 1 } }],
  [{ trigger: { name: 't', outputs: { body: 1 } } }, 'trigger()', { name: 't', outputs: { body: 1 } }],
  [{}, 'triggerBody()', null],
  [{}, 'triggerOutputs()', null],
  [{ trigger: { statusCode: 202 } }, 'triggerBody()', null],
  [{ actions: { Compose: { outputs: 42 } } }, "body('compose')", 42],
  [{ actions: { Http: { outputs: { statusCode: 204 } } } }, "body('Http')", null],
  [{ actions: { a: { outputs: 1 }, A: { outputs: 2 } } }, "outputs('A')", 2],
  [{ actions: { A: { status: 'Skipped' } } }, "outputs('A')", null],
  [{ actions: { A: { status: 'Skipped' } } }, "actions('a')", { name: 'A', status: 'Skipped' }],
  [{ items: { x: 1, y: 2 } }, 'item()', 2],
  [{ items: { x: 1 }, item: 3 }, 'item()', 3],
  [{}, 'item()', "The template function 'item' is not expected at this location."],
  [{}, 'workflow()', "The template function 'workflow' is not expected at this location."],
  [{}, 'listCallbackUrl()', "The template function 'listCallbackUrl' is not expected at this location."],
  [{ action: { status: 'Running' } }, 'action().status', 'Running'],
  [{ now: '2020-01-01T00:00:00Z' }, 'utcNow()', '2020-01-01T00:00:00.0000000Z'],
  [{}, 'utcNow()', '2026-01-15T10:30:00.0000000Z'],
  [{ variables: [] }, "variables('length')", "The variable 'length' must be initialized before it can be used."],
  [
    { variables: {} },
    "variables('constructor')",
    "The variable 'constructor' must be initialized before it can be used.",
  ],
  [{ variables: { x: null } }, "variables('x')", null],
  [{ trigger: form }, "triggerFormDataValue('a')", '1'],
  [{ trigger: form }, "triggerFormDataMultiValues('b')", []],
  [{ trigger: form }, "triggerFormDataValue('b')", null],
])('%j, %s', (document, expression, expected) => {
  expect(valueIn(document, expression)).toEqual(expected);
});
