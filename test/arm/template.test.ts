import { escapeText, expressionIn, unescapeText } from '../../src/arm/escape.js';
import { HOLE } from '../../src/arm/hole.js';
import { armScope, resolved } from '../../src/arm/resolve.js';
import { formatResourceId, parseResourceId } from '../../src/arm/resource-id.js';
import type { Json } from '../../src/core/json.js';

/** Holes as a circle, which tables can show. */
const show = (value: Json): Json => JSON.parse(JSON.stringify(value).replaceAll(HOLE, '◌'));

const template = {
  parameters: {
    Name: { type: 'string', defaultValue: 'tickets' },
    given: { type: 'string', defaultValue: 'default' },
    open: { type: 'string' },
    'with space': { defaultValue: "[concat(parameters('name'), '-x')]" },
    list: { defaultValue: ['a', 'b'] },
    object: { defaultValue: { Inner: { deep: "[parameters('Name')]" } } },
    twice: { defaultValue: { b: 1, B: 2 } },
    self: { defaultValue: "[concat('x', parameters('self'))]" },
    __proto__: null,
  },
  variables: {
    connection: "[concat('azuresentinel-', parameters('Name'))]",
    one: "[variables('two')]",
    two: "[variables('one')]",
    literal: '[[kept]',
  },
};

const subscription = '/subscriptions/◌';
const group = `${subscription}/resourceGroups/◌`;

test.each<[string, Json]>([
  ['text', 'text'],
  ['', ''],
  ['[', '['],
  ['[a]b', '[a]b'],
  ['[[a]', '[a]'],
  ['[[a]b', '[[a]b'],
  ["[parameters('Name')]", 'tickets'],
  ["[PARAMETERS('NAME')]", 'tickets'],
  ["[ parameters( 'given' ) ]", 'given'],
  ["[parameters('open')]", '◌'],
  ["[parameters('missing')]", '◌'],
  ["[parameters('toString')]", '◌'],
  ["[parameters('__proto__')]", '◌'],
  ["[parameters('with space')]", 'tickets-x'],
  ["[parameters('self')]", 'x◌'],
  ["[variables('connection')]", 'azuresentinel-tickets'],
  ["[variables('one')]", '◌'],
  ["[variables('literal')]", '[kept]'],
  ["[parameters('list')]", ['a', 'b']],
  ["[parameters('list')[1]]", 'b'],
  ["[parameters('list')[2]]", '◌'],
  ["[last(parameters('list'))]", 'b'],
  ["[first(split('a/b', '/'))]", 'a'],
  ["[parameters('object').inner.deep]", 'tickets'],
  ["[parameters('object')['Inner']]", { deep: 'tickets' }],
  ["[parameters('object').inner.Deep]", 'tickets'],
  ["[parameters('twice').B]", 2],
  ["[parameters('object').constructor]", '◌'],
  ["[concat('a', 1, true(), parameters('open'), 'b')]", 'a1True◌b'],
  ["[concat(parameters('list'), createArray('c'))]", ['a', 'b', 'c']],
  ["[concat('a', parameters('list'))]", '◌'],
  ["[format('{0}/{1} {{x}} {0}', 'a', parameters('open'))]", 'a/◌ {x} a'],
  ["[format('{0:D2} {9}', 1)]", '◌ ◌'],
  ["[toLower(concat('A', parameters('open')))]", 'a◌'],
  ["[toUpper(trim(' a '))]", 'A'],
  ["[replace('a$b', '$', '$&')]", 'a$&b'],
  ["[replace(parameters('open'), 'a', 'b')]", '◌'],
  ["[split(concat(parameters('open'), '/a'), '/')[1]]", '◌'],
  ['[string(1)]', '1'],
  ["[string(parameters('list'))]", '◌'],
  ["[if(true(), 'a', 'b')]", 'a'],
  ["[if(equals(1, 1), 'a', 'b')]", '◌'],
  ['[null()]', null],
  ["['it''s']", "it's"],
  ['[resourceGroup().location]', '◌'],
  ["[concat('https://', resourceGroup().name)]", 'https://◌'],
  ["[contoso.name('a')]", '◌'],
  [
    "[resourceId('Microsoft.Web/customApis', parameters('Name'))]",
    `${group}/providers/Microsoft.Web/customApis/tickets`,
  ],
  [
    "[resourceId('S', 'G', 'Microsoft.Web/connections', 'c')]",
    '/subscriptions/S/resourceGroups/G/providers/Microsoft.Web/connections/c',
  ],
  [
    "[subscriptionResourceId('Microsoft.Web/locations/managedApis', parameters('open'), 'x')]",
    `${subscription}/providers/Microsoft.Web/locations/◌/managedApis/x`,
  ],
  ["[resourceId(parameters('open'))]", '◌'],
])('%s gives %j', (text, expected) => {
  const scope = armScope(template, { given: 'given' });
  expect(show(resolved(text, scope))).toEqual(expected);
  expect(scope.problems).toEqual([]);
});

