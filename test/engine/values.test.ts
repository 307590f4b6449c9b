import type { Json, JsonObject } from '../../src/core/json.js';
import { after, compose, endOf, outputs, ran } from './ran.js';

const declared = {
  Init: {
    type: 'InitializeVariable',
    inputs: {
      variables: [
        { name: 'Whole', type: 'integer', value: 7 },
        { name: 'part', type: 'Float', value: 1.5 },
        { name: 'text', type: 'string', value: 'a' },
        { name: 'yes', type: 'boolean', value: true },
        { name: 'list', type: 'array', value: [1] },
        { name: 'thing', type: 'object', value: { a: 1 } },
        { name: 'nothing', type: 'string' },
        { name: 'none', type: 'array' },
        { name: 'zero', type: 'integer' },
      ],
    },
  },
};

const cannot = (name: string, type: string, given: string, expected = type) =>
  `The variable '${name}' of type '${type}' cannot be initialized or updated with value of type '${given}'. The variable '${name}' only supports values of types '${expected}'.`;
const onlyAppends =
  "The action type 'AppendToArrayVariable' only supports values of types 'Float, Integer, String, Boolean, Object'.";

/** An action on a variable, its value then, or the message of the error. */
const changes: readonly (readonly [
  type: string,
  inputs: JsonObject,
  variable: string,
  value: Json | undefined,
  message?: string,
])[] = [
  ['SetVariable', { name: 'whole', value: "@add(variables('Whole'), 1)" }, 'whole', 8],
  ['SetVariable', { name: 'WHOLE', value: 1.5 }, 'whole', 7, cannot('Whole', 'Integer', 'Float')],
  ['SetVariable', { name: 'whole', value: '8' }, 'whole', 7, cannot('Whole', 'Integer', 'String')],
  ['SetVariable', { name: 'whole', value: null }, 'whole', null],
  ['SetVariable', { name: 'part', value: 2 }, 'part', 2],
  ['SetVariable', { name: 'part', value: true }, 'part', 1.5, cannot('part', 'Float', 'Boolean', 'Float, Integer')],
  ['SetVariable', { name: 'text', value: '@{1}' }, 'text', '1'],
  ['SetVariable', { name: 'text', value: "@json('{}')" }, 'text', 'a', cannot('text', 'String', 'Object')],
  ['SetVariable', { name: 'yes', value: '@not(true)' }, 'yes', false],
  ['SetVariable', { name: 'list', value: { a: 1 } }, 'list', [1], cannot('list', 'Array', 'Object')],
  ['SetVariable', { name: 'thing', value: [] }, 'thing', { a: 1 }, cannot('thing', 'Object', 'Array')],
  [
    'SetVariable',
    { name: '__proto__', value: 1 },
    'text',
    'a',
    "The variable '__proto__' must be initialized before it can be used.",
  ],
  ['SetVariable', { value: 1 }, 'text', 'a', "The variable '' must be initialized before it can be used."],
  ['IncrementVariable', { name: 'whole' }, 'whole', 8],
  ['IncrementVariable', { name: 'whole', value: 9_007_199_254_740_991 }, 'whole', 9_007_199_254_740_998n],
  ['IncrementVariable', { name: 'whole', value: 0.5 }, 'whole', 7, cannot('Whole', 'Integer', 'Float')],
  ['IncrementVariable', { name: 'zero', value: 2 }, 'zero', 2],
  [
    'IncrementVariable',
    { name: 'text', value: 2 },
    'text',
    'a',
    "The variable 'text' of type 'String' is not supported by actions of type 'IncrementVariable'.",
  ],
  ['DecrementVariable', { name: 'part', value: 2 }, 'part', -0.5],
  ['DecrementVariable', { name: 'part', value: '2' }, 'part', 1.5, cannot('part', 'Float', 'String', 'Float, Integer')],
  ['AppendToArrayVariable', { name: 'list', value: { b: '@null' } }, 'list', [1, { b: null }]],
  ['AppendToArrayVariable', { name: 'none', value: 'x' }, 'none', ['x']],
  ['AppendToArrayVariable', { name: 'list', value: '@null' }, 'list', [1], `The value cannot be null. ${onlyAppends}`],
  [
    'AppendToArrayVariable',
    { name: 'list', value: [2] },
    'list',
    [1],
    `The input value is of type 'Array' which cannot be appended to the variable 'list' of type 'Array'. ${onlyAppends}`,
  ],
  [
    'AppendToArrayVariable',
    { name: 'text', value: 'b' },
    'text',
    'a',
    `The input value is of type 'String' which cannot be appended to the variable 'text' of type 'String'. ${onlyAppends}`,
  ],
  ['AppendToStringVariable', { name: 'text', value: 'b' }, 'text', 'ab'],
  ['AppendToStringVariable', { name: 'text', value: null }, 'text', 'a'],
  ['AppendToStringVariable', { name: 'text', value: [true] }, 'text', 'a[true]'],
  ['AppendToStringVariable', { name: 'nothing', value: true }, 'nothing', 'True'],
];

test.each(changes.map((change) => [change] as const))('%j', async ([type, inputs, variable, value, message]) => {
  const result = await ran({
    ...declared,
    Change: { type, inputs, runAfter: after('Init') },
    Value: compose(`@variables('${variable}')`, after('Change', 'Succeeded', 'Failed')),
  });
  const change = result.record.actions.get('Change');
  expect(change?.status).toBe(message === undefined ? 'Succeeded' : 'Failed');
  expect(change?.error).toEqual(message === undefined ? undefined : { code: 'BadRequest', message });
  expect(outputs(result, 'Value')).toEqual(value);
});

