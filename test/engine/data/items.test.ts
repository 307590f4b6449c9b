import type { Json } from '../../../src/core/json.js';
import { dataActions } from '../../../src/engine/data/actions.js';
import { bodyOf, ran } from './run.js';

const body = (type: string, inputs: Json, variables = {}) => bodyOf(ran(type, inputs, { variables }));

describe('from', () => {
  test.each([
    [
      'Join',
      { joinWith: ',' },
      "The 'from' property value in the 'join' action inputs is of type 'Null'. The value must be an array.",
    ],
    [
      'Query',
      { where: '@true' },
      "The 'from' property value in the 'query' action inputs is of type 'Null'. The value must be an array.",
    ],
    [
      'Select',
      { select: 'x' },
      "The 'from' property value in the 'select' action inputs is of type 'Null'. The value must be an array.",
    ],
    [
      'Table',
      { format: 'CSV' },
      "The 'from' property value in the 'table' action inputs is of type 'Null'. The value must be of type 'Array'.",
    ],
  ])('of %s', (type, inputs, message) => {
    expect(body(type, { ...inputs, from: '@null' })).toBe(`BadRequest: ${message}`);
    expect(body(type, inputs)).toBe(`BadRequest: ${message}`);
    expect(body(type, null)).toBe(`BadRequest: ${message}`);
    for (const [from, name] of [
      ['x', 'String'],
      [{}, 'Object'],
      [1.5, 'Float'],
      [true, 'Boolean'],
    ] as const) {
      expect(body(type, { ...inputs, from })).toBe(`BadRequest: ${message.replace('Null', name)}`);
    }
    const failing = ran(type, { ...inputs, from: '@first(1)' });
    expect(bodyOf(failing)).toMatch(
      /^BadRequest: Unable to process template language expressions in action 'A' inputs at/,
    );
    expect(failing.inputs).toBeUndefined();
    expect(failing.outcome).toMatchObject({ error: { code: 'InvalidTemplate' } });
    const secret = { variables: { s: ['x'] }, secrets: ['s'] };
    expect(ran(type, { ...inputs, from: "@variables('s')" }, secret).secret).toBe(true);
    expect(ran(type, { ...inputs, from: ['x'] }, secret).secret).toBe(false);
  });
});

describe('Join', () => {
  test.each<[string, Json, string]>([
    ['texts', { from: ['a', 'b'], joinWith: ', ' }, 'a, b'],
    ['others', { from: [1, 1.5, true, null, { a: [1] }, [], 'x'], joinWith: '|' }, '1|1.5|True||{"a":[1]}|[]|x'],
    ['binary content', { from: [{ '$content-type': 'text/plain', $content: 'aGk=' }], joinWith: '' }, 'hi'],
    ['one', { from: ['a'], joinWith: ',' }, 'a'],
    ['none', { from: [], joinWith: ',' }, ''],
    ['expressions', { from: '@createArray(1, 2)', joinWith: "@{concat('-', '>')}" }, '1->2'],
  ])('%s', (_name, inputs, text) => {
    expect(body('Join', inputs)).toBe(text);
  });

  test('joinWith is a text', () => {
    expect(body('Join', { from: [1], joinWith: 1 })).toBe(
      "BadRequest: The 'joinWith' property value in the 'join' action inputs is of type 'Integer'. The value must be of type 'String'.",
    );
  });

  test('inputs are recorded as evaluated', () => {
    expect(ran('Join', { from: '@createArray(1)', joinWith: ',' }).inputs).toEqual({ from: [1], joinWith: ',' });
  });
});

