import { readLeniently } from '../../../src/engine/data/reader/read.js';

describe('what the reader takes', () => {
  test.each<[string, unknown]>([
    ['{"a":[1,"b",null,true,false]}', { a: [1, 'b', null, true, false] }],
    [' {} ', {}],
    ['[]', []],
    // quotes and names
    ["['x', 'it\"s']", ['x', 'it"s']],
    ["{'a':1,b:2,$c_1:3,7:4,ä : 5}", { 7: 4, a: 1, b: 2, $c_1: 3, ä: 5 }],
    ['{"a":1,"b":2,"a":3}', { b: 2, a: 3 }],
    // commas
    ['[1,]', [1]],
    ['{"a":1,}', { a: 1 }],
    ['[,]', [null]],
    ['[1,,2]', [1, null, 2]],
    ['{"a":,"b":1}', { a: null, b: 1 }],
    [',', null],
    // comments and white space
    ['// first\n/* second\r\n*/ [ /**/ 1 // last', [1]],
    ['\u00a0\u0085\0[\u20281\u3000]', [1]],
    // words
    ['[NaN,Infinity,-Infinity,undefined]', [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, null]],
    ['[true/**/,null//\n]', [true, null]],
    // numbers
    ['[0,-0,-7,007,-010,0x1f,0XFF]', [0, 0, -7, 7, -10, 31, 255]],
    ['[1.,.5,-.5,1e2,1E-2,1.5e+1,0.5,0e1]', [1, 0.5, -0.5, 100, 0.01, 15, 0.5, 0]],
    ['[9007199254740993,-9007199254740993]', [9007199254740993n, -9007199254740993n]],
    ['[0xFFFFFFFFFFFFFFFF,0x7FFFFFFFFFFFFFFF,01777777777777777777777]', [-1, 9223372036854775807n, -1]],
    ['[1e400,-1e400]', [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]],
    ['1/2', 1],
    // strings
    [String.raw`"\b\t\n\f\r\\\"\'\/\u00e4\ud83d\ude00"`, '\b\t\n\f\r\\"\'/ä😀'],
    ['"a\tb\r\nc\nd"', 'a\tb\r\nc\nd'],
    // what comes behind the first value, and what does not
    ['1 x', 1],
    ['[1]]', [1]],
    ['{} {', {}],
    ['[1', [1]],
    ['[[{"a":1', [[{ a: 1 }]]],
    ['{"a":[1] /* end */', { a: [1] }],
    ['["a"', ['a']],
    // keys that every object has
    ['{"__proto__":1,"constructor":2,}', JSON.parse('{"__proto__":1,"constructor":2}')],
  ])('%j', (text, value) => {
    expect(readLeniently(text)).toEqual(value);
  });

  test.each(['', ' \r\n\t', '// nothing', '/* nothing */'])('%j is nothing', (text) => {
    expect(readLeniently(text)).toBeUndefined();
  });

  test('a key named __proto__ is a member', () => {
    const value = readLeniently("{'__proto__':{'polluted':1}}");
    expect(Object.keys(value as object)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });
});

describe('what the reader refuses', () => {
  test.each<[string, string]>([
    ['hello', "Unexpected character encountered while parsing value: h. Path '', line 0, position 0."],
    ['\nhello', "Unexpected character encountered while parsing value: h. Path '', line 0, position 0."],
    ['/**/\nhello', "Unexpected character encountered while parsing value: h. Path '', line 2, position 0."],
    [' }', "Unexpected character encountered while parsing value: }. Path '', line 1, position 1."],
    ['[\r\n\r 😀]', "Unexpected character encountered while parsing value: 😀. Path '', line 3, position 1."],
    [
      '\uFEFF{}',
      String.raw`Unexpected character encountered while parsing value: ${'\uFEFF'}. Path '', line 0, position 0.`,
    ],
    [
      '[1,[2,{"a":[0,?',
      "Unexpected character encountered while parsing value: ?. Path '[1][1].a[0]', line 1, position 14.",
    ],
    ['[ne', "Unexpected character encountered while parsing value: n. Path '', line 1, position 1."],
    // the end
    ['{', "Unexpected end when reading token. Path ''."],
    ['[1,', "Unexpected end when reading token. Path ''."],
    ['{"a":{"b":[1,', "Unexpected end when reading token. Path 'a.b'."],
    ['{"a":{"b":', "Unexpected end when reading token. Path 'a'."],
    ['[n', "Unexpected end when reading JSON. Path '', line 1, position 2."],
    ['fals', "Unexpected end when reading JSON. Path '', line 1, position 4."],
    // words
    ['[1,trux]', "Error parsing boolean value. Path '[0]', line 1, position 6."],
    ['[truex]', "Error parsing boolean value. Path '', line 1, position 5."],
    ['[true)]', "Error parsing boolean value. Path '', line 1, position 5."],
    ['{"a":nulx}', "Error parsing null value. Path 'a', line 1, position 8."],
    ['[undefine1]', "Error parsing undefined value. Path '', line 1, position 9."],
    ['[NaX]', "Error parsing NaN value. Path '', line 1, position 3."],
    ['[-Infinitx]', "Error parsing -Infinity value. Path '', line 1, position 9."],
    // brackets
    [']', "JsonToken EndArray is not valid for closing JsonType None. Path '', line 1, position 1."],
    ['[1}', "JsonToken EndObject is not valid for closing JsonType Array. Path '', line 1, position 3."],
    ['{"a":[{"b":1]', "JsonToken EndArray is not valid for closing JsonType Object. Path 'a[0]', line 1, position 13."],
    ['{"a":]', "JsonToken EndArray is not valid for closing JsonType Object. Path '', line 1, position 6."],
    ['[1)', "JsonToken EndConstructor is not valid for closing JsonType Array. Path '', line 1, position 3."],
    ['[1 2]', "After parsing a value an unexpected character was encountered: 2. Path '[0]', line 1, position 3."],
    [
      '{"a":"x" "b"',
      "After parsing a value an unexpected character was encountered: \". Path 'a', line 1, position 9.",
    ],
    // names
    ['{"a":1,,', "Invalid property identifier character: ,. Path 'a', line 1, position 7."],
    ['{-', "Invalid property identifier character: -. Path '', line 1, position 1."],
    ['{a-b:1}', "Invalid JavaScript property identifier character: -. Path '', line 1, position 2."],
    ['{abc', "Unexpected end while parsing unquoted property name. Path '', line 1, position 4."],
    ['{"a" 1}', "Invalid character after parsing property name. Expected ':' but got: 1. Path '', line 1, position 5."],
    [
      '{"a"/**/:1}',
      "Invalid character after parsing property name. Expected ':' but got: /. Path '', line 1, position 4.",
    ],
    // strings
    ["['a", "Unterminated string. Expected delimiter: '. Path '', line 1, position 3."],
    ['["a\n\\', "Unterminated string. Expected delimiter: \". Path '', line 2, position 1."],
    ['["a","b\\x"]', String.raw`Bad JSON escape sequence: \x. Path '[0]', line 1, position 9.`],
    ['["\\u12x4"]', String.raw`Invalid Unicode escape sequence: \u12x4. Path '', line 1, position 4.`],
    ['"\\u1234', "Unexpected end while parsing Unicode escape sequence. Path '', line 1, position 3."],
    // comments
    ['[1 /', "Unexpected end while parsing comment. Path '[0]', line 1, position 4."],
    ['/x', "Error parsing comment. Expected: *, got x. Path '', line 1, position 1."],
    ['/*\n*', "Unexpected end while parsing comment. Path '', line 2, position 1."],
    // numbers
    ['[-]', "Input string '-' is not a valid number. Path '[0]', line 1, position 2."],
    ['[1,1e]', "Input string '1e' is not a valid number. Path '[1]', line 1, position 5."],
    ['[09]', "Input string '09' is not a valid number. Path '[0]', line 1, position 3."],
    ['[0x]', "Input string '0x' is not a valid number. Path '[0]', line 1, position 3."],
    [
      '[0x10000000000000000]',
      "Input string '0x10000000000000000' is not a valid number. Path '[0]', line 1, position 20.",
    ],
    ['[.]', "Input string '.' is not a valid number. Path '[0]', line 1, position 2."],
    ['[1g]', "Unexpected character encountered while parsing number: g. Path '', line 1, position 2."],
    ['[½]', "Unexpected character encountered while parsing number: ½. Path '', line 1, position 1."],
    // paths
    [
      String.raw`{"a b":{"it's":[{"x.y":{"\n\\":tru}]`,
      String.raw`Error parsing boolean value. Path '['a b']['it\'s'][0]['x.y']['\n\\']', line 1, position 34.`,
    ],
  ])('%j', (text, message) => {
    expect(() => readLeniently(text)).toThrow(new Error(message));
  });

  test('an integer of more than 380 digits', () => {
    expect(readLeniently('1'.repeat(380))).toBe(BigInt('1'.repeat(380)));
    expect(() => readLeniently('1'.repeat(381))).toThrow(
      /^JSON integer 1{59}… is too large to parse\. Path '', line 1, position 381\.$/,
    );
  });

  test('nesting', () => {
    expect(readLeniently('['.repeat(199) + '1')).toBeDefined();
    const path = `${'[0]'.repeat(99)}[0…`; // cut
    const message = `The reader's MaxDepth of 200 has been exceeded. Path '${path}', line 1, position 201.`;
    expect(() => readLeniently('['.repeat(100_000))).toThrow(new Error(message));
  });
});

test('plain JSON is read as JSON.parse reads it', () => {
  const value = { a: [1, -2.5, 1e21, 'x\u2028"\\'], b: { '': null, 'c d': [[], {}], e: [true, false] } };
  for (const indent of [0, 2, '\t']) {
    const text = JSON.stringify(value, undefined, indent);
    expect(readLeniently(text)).toEqual(value);
  }
});
