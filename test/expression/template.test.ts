import { MAX_EXPRESSION_DEPTH, MAX_EXPRESSION_LENGTH } from '../../src/expression/limits.js';
import { walkExpression, type Expression } from '../../src/expression/syntax.js';
import { readTemplate } from '../../src/expression/template.js';
import { show, shown } from './show.js';

test.each([
  ['a text', '"a text"'],
  ['', '""'],
  ['@', '"@"'],
  [' @', '" @"'],
  [' @,,}', '" @,,}"'],
  ['someone@contoso.com', '"someone@contoso.com"'],
  ['@@', '"@"'],
  ['@@unparsed!', '"@unparsed!"'],
  ["@@{'a'}@{'b'}", `"@{'a'}@{'b'}"`],
  ['a @@{b} c', '"a @{b} c"'],
  ['a @@@{b}', '"a @@{b}"'],
  ["a @@{'b'} @{'c'}", `"a @{'b'} " | 'c'`],
  ["@'text'", "'text'"],
  ["@'don''t'", "'don't'"],
  ["@''''", "'''"],
  ['@null', 'null'],
  ['@True', 'true'],
  ['@ FALSE ', 'false'],
  ['@0', '0'],
  ['@-51', '-51'],
  ['@+54', '54'],
  ['@9007199254740991', '9007199254740991'],
  ['@9007199254740993', '9007199254740993n'],
  ['@-9223372036854775808', '-9223372036854775808n'],
  ['@1.0', '1f'],
  ['@+1.', '1f'],
  ['@-01.5', '-1.5f'],
  ['@3e1', '30f'],
  ['@3.2E-1', '0.32f'],
  ['@sub(10.3, .3)', 'sub(10.3f, 0.3f)'],
  ['@a()', 'a()'],
  ["@concat('a',\n\t1, b())", "concat('a', 1, b())"],
  ["@body('A').b", "body('A')['b']"],
  ["@body('A')?.b['c']?[0]?['d']", "body('A')?['b']['c']?[0]?['d']"],
  ["@a()[b('c')?['d']]", "a()[b('c')?['d']]"],
  ["@variables('x')[add(1, -2)]", "variables('x')[add(1, -2)]"],
  ["@true('x')", "true('x')"],
  ['@größe()', 'größe()'],
  ['@{1}', '1'],
  ["@{'}'}", "'}'"],
  ["x@{a('@{')}y@{b()}@{c()}", `"x" | a('@{') | "y" | b() | c()`],
])('%j is %s', (text, expected) => {
  expect(shown(text)).toBe(expected);
});

const unparsed = (part: string, expected: string, actual: string) =>
  `Unable to parse template language expression '${part}': expected token '${expected}' and actual '${actual}'.`;
const invalid = (part: string, why: string) => `The template language expression '${part}' is not valid: ${why}.`;
const character = (part: string, found: string, position: number) =>
  invalid(part, `the string character '${found}' at position '${position}' is not expected`);

// The first ones are messages of the service, seen in issues of github:Azure/LogicAppsUX and in forums.
test.each([
  ['@type', 5, unparsed('type', 'LeftParenthesis', 'EndOfData')],
  ['@odata.type', 6, unparsed('odata.type', 'LeftParenthesis', 'Dot')],
  ["@base64('@{body('Csv')}')", 17, unparsed("base64('@{body('Csv')}')", 'RightParenthesis', 'Identifier')],
  ["@concat('a'", 11, unparsed("concat('a'", 'RightParenthesis', 'EndOfData')],
  ["@json(@{body('x')})", 6, character("json(@{body('x')})", '@', 5)],
  ['@equals(1,"204")', 10, character('equals(1,"204")', '"', 9)],
  ['@triggerBody()[‘a’]', 15, character('triggerBody()[‘a’]', '‘', 14)],
  ['@bad-expression', 6, character('bad-expression', 'x', 5)],
  ["@filter(body('A'), item => item)", 24, character("filter(body('A'), item => item)", '=', 23)],
  ["@concat('a',)", 12, unparsed("concat('a',)", 'Identifier', 'RightParenthesis')],
  ["@'a','b'", 4, unparsed("'a','b'", 'EndOfData', 'Comma')],
  ["@'a'}", 4, character("'a'}", '}', 3)],
  ["@a('b')('c')", 7, unparsed("a('b')('c')", 'EndOfData', 'LeftParenthesis')],
  ['@()', 1, unparsed('()', 'Identifier', 'LeftParenthesis')],
  ['@ ', 2, unparsed(' ', 'Identifier', 'EndOfData')],
  ["@a()['b'", 8, unparsed("a()['b'", 'RightSquareBracket', 'EndOfData')],
  ['@a()?b', 5, unparsed('a()?b', 'LeftSquareBracket', 'Identifier')],
  ['@a().', 5, unparsed('a().', 'Identifier', 'EndOfData')],
  ['@a(b@c)', 4, character('a(b@c)', '@', 3)],
  ['@1e1.1', 5, unparsed('1e1.1', 'Identifier', 'IntegerLiteral')],
  ['@++1', 1, invalid('++1', "there is no number at position '0'")],
  ['@1e+', 1, invalid('1e+', "there is no number at position '0'")],
  ["@'abc", 1, invalid("'abc", "the string at position '0' is not terminated")],
  ['@9223372036854775808', 1, invalid('9223372036854775808', "the number at position '0' has more than 64 bits")],
  [`@${'9'.repeat(90)}`, 1, invalid('9'.repeat(90), "the number at position '0' has more than 64 bits")],
  [' @{', 3, unparsed('', 'Identifier', 'EndOfData')],
  ['@{}', 2, unparsed('', 'Identifier', 'EndOfData')],
  ["a @{'b'", 4, invalid("'b'", 'it is not closed by a "}"')],
  ["a @{b('}')c} d", 10, unparsed("b('}')c", 'EndOfData', 'Identifier')],
  ['a @{1} @{b}', 10, unparsed('b', 'LeftParenthesis', 'EndOfData')],
])('%j is told at %i', (text, offset, message) => {
  expect(shown(text)).toBe(`${offset}: ${message}`);
});