test('an array that is appended to is another one each time that it is read', async () => {
  const result = await ran({
    ...declared,
    F: {
      type: 'Foreach',
      foreach: [2, 3],
      actions: {
        Add: { type: 'AppendToArrayVariable', inputs: { name: 'list', value: '@item()' } },
        Read: compose("@variables('list')", after('Add')),
      },
      operationOptions: 'Sequential',
      runAfter: after('Init'),
    },
  });
  expect(result.record.actions.get('Read')?.repetitions?.map(({ outputs: list }) => list)).toEqual([
    [1, 2],
    [1, 2, 3],
  ]);
});

test('what was appended to an array is gone when it is set', async () => {
  const result = await ran({
    ...declared,
    Add: { type: 'AppendToArrayVariable', inputs: { name: 'list', value: 2 }, runAfter: after('Init') },
    Set: { type: 'SetVariable', inputs: { name: 'list', value: [3] }, runAfter: after('Add') },
    Read: compose("@variables('list')", after('Set')),
  });
  expect(outputs(result, 'Read')).toEqual([3]);
});

test.each<readonly [inputs: Json, message: string]>([
  [{}, "The 'variables' property must be a valid array."],
  [{ variables: [1] }, 'A variable must be an object.'],
  [{ variables: [{ name: 'x', type: 'date' }] }, 'A variable must have a name and a type.'],
  [{ variables: [{ name: 'x', type: 'integer', value: 'a' }] }, cannot('x', 'Integer', 'String')],
  ['@null', "The inputs of actions of type 'InitializeVariable' must be an object."],
])('variables that cannot be initialized: %j', async (inputs, message) => {
  const { record } = await ran({ Init: { type: 'InitializeVariable', inputs } });
  expect(record.actions.get('Init')?.error).toEqual({ code: 'BadRequest', message });
});

test('what an action on a variable records', async () => {
  const { record } = await ran({
    ...declared,
    Set: { type: 'SetVariable', inputs: { name: 'text', value: '@{1}2' }, runAfter: after('Init') },
  });
  expect(record.actions.get('Set')).toEqual({
    name: 'Set',
    type: 'SetVariable',
    status: 'Succeeded',
    inputs: { name: 'text', value: '12' },
    outputs: { body: { name: 'text', type: 'String', value: '12' } },
    startTime: '2026-01-15T10:30:00.000Z',
    endTime: '2026-01-15T10:30:00.000Z',
  });
});

test.each<readonly [inputs: Json, end: string, seconds: number]>([
  [{ interval: { count: 90, unit: 'second' } }, 'Succeeded OK', 90],
  [{ interval: { count: '@add(1, 1)', unit: 'Day' } }, 'Succeeded OK', 172_800],
  [{ until: { timestamp: '2026-01-15T11:00:00Z' } }, 'Succeeded OK', 1800],
  [{ until: { timestamp: '2020-01-01' } }, 'Succeeded OK', 0],
  [{ interval: { count: -1, unit: 'Second' } }, 'Failed BadRequest', 0],
  [{ interval: { count: 1, unit: 'Fortnight' } }, 'Failed BadRequest', 0],
  [{ interval: { count: 4, unit: 'Month' } }, 'TimedOut TimedOut', 90 * 86_400],
  [[], 'Failed BadRequest', 0],
])('wait %j', async (inputs, end, seconds) => {
  const { record } = await ran({ W: { type: 'Wait', inputs } });
  const wait = record.actions.get('W');
  expect(wait && endOf(wait)).toBe(end);
  expect((Date.parse(record.endTime) - Date.parse(record.startTime)) / 1000).toBe(seconds);
});

test.each<readonly [inputs: Json, end: string, response: Json | undefined]>([
  [
    { statusCode: '@add(200, 1)', headers: { A: 'b' }, body: '@triggerBody()' },
    'Succeeded OK',
    { statusCode: 201, headers: { A: 'b' }, body: null },
  ],
  [{ statusCode: '202' }, 'Succeeded OK', { statusCode: 202, headers: {} }],
  [{}, 'Succeeded OK', { statusCode: 200, headers: {} }],
  [{ statusCode: 999 }, 'Failed BadRequest', undefined],
  [{ headers: 'x' }, 'Failed BadRequest', undefined],
])('response %j', async (inputs, end, response) => {
  const { record } = await ran({
    R: { type: 'Response', inputs },
    S: { type: 'Response', inputs: { body: 'late' }, runAfter: after('R') },
  });
  const action = record.actions.get('R');
  expect(action && endOf(action)).toBe(end);
  expect(record.response).toEqual(response);
});

test('an expression that is none fails its action in the run', async () => {
  const { record } = await ran({ A: compose('@nothing(1)'), B: compose("@concat('a'") });
  expect([...record.actions.values()].map((action) => [endOf(action), action.error?.message])).toEqual([
    [
      'Failed BadRequest InvalidTemplate',
      "Unable to process template language expressions in action 'A' inputs at line '0' and column '0': 'The template function 'nothing' is not defined or not valid.'.",
    ],
    [
      'Failed BadRequest InvalidTemplate',
      "Unable to process template language expressions in action 'B' inputs at line '0' and column '0': 'Unable to parse template language expression 'concat('a'': expected token 'RightParenthesis' and actual 'EndOfData'.'.",
    ],
  ]);
});