describe('Select', () => {
  const from = [{ Name: 'a', n: 1 }, { name: 'B' }];

  test.each<[string, Json, Json]>([
    ['a text', "@toUpper(item()?['name'])", ['A', 'B']],
    ['a text with an expression', "<@{item()?['n']}>", ['<1>', '<>']],
    [
      'an object',
      { t: "@item()?['name']", "@{toLower('K')}": '@item()', c: 1 },
      from.map((item, index) => ({ t: ['a', 'B'][index] ?? null, k: item, c: 1 })),
    ],
    ['a literal', 'x', ['x', 'x']],
    ['a literal object', { a: [1] }, [{ a: [1] }, { a: [1] }]],
    ['null', null, [null, null]],
    ['an array', ["@item()?['n']"], [[1], [null]]],
  ])('%s', (_name, select, expected) => {
    expect(body('Select', { from, select })).toEqual(expected);
  });

  test('of nothing', () => {
    expect(body('Select', { from: [], select: '@item()' })).toEqual([]);
    expect(body('Select', { from: [1] })).toEqual([null]);
  });

  test('a key named __proto__', () => {
    const select = JSON.parse('{"__proto__":"@item()"}');
    expect(JSON.stringify(body('Select', { from: [1], select }))).toBe('[{"__proto__":1}]');
  });

  test('the inputs keep the expressions', () => {
    const { inputs } = ran('Select', { from: '@createArray(1)', select: { a: '@item()' } });
    expect(inputs).toEqual({ from: [1], select: { a: '@item()' } });
  });

  test('a failing item', () => {
    const result = ran('Select', { from: [{}, 1], select: "@item()?['a']" });
    expect(result.outcome).toEqual({
      ok: false,
      code: 'BadRequest',
      error: {
        code: 'InvalidTemplate',
        message:
          "The execution of template action 'A' failed. The column values could not be evaluated: 'The template language expression 'item()?['a']' cannot be evaluated because property 'a' cannot be selected. Property selection is not supported on values of type 'Integer'. Please see https://aka.ms/logicexpressions for usage details.'.",
      },
    });
    expect(result.inputs).toEqual({ from: [{}, 1], select: "@item()?['a']" });
  });

  test('secret', () => {
    const around = { variables: { s: 1 }, secrets: ['s'] };
    expect(ran('Select', { from: [1], select: "@variables('s')" }, around).secret).toBe(true);
    expect(ran('Select', { from: [], select: "@variables('s')" }, around).secret).toBe(false);
  });

  test('what is made is bounded', () => {
    expect(
      body('Select', { from: '@range(0, 1000)', select: "@variables('long')" }, { long: 'x'.repeat(1_000_000) }),
    ).toBe('BadRequest: The action takes more than 209715200 steps.');
  });
});

describe('Query', () => {
  test.each<[string, Json, Json]>([
    ['an expression', '@greater(item(), 1)', [2, 3]],
    ['true', true, [1, 2, 3]],
    ['false as an expression', '@false', []],
  ])('%s', (_name, where, expected) => {
    expect(body('Query', { from: [1, 2, 3], where })).toEqual(expected);
  });

  test('the inputs keep the expression', () => {
    expect(ran('Query', { from: '@createArray(1)', where: '@true' }).inputs).toEqual({ from: [1], where: '@true' });
  });

  test('a failing item', () => {
    expect(body('Query', { from: ['ab', null], where: "@contains(item(), 'a')" })).toBe(
      "BadRequest: The execution of template action 'A' failed: The evaluation of 'query' action 'where' expression '@contains(item(), 'a')' failed: 'The template language function 'contains' expects its first argument 'collection' to be a dictionary (object), an array or a string. The provided value is of type 'Null'.'.",
    );
  });

  test.each<[Json, string, string]>([
    ['@item()', '@item()', 'Integer'],
    ['true', 'true', 'String'],
    [null, '', 'Null'],
  ])('%j is not true or false', (where, written, type) => {
    expect(body('Query', { from: [1], where })).toBe(
      `BadRequest: The execution of template action 'A' failed: the result of the evaluation of 'where' expression '${written}' is of type '${type}'. The result must be of type 'Boolean'.`,
    );
  });
});