test.each([
  ['@not(@equals(1, 2))', 'not(equals(1, 2))', 5],
  ['@if(@true, @1, 2)', 'if(true, 1, 2)', 4],
  ["x @{1} @{not(@a()['b'])}", `"x " | 1 | " " | not(a()['b'])`, 13],
])('%j is read, and the service refuses it', (text, tree, offset) => {
  const template = readTemplate(text);
  expect(shown(text)).toBe(tree);
  expect('refused' in template && template.refused?.offset).toBe(offset);
});

test('a part of a text is where its offsets say', () => {
  const text = "a @{body('A')?['b'].c} d";
  const template = readTemplate(text);
  const parts: string[] = [];
  if (template.kind !== 'interpolation') throw new Error(template.kind);
  for (const part of template.parts) {
    if (typeof part === 'string') continue;
    walkExpression(part, (node: Expression) => parts.push(text.slice(node.start, node.end)));
    if (part.kind === 'access') parts.push(...part.steps.map(({ start, end }) => text.slice(start, end)));
  }
  expect(parts).toEqual(["body('A')?['b'].c", "body('A')", "'A'", "'b'", 'c', "?['b']", '.c']);
});

test('all nodes are walked, from left to right', () => {
  const template = readTemplate('@a(b(1), c()[d()]?.e, null)');
  const seen: string[] = [];
  if (template.kind === 'expression') walkExpression(template.expression, (node) => seen.push(show(node)));
  expect(seen).toEqual(["a(b(1), c()[d()]?['e'], null)", 'b(1)', '1', "c()[d()]?['e']", 'c()', 'd()', "'e'", 'null']);
});

describe('limits', () => {
  const nested = (depth: number) => `@${'a('.repeat(depth)}1${')'.repeat(depth)}`;
  test('depth', () => {
    expect(shown(nested(MAX_EXPRESSION_DEPTH))).toBe(nested(MAX_EXPRESSION_DEPTH).slice(1));
    expect(shown(nested(MAX_EXPRESSION_DEPTH + 1))).toMatch(/ is nested deeper than 100 levels\.$/);
  });

  test('length', () => {
    const of = (length: number) => `'${'x'.repeat(length - 2)}'`;
    expect(shown(`@${of(MAX_EXPRESSION_LENGTH)}`)).toBe(of(MAX_EXPRESSION_LENGTH));
    expect(shown(`@${of(MAX_EXPRESSION_LENGTH + 1)}`)).toMatch(/ is not valid: it is longer than 131072 characters\.$/);
    expect(readTemplate(`${'x'.repeat(MAX_EXPRESSION_LENGTH)}@{1}`).kind).toBe('interpolation');
  });

  const many = 200_000;
  test.each([
    ['brackets', '@' + 'a('.repeat(many), 'broken'],
    ['quotes', '@' + "'".repeat(many), 'broken'],
    ['numbers', '@' + '1'.repeat(many), 'broken'],
    ['spaces', '@' + ' '.repeat(many) + '1', 'broken'],
    ['steps', '@a()' + '[0]'.repeat(40_000), 'expression'],
    ['parts', 'x' + '@{1}'.repeat(many), 'interpolation'],
    ['escapes', 'x' + '@@{'.repeat(many), 'text'],
    ['open', '@{' + '('.repeat(many), 'broken'],
    ['odd', 'x@{' + "'".repeat(many + 1), 'broken'],
  ])('many %s take no time', (_name, text, kind) => {
    const begin = process.cpuUsage().user;
    expect(readTemplate(text).kind).toBe(kind);
    expect((process.cpuUsage().user - begin) / 1e6).toBeLessThan(2);
  });

  test('what is shown of an expression is short and prints', () => {
    const message = shown(`@a(${'x'.repeat(500)}\u0007\u202e`);
    expect(message.length).toBeLessThan(260);
    expect(shown('@a(\u0007)')).toBe(`3: ${character('a(\\u0007)', '\\u0007', 2)}`);
  });
});
