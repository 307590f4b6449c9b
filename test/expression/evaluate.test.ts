import type { Json } from '../../src/core/json.js';
import type { Context } from '../../src/expression/context.js';
import { evaluate, evaluatePrepared } from '../../src/expression/evaluate.js';
import { exampleContext } from '../../src/expression/example-context.js';
import { plainContext } from '../../src/expression/plain-context.js';
import { prepare } from '../../src/expression/prepare.js';

const surroundings = { now: () => '2026-01-15T10:30:00Z', random: () => 0.5 };
const context = plainContext(exampleContext, surroundings);

/** The value, or the code and the message. */
function result(value: Json, from: Context = context): unknown {
  const evaluated = evaluate(value, from);
  return evaluated.ok ? evaluated.value : `${evaluated.error.code}: ${evaluated.error.message}`;
}

const cannot = (expression: string, why: string) =>
  `InvalidTemplate: The template language expression '${expression}' cannot be evaluated because ${why}. Please see https://aka.ms/logicexpressions for usage details.`;

describe('a text', () => {
  test.each<[string, unknown]>([
    ['a text', 'a text'],
    ['@', '@'],
    ['@@add(1,2)', '@add(1,2)'],
    ['a @@{b}', 'a @{b}'],
    ['@add(1,2)', 3],
    ['@{add(1,2)}', '3'],
    ['a @{1} b @{2}', 'a 1 b 2'],
    ['@{null}|@{true}|@{1.50}|@{3e1}|@{createArray(1,1.0)}', '|True|1.5|30|[1,1.0]'],
    ['@{string(createArray(null,true))}', '[null,true]'],
    ['@True', true],
    ['@9007199254740993', 9007199254740993n],
    ['@not(@equals(1, 2))', true],
    ["@TOLOWER('A')", 'a'],
  ])('%s', (text, value) => {
    expect(result(text)).toEqual(value);
  });
});

describe('a step', () => {
  test.each<[string, unknown]>([
    ['@json(\'{"Ab":1,"aB":2}\').aB', 2],
    ['@json(\'{"Ab":1}\').AB', 1],
    ['@json(\'{"a":{"b":2}}\')[\'a/b\']', 2],
    ['@json(\'{"a/b":1,"a":{"b":2}}\')[\'a/b\']', 1],
    ['@createArray(1,2)[1]', 2],
    ["@createArray(1,2)['1']", 2],
    ['@createArray(1)?[5]', null],
    ["@triggerBody()?['none']?['x']", null],
    [
      "@triggerBody()['none']",
      cannot("triggerBody()['none']", "property 'none' doesn't exist, available properties are 'title, tactics'"),
    ],
    ["@triggerBody()?['none'].x", cannot("triggerBody()?['none'].x", "property 'x' cannot be selected")],
    [
      "@triggerBody()?['title']?['x']",
      cannot(
        "triggerBody()?['title']?['x']",
        "property 'x' cannot be selected. Property selection is not supported on values of type 'String'",
      ),
    ],
    [
      "@createArray(1)['x']",
      cannot(
        "createArray(1)['x']",
        "property 'x' cannot be selected. Array elements can only be selected using an integer index",
      ),
    ],
    ['@createArray(1)[3]', cannot('createArray(1)[3]', "array index '3' is outside bounds (0, 0) of array")],
    ['@createArray(1)[-1]', cannot('createArray(1)[-1]', "array index '-1' is outside bounds (0, 0) of array")],
    [
      "x @{concat('a', createArray(1)[3])}",
      cannot('createArray(1)[3]', "array index '3' is outside bounds (0, 0) of array"),
    ],
    ["@json('{}')?['constructor']", null],
    ["@json('{}')?['__proto__']", null],
    ["@json('{\"__proto__\":5}')['__proto__']", 5],
    [
      '@createArray(1)[null]',
      cannot(
        'createArray(1)[null]',
        "property 'Null' cannot be selected. A property is selected by its name, an element by its index",
      ),
    ],
  ])('%s', (text, value) => {
    expect(result(text)).toEqual(value);
  });
});