describe('Table', () => {
  const from = [{ a: 1, b: 'x,y' }, { c: null, a: '"q"' }, {}];

  test.each<[string, Json, string]>([
    ['CSV', { from, format: 'CSV' }, 'a,b,c\r\n1,"x,y",\r\n"""q""",,\r\n,,\r\n'],
    [
      'HTML',
      { from: [{ 'a<': '&' }], format: 'HTML' },
      '<table><thead><tr><th>a&lt;</th></tr></thead><tbody><tr><td>&amp;</td></tr></tbody></table>',
    ],
    ['format in another case', { from: [{ a: 1 }], format: 'csv' }, 'a\r\n1\r\n'],
    ['format by an expression', { from: [{ a: 1 }], format: "@toUpper('csv')" }, 'a\r\n1\r\n'],
    ['line ends', { from: [{ a: 'x\ny', b: 'x\ry' }], format: 'CSV' }, 'a,b\r\n"x\ny","x\ry"\r\n'],
    [
      'values of all kinds',
      { from: [{ a: true, b: 1.5, c: { d: 'e' }, f: [1] }], format: 'CSV' },
      'a,b,c,f\r\nTrue,1.5,"{""d"":""e""}",[1]\r\n',
    ],
    ['no rows, CSV', { from: [], format: 'CSV' }, ''],
    ['no rows, HTML', { from: [], format: 'HTML' }, '<table><tbody></tbody></table>'],
    ['empty rows', { from: [{}], format: 'CSV' }, ''],
    ['no columns', { from: [{ a: 1 }], format: 'CSV', columns: [] }, 'a\r\n1\r\n'],
    [
      'columns',
      {
        from: [1, 2],
        format: 'CSV',
        columns: [{ header: "@concat('N', 'o')", value: '@item()' }, { value: 'x' }, { header: 1 }],
      },
      'No,,1\r\n1,x,\r\n2,x,\r\n',
    ],
    [
      'columns, no rows',
      { from: [], format: 'HTML', columns: [{ header: 'A', value: '@item()' }] },
      '<table><thead><tr><th>A</th></tr></thead><tbody></tbody></table>',
    ],
    [
      'columns that are evaluated',
      { from: [1], format: 'CSV', columns: '@json(\'[{"header":"h","value":7}]\')' },
      'h\r\n7\r\n',
    ],
    [
      'columns of other types',
      { from: [1], format: 'CSV', columns: [1, null, { header: null, value: null }] },
      ',,\r\n,,\r\n',
    ],
    [
      'keys that every object has',
      { from: [JSON.parse('{"__proto__":1,"toString":2}'), {}], format: 'CSV' },
      '__proto__,toString\r\n1,2\r\n,\r\n',
    ],
  ])('%s', (_name, inputs, text) => {
    expect(body('Table', inputs)).toBe(text);
  });

  test('HTML is encoded as .NET does', () => {
    const text = '<>&"\'\u009f\u00a0\u00ff\u0100\u2028😀\ud83dx\ude00';
    expect(body('Table', { from: [{ t: text }], format: 'HTML' })).toBe(
      '<table><thead><tr><th>t</th></tr></thead><tbody><tr><td>&lt;&gt;&amp;&quot;&#39;\u009f&#160;&#255;\u0100\u2028&#128512;\uFFFDx\uFFFD</td></tr></tbody></table>',
    );
  });

  test.each<[string, Json, string]>([
    [
      'rows that are no objects',
      { from: [{}, 'x'], format: 'CSV' },
      "The property 'columns' must be specified unless the 'from' property value is an array of objects.",
    ],
    [
      'no format',
      { from: [{ a: 1 }] },
      "The 'format' property value in the 'table' action inputs is null. The value must be 'CSV' or 'HTML'.",
    ],
    [
      'another format',
      { from: [{ a: 1 }], format: 'PDF' },
      "The 'format' property value in the 'table' action inputs is \"PDF\". The value must be 'CSV' or 'HTML'.",
    ],
    [
      'a failing value',
      { from: ['x'], format: 'CSV', columns: [{ header: 'a', value: '@first(1)' }] },
      "The execution of template action 'A' failed. The column values could not be evaluated: 'The template language function 'first' expects its parameter be an array or a string. The provided value is of type 'Integer'. Please see https://aka.ms/logicexpressions#first for usage details.'.",
    ],
    ['too many cells', { from: "@variables('wide')", format: 'CSV' }, 'The action takes more than 209715200 steps.'],
  ])('%s', (_name, inputs, message) => {
    const wide = Array.from({ length: 3000 }, (_, index) => ({ [`k${index}`]: 1 }));
    expect(body('Table', inputs, { wide })).toBe(`BadRequest: ${message}`);
  });

  test('recorded inputs: headers evaluated, values as written', () => {
    const columns = [{ header: "@concat('a', 'b')", value: '@item()' }, 1, { header: 'x' }];
    expect(ran('Table', { from: '@createArray(1)', format: 'CSV', columns }).inputs).toEqual({
      from: [1],
      format: 'CSV',
      columns: [{ header: 'ab', value: '@item()' }, 1, { header: 'x' }],
    });
  });

  test('problems are told with their place', () => {
    const columns = [{ header: '@(', value: '@item()' }, { value: { a: '@nobody()' } }];
    const ready = dataActions.get('Table')?.({ from: '@)', columns });
    expect(ready?.problems.map(({ pointer }) => pointer)).toEqual(['/from', '/columns/0/header', '/columns/1/value/a']);
  });
});
