import { valueOf } from './values.js';

const octets = 'application/octet-stream';

test.each<[string, unknown]>([
  ["decodeDataUri('data:application/json;base64,eyJhIjoxfQ==')", { a: 1 }],
  ["decodeDataUri('data:application/x+json,%7B')", '{'],
  [
    "decodeDataUri('data:image/png;charset=x;base64,aGk=')",
    { '$content-type': 'image/png;charset=x', $content: 'aGk=' },
  ],
  ["dataUriToString('DATA:text/plain;charset=utf-8;base64,a G k=')", 'hi'],
  ["dataUriToString('data:,a+b%C3%A4%zz')", 'a+bä%zz'],
  [
    "dataUriToString('data:;base64,a')",
    "/The template language function 'dataUriToString' expects its parameter to be formatted as a valid data URI. The provided value 'data:;base64,a' was not formatted correctly. Please see https://aka.ms/logicexpressions#dataUriToString for usage details./",
  ],
  ["dataUri(base64ToBinary('aGk='))", `data:${octets};base64,aGk=`],
  ["base64(binary('hi'))", 'aGk='],
  ['base64(1.0)', 'MQ=='],
  ["string(base64ToBinary('aGk='))", 'hi'],
  ["concat('<', base64ToBinary('aGk='), '>')", '<hi>'],
  ["json(binary('[1]'))", [1]],
  ['string(binary(true))', 'True'],
  [
    "length(base64ToBinary('aGk='))",
    "/The template language function 'length' expects its parameter to be an array or a string. The provided value is of type 'Object'. Please see https://aka.ms/logicexpressions#length for usage details./",
  ],
  [
    'binary(null)',
    "/The template language function 'binary' was invoked with a parameter that is not valid. The value cannot be converted to the target type./",
  ],
  ["binary(xml('<a/>'))", { '$content-type': 'application/xml;charset=utf-8', $content: 'PGEgLz4=' }],
  ["uriComponent('a b', 1, true, null)", 'a%20b1True'],
  ["uriComponent('!''()*~-._ä')", '%21%27%28%29%2A~-._%C3%A4'],
  ["uriComponentToString('%C3%A4%2B+%zz%e')", 'ä+ %zz%e'],
  ["toUpper('straße ﬁ')", 'STRAßE ﬁ'],
  ["indexOf('straße X', 'x')", 7],
])('%s', (expression, expected) => {
  expect(valueOf(expression)).toEqual(expected);
});