describe('what is refused before anything is evaluated', () => {
  test.each([
    ["@if(true, 1, noSuch('x'))", "The template function 'noSuch' is not defined or not valid.", undefined],
    [
      "@if(true, 1, lenght('x'))",
      "The template function 'lenght' is not defined or not valid.",
      'Did you mean "length"?',
    ],
    ["@appsetting('x')", "The template function 'appsetting' is not expected at this location.", undefined],
    ['@trigger(1)', "The template language function 'trigger' must not have any parameters.", undefined],
    ['@Body()', "The template language function 'Body' must have only one parameter.", undefined],
    [
      '@createArray()',
      "The template language function 'createArray' expects a comma separated list of parameters. The function was invoked with no parameters. Please see https://aka.ms/logicexpressions#createArray for usage details.",
      undefined,
    ],
    [
      '@add(1)',
      "The template language function 'add' expects two numeric parameters: the first summand as the first parameter and the seccond summand as the second parameter. The function was invoked with '1' parameter(s). Please see https://aka.ms/logicexpressions#add for usage details.",
      undefined,
    ],
    [
      '@guid(1, 2)',
      "The template language function 'guid' can be invoked with no parameters or with an optional format parameter. The function was invoked with '2' parameter(s). Please see https://aka.ms/logicexpressions#guid for usage details.",
      undefined,
    ],
    [
      '@addProperty(1)',
      "The template language function 'addProperty' expects three parameters: the object as the first parameter, the name of the property to add as the second parameter, and the value as the third parameter. The function was invoked with '1' parameter(s).",
      undefined,
    ],
    [
      "@concat('a'",
      "Unable to parse template language expression 'concat('a'': expected token 'RightParenthesis' and actual 'EndOfData'.",
      undefined,
    ],
  ])('%s', (text, message, help) => {
    expect(evaluate(text, context)).toEqual({
      ok: false,
      error: { code: 'InvalidTemplate', message, ...(help !== undefined && { help }) },
      secret: false,
    });
  });

  test('each problem of a value is told, with its place', () => {
    const { problems } = prepare({ a: ['@x()', 'ok @{b('], '@y()': { 'c/d': '@lenght(1)' }, e: '@add(1,2)' });
    expect(problems.map(({ pointer, offset, meant }) => [pointer, offset, meant])).toEqual([
      ['/a/0', 1, undefined],
      ['/a/1', 7, undefined],
      ['/@y()', 1, undefined],
      ['/@y()/c~1d', 1, 'length'],
    ]);
  });
});

describe('a value', () => {
  test('is evaluated deep, keys too; what has no expression stays the same', () => {
    const plain = { a: [1, 'x'], b: { c: null } };
    const value = {
      plain,
      list: ["@variables('count')", '@@x', { '@{add(1,1)}': "@{triggerBody()['title']}" }],
      __proto__x: true,
    };
    expect(result(value)).toEqual({ plain, list: [5, '@x', { '2': 'Phishing' }], __proto__x: true });
    expect(result(plain)).toBe(plain);
    expect(result({ '@@odata.type': 1 })).toEqual({ '@odata.type': 1 });
    expect(Object.keys(result(JSON.parse('{"__proto__":"@1"}')) as object)).toEqual(['__proto__']);
    expect(result({ '@add(1,1)': 1 })).toBe(
      "InvalidTemplate: The name of a property is of type 'Integer', a text was expected.",
    );
  });

  test('can be evaluated again and again', () => {
    const { prepared, problems } = prepare({ count: "@variables('count')" });
    const values = [1, 2].map((count) =>
      evaluatePrepared(prepared, plainContext({ variables: { count } }, surroundings)),
    );
    expect([problems, ...values]).toEqual([
      [],
      { ok: true, value: { count: 1 }, secret: false },
      { ok: true, value: { count: 2 }, secret: false },
    ]);
  });
});

test('the message names the action', () => {
  expect(evaluate('@{first(null)}', context, { action: 'Ask' })).toEqual({
    ok: false,
    error: {
      code: 'InvalidTemplate',
      message:
        "Unable to process template language expressions in action 'Ask' inputs at line '0' and column '0': 'The template language function 'first' expects its parameter be an array or a string. The provided value is of type 'Null'. Please see https://aka.ms/logicexpressions#first for usage details.'.",
    },
    secret: false,
  });
});

test('what is made of a secret is one, also a failure; what is not asked for is not', () => {
  const asked: string[] = [];
  const secretive: Context = {
    ...surroundings,
    find: (source, name) => {
      asked.push(`${source} ${name}`);
      return { value: name, secret: source === 'parameter' };
    },
  };
  const secrets = [
    "@concat('a', parameters('key'))",
    "@int(parameters('key'))",
    "@if(true, variables('x'), parameters('key'))",
    '@1',
  ];
  expect(secrets.map((text) => evaluate(text, secretive).secret)).toEqual([true, true, false, false]);
  expect(asked).toEqual(['parameter key', 'parameter key', 'variable x']);
});

describe('limits', () => {
  const big = plainContext({ variables: { x: 'x'.repeat(1_000_000) } }, surroundings);

  test('work', () => {
    const text = `@concat(${Array.from({ length: 300 }, () => "variables('x')").join()})`;
    expect(result(text, big)).toBe('LimitExceeded: The evaluation takes more than 209715200 steps.');
    expect(result(`@length(concat(variables('x'), variables('x')))`, big)).toBe(2_000_000);
  });

  test('a value that is nested deeper than any document', () => {
    let deep: Json = 1;
    for (let level = 0; level < 500; level++) deep = [deep];
    const around = plainContext({ variables: { deep } }, surroundings);
    for (const expression of [
      "string(variables('deep'))",
      "createArray(variables('deep'), variables('deep'))",
      "union(variables('deep'), createArray(1))",
    ]) {
      expect(result(`@${expression}`, around)).toBe('LimitExceeded: A value is nested deeper than 400 levels.');
    }
    expect(result(deep)).toBe('InvalidTemplate: A value is nested deeper than 400 levels.');
  });
});
