import { valueOf } from './values.js';

const orders = `<orders><order id="1" s="new"><total>100</total></order><!-- c --><order id="2"><total>20.5</total><note/></order></orders>`;
const named = `<r xmlns="u:d" xmlns:p="u:p"><p:item p:k="v">x</p:item></r>`;

test.each<[string, unknown]>([
  ["string(xml('<a><b/><![CDATA[<x>]]>&lt;&#65;</a>'))", '<a><b /><![CDATA[<x>]]>&lt;A</a>'],
  ['string(xml(\'<?xml version="1.0"?> <a> <b> x </b> </a>\'))', '<?xml version="1.0"?><a><b> x </b></a>'],
  [
    'json(xml(\'<?xml version="1.0"?><a b="&quot;"><c>1</c><c/>t</a>\'))',
    { '?xml': { '@version': '1.0' }, a: { '@b': '"', '#text': 't', c: ['1', null] } },
  ],
  [
    `xml(json('{"a":{"@b":"1 & 2","c":[1,true,null],"#text":"<"}}'))`,
    '<a b="1 &amp; 2"><c>1</c><c>true</c><c />&lt;</a>',
  ],
  [`json(xml('${named}'))`, { r: { '@xmlns': 'u:d', '@xmlns:p': 'u:p', 'p:item': { '@p:k': 'v', '#text': 'x' } } }],
  ["json(xml('<__proto__>1</__proto__>'))", JSON.parse('{"__proto__":"1"}')],
])('%s', (expression, expected) => {
  expect(valueOf(expression)).toEqual(expected);
});

test.each([
  ['', 'Root element is missing. Line 1, position 1.'],
  ['no', 'Data at the root level is invalid. Line 1, position 1.'],
  ['<a>', 'Unexpected end of file has occurred. The following elements are not closed: a. Line 1, position 4.'],
  ['<a></b>', "The end tag 'b' does not match the start tag 'a'. Line 1, position 8."],
  ['<a/><b/>', 'There are multiple root elements. Line 1, position 9.'],
  ['<a b="1" b="2"/>', "'b' is a duplicate attribute name. Line 1, position 15."],
  ['<a>&nope;</a>', "Reference to undeclared entity 'nope'. Line 1, position 4."],
  ['<p:a/>', "'p' is an undeclared prefix. Line 1, position 7."],
  [
    '<!DOCTYPE a [<!ENTITY x "y">]><a/>',
    'For security reasons DTD is prohibited in this XML document. Line 1, position 29.',
  ],
  ['<a><', "Name cannot begin here, or '<' was not escaped. Line 1, position 4."],
])('%s is no XML', (text, why) => {
  expect(valueOf(`xml('${text}')`)).toBe(
    `/The template language function 'xml' parameter is not valid. The provided value cannot be converted to XML: '${why}'. Please see https://aka.ms/logicexpressions#xml for usage details./`,
  );
});

test.each(['{"a":1,"b":2}', '{"a":[1]}', '[]', '5', '{"a b":1}'])('%s is no XML', (json) => {
  expect(valueOf(`xml(json('${json}'))`)).toMatch(/^\/The template language function 'xml' parameter is not valid\./);
});

test.each<[string, unknown]>([
  ['count(/orders/order)', 2],
  ['sum(//total)', 120.5],
  ['string(//order[2]/@id)', '2'],
  ['//total/text()', ['100', '20.5']],
  ['//@id', ['1', '2']],
  ['/orders/customer', []],
  ['boolean(//note)', true],
  ['boolean(//none) or not(//none)', true],
  ['boolean(//none)', false],
  ['not(//note) or 1 = 2', false],
  ['//order[@s="new"]/total/text()', ['100']],
  ['//order[total > 50]/@id', ['1']],
  ['//order[last()]/@id | //order[1]/@id', ['1', '2']],
  ['string(//note/../@id)', '2'],
  ['name(//order[2]/preceding-sibling::*[1]/@s)', 's'],
  ['count(//total/ancestor-or-self::*)', 5],
  ['count(//total[1]/following::*)', 3],
  ['count(//note/preceding::*)', 3],
  ['count(//comment())', 1],
  ['count(/orders/node())', 3],
  ['(//total)[2]/text()', ['20.5']],
  ['(//order)[1]//text()', ['100']],
  ['string(id("x"))', "/The XPath function 'id' is not supported./"],
  ['-(1 + 2 * 3) div 2 mod 2', -1.5],
  ['concat("a", 1.50, true())', 'a1.5true'],
  ['substring("12345", 1.5, 2.6)', '234'],
  ['substring-before("a=b", "=")', 'a'],
  ['substring-after("a=b", "=")', 'b'],
  ['translate("bar", "abc", "AB")', 'BAr'],
  ['normalize-space("  a   b ")', 'a b'],
  ['string-length("abc")', 3],
  ['starts-with("abc", "ab") and contains("abc", "c")', true],
  ['floor(1.7) + ceiling(1.2) + round(1.5)', 5],
  ['number("x")', 'NaN'],
  [
    '/',
    [
      {
        '$content-type': 'application/xml;charset=utf-8',
        $content: Buffer.from(orders.replace('<note/>', '<note />')).toString('base64'),
      },
    ],
  ],
])('the path %s', (path, expected) => {
  expect(valueOf(`xpath(xml('${orders}'), '${path}')`)).toEqual(expected);
});

test.each<[string, unknown]>([
  ['//*[local-name()="item"]/text()', ['x']],
  ['namespace-uri(/*)', 'u:d'],
  ['//item', []],
  [
    '//p:item',
    '/Namespace Manager or XsltContext needed. This query has a prefix, variable, or user-defined function./',
  ],
])('with namespaces, the path %s', (path, expected) => {
  expect(valueOf(`xpath(xml('${named}'), '${path}')`)).toEqual(expected);
});

test.each([
  '',
  '/orders/',
  '//',
  'a[',
  'foo()',
  'count()',
  '1 +',
  '$x',
  'a b',
  '"x',
  'count(1)',
  '1/a',
  `${'('.repeat(200)}1`,
])('%s is no path', (path) => {
  expect(valueOf(`xpath(xml('${orders}'), '${path}')`)).toMatch(
    /^\/(The template language function 'xpath' parameters are invalid|A path is nested)/,
  );
});