test.each([
  [
    "[parameters('a']",
    "Unable to parse language expression 'parameters('a'': expected token 'RightParenthesis' and actual 'EndOfData'.",
  ],
  ['[name]', "Unable to parse language expression 'name': expected token 'LeftParenthesis' and actual 'EndOfData'."],
  ['[]', "Unable to parse language expression '': expected token 'Identifier' and actual 'EndOfData'."],
  ['[a()b]', "Unable to parse language expression 'a()b': expected token 'EndOfData' and actual 'Identifier'."],
  [
    '[a(1,)]',
    "Unable to parse language expression 'a(1,)': expected token 'Identifier' and actual 'RightParenthesis'.",
  ],
  ['[{}]', "The language expression '{}' is not valid: the string character '{' at position '0' is not expected."],
  ["['a]", "The language expression ''a' is not valid: the string at position '0' is not terminated."],
  [
    `[${'a('.repeat(102)}]`,
    `The language expression '${'a('.repeat(49)}a…' is not valid: it is nested deeper than 100 levels.`,
  ],
  [`[${'x'.repeat(24_577)}]`, 'The expression has 24577 characters, at most 24576 were expected.'],
])('what cannot be read is told: %#', (text, message) => {
  const scope = armScope({});
  expect(show(resolved({ a: [text] }, scope, '/x'))).toEqual({ a: ['◌'] });
  expect(scope.problems).toEqual([{ pointer: '/x/a/0', message }]);
});

test('keys are no expressions, and no key is inherited', () => {
  const value = JSON.parse('{"[name]": 1, "__proto__": "[null()]"}');
  expect(Object.entries(resolved(value, armScope({})) as object)).toEqual([
    ['[name]', 1],
    ['__proto__', null],
  ]);
});

describe('what grows without end is a hole', () => {
  const chain = (length: number, line: (next: string) => string) =>
    Object.fromEntries(Array.from({ length }, (_, index) => [`v${index}`, line(`variables('v${index + 1}')`)]));

  test.each([
    ['a long chain', chain(50_000, (next) => `[${next}]`), '◌'],
    ['doubling', chain(40, (next) => `[concat(${next}, ${next}, 'x')]`), '◌'],
    ['a short chain', { ...chain(10, (next) => `[concat(${next}, 'x')]`), v10: 'y' }, `y${'x'.repeat(10)}`],
  ])('%s', (_name, variables, expected) => {
    expect(show(resolved("[variables('v0')]", armScope({ variables })))).toBe(expected);
  });

  test('one value in very many places', () => {
    const big = Array.from({ length: 3000 }, (_, index) => index);
    const places = Array.from({ length: 3000 }, () => "[variables('big').missing]");
    expect(new Set(resolved(places, armScope({ variables: { big } })) as string[])).toEqual(new Set([HOLE]));
  });
});

test.each([
  ['text', 'text'],
  ['[a]', '[[a]'],
  ['[[a]', '[[[a]'],
  ['[a', '[a'],
  ['[]', '[[]'],
  ['[', '['],
  ['[a] b', '[a] b'],
])('%s is written as %s, and read back', (text, written) => {
  expect(escapeText(text)).toBe(written);
  expect(expressionIn(written)).toBeUndefined();
  expect(unescapeText(written)).toBe(text);
});

describe('resource ids', () => {
  test.each([
    [
      '/subscriptions/S/resourceGroups/G/providers/Microsoft.Web/customApis/N',
      '/subscriptions/S/resourceGroups/G',
      'Microsoft.Web/customApis',
      ['N'],
    ],
    [
      '/subscriptions/S/providers/Microsoft.Web/locations/L/managedApis/N',
      '/subscriptions/S',
      'Microsoft.Web/locations/managedApis',
      ['L', 'N'],
    ],
    ['/PROVIDERS/a/b/c/PROVIDERS/d/e/f', '/PROVIDERS/a/b/c', 'd/e', ['f']],
    ['/providers/Microsoft.PowerApps/apis/shared_x', '', 'Microsoft.PowerApps/apis', ['shared_x']],
  ])('%s', (id, scope, type, names) => {
    const parsed = parseResourceId(id);
    expect(parsed).toEqual({ scope, type, names });
    expect(parsed && formatResourceId(parsed).toLowerCase()).toBe(id.toLowerCase());
  });

  test.each([
    '',
    '/',
    'name',
    '/providers/',
    '/providers/a',
    '/providers/a/b',
    '/providers/a/b/c/d',
    '/providers/a/b/',
    '/providers/a//c',
  ])('%j is none', (id) => {
    expect(parseResourceId(id)).toBeUndefined();
  });
});
