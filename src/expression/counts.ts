import { own } from '../core/json.js';
import { ofFunction, usage } from './failure.js';
import { arity, type ExpressionFunction } from './function.js';

/** How the service ends its sentence. */
const ends = {
  several: "The function was invoked with '{count}' parameter(s).",
  plural: "The function was invoked with '{count}' parameters.",
  none: 'The function was invoked with no parameters.',
} as const;

const twoNumbers = (first: string, second: string) =>
  `two numeric parameters: the ${first} as the first parameter and the ${second} as the second parameter`;
const matching = 'two parameter of matching types';
const check = 'two parameters: the string as the first parameter, the value to check as the second parameter';
const collections = 'either a comma separated list of arrays or a comma separated list of objects as its parameters';
const numbers = 'either an array of numbers or a comma separated list of numbers as its parameters';
const formField =
  'two parameters: the name of the action as the first parameter, the name of the form field as the second parameter';
const stamp = 'a single parameter that is a timestamp';
const startOf = 'a timestamp as the first parameter and an optional format string as the second parameter';
const optionalFormat = 'can be invoked with no parameters or with an optional format parameter';
const added = (unit: string) =>
  `a timestamp as the first parameter, the number of ${unit} to add as the second parameter, and an optional format string as the third parameter`;
const interval =
  'a timestamp as the first parameter, an interval as the second parameter, a time unit as the third parameter, and an optional format string as the fourth parameter';
const fromNow =
  'an interval as the first parameter, a time unit as the second parameter, and an optional format string as the third parameter';
const zone = (which: string) =>
  `a timestamp as the first parameter, a ${which} time zone as the second parameter, and an optional format string as the third parameter`;
const property = (verb: string) =>
  `three parameters: the object as the first parameter, the name of the property to ${verb} as the second parameter, and the value as the third parameter`;

type Said = readonly [expects: string, end: keyof typeof ends, anchor?: string];

/**
 * What a function expects, in the service's words, by its name in lower case; the anchor of the link that follows, where there is one.
 * Measured against the Power Automate cloud by github:tomdam/flowforger, misspellings and all.
 */
const said: Readonly<Record<string, Said>> = {
  formdatavalue: [formField, 'several'],
  formdatamultivalues: [formField, 'several'],
  multipartbody: [
    'two parameters: the name of the action as the first parameter, the index of the multipart content as the second parameter',
    'several',
  ],
  equals: ['two parameters: the values to test for deep equality', 'several', 'equals'],
  greater: [matching, 'several'],
  less: [matching, 'several'],
  greaterorequals: [matching, 'several'],
  lessorequals: [matching, 'several'],
  and: ['at least one boolean parameter', 'plural', 'and'],
  or: ['at least one boolean parameter', 'plural', 'or'],
  not: ['one parameter: the boolean value to negate', 'plural', 'not'],
  if: [
    'three parameter: the condition to test as the first parameter, the value to return if the condition is true as the second parameter, and the value to return if the condition is false as the third parameter',
    'several',
    'if',
  ],
  coalesce: ['at least one parameter: the value to coalesce', 'several', 'coalesce'],
  contains: [
    'two parameters : the collection of items to search within and the object to find within the collection',
    'several',
    'contains',
  ],
  startswith: [check, 'several', 'startswith'],
  endswith: [check, 'several', 'endswith'],
  empty: ['one parameter: the object, array or string to test for emptiness', 'several', 'empty'],
  bool: ['one parameter: the value that is to be converted to a boolean', 'plural', 'bool'],
  isfloat: [
    'a string to parse as the first parameter, and an optional RFC4646 culture-identifier string as the second parameter',
    'several',
    'isFloat',
  ],
  isint: ['one parameter, a string which may contain an integer', 'several', 'isInt'],
  concat: ['a comma separated list of string and integer parameters', 'none', 'concat'],
  substring: [
    "two parameters: the 'string' to take a section from as the first parameter, the 'start index' as the second parameter",
    'several',
    'substring',
  ],
  replace: [
    'three string parameters: the string to replace characters inside of as the first parameter, the string that will be replaced by the new string as the second parameter, and the new string as the third parameter',
    'several',
    'replace',
  ],
  tolower: ['one parameter: the string to convert to lower casing', 'plural', 'toLower'],
  toupper: ['one parameter: the string to convert to upper casing', 'plural', 'toUpper'],
  split: [
    'two parameters: the string to split as the first parameter, the separator as the second parameter',
    'several',
    'split',
  ],
  join: [
    'two parameters: the array of elements to join as the first parameter, and the element separator as the second parameter',
    'several',
    'join',
  ],
  indexof: [
    'two parameters: the string as the first parameter, the value to find the index of as the second parameter',
    'several',
    'indexof',
  ],
  lastindexof: [
    'two parameters: the string as the first parameter, the value to find the last index of as the second parameter',
    'several',
    'lastindexof',
  ],
  nthindexof: [
    'three parameters: the string as the first parameter, the value to find the index of as the second parameter and a number parameter to specify which occurrence of the text to find as the third parameter',
    'several',
    'nthindexof',
  ],
  guid: [optionalFormat, 'several', 'guid'],
  string: ['one parameter: the value that is to be converted to a string', 'plural', 'string'],
  length: ['one parameter: an array or a string the length of which is returned', 'plural', 'length'],
  slice: [
    'two parameters, with an optional third parameter. It expects the source string as the first parameter, the start index as a second parameter, and an optional third parameter specifying the end index of the substring',
    'several',
    'slice',
  ],
  chunk: [
    'two parameters: the string to chunk as the first parameter, the chunk length as the second parameter',
    'several',
    'chunk',
  ],
  formatnumber: [
    "two parameters, with an optional third parameter. It expects the number to be formatted at the first parameter, a numeric format string as the second parameter, and an optional locale string, which defaults to 'en-us', as the third parameter",
    'several',
    'FormatNumber',
  ],
  json: ['one parameter: the string or XML to be parsed', 'several', 'json'],
  createarray: ['a comma separated list of parameters', 'none', 'createArray'],
  array: ['one parameter: the value that is to be converted to an array', 'plural', 'array'],
  first: ['one parameter: the array or string of which the first element will be returned', 'several', 'first'],
  last: ['one parameter: the array or string of which the last element will be returned', 'several', 'last'],
  skip: [
    'two parameters: the collection to skip the objects from as the first parameter and the count of objects to skip as the second parameter',
    'several',
    'skip',
  ],
  take: [
    'two parameters: the collection to take the objects from as the first parameter and the count of objects to take as the second parameter',
    'several',
    'take',
  ],
  union: [collections, 'several', 'union'],
  intersection: [collections, 'several', 'intersection'],
  range: [
    'two integer parameters: an inclusive start index of the range as the first parameter and a count of integers to return as the second parameter',
    'several',
    'range',
  ],
  sort: ['an array as the first parameter and an optional object key as the second parameter', 'several', 'sort'],
  reverse: ['an array as the first parameter', 'several', 'reverse'],
  addproperty: [property('add'), 'several'],
  setproperty: [property('set'), 'several'],
  removeproperty: [
    'two parameters: the object as the first parameter and the name of the property to remove as the second parameter',
    'several',
  ],
  add: [twoNumbers('first summand', 'seccond summand'), 'several', 'add'],
  sub: [twoNumbers('minuend', 'subtrahend'), 'several', 'sub'],
  mul: [twoNumbers('first multiplicand', 'second multiplicand'), 'several', 'mul'],
  div: [twoNumbers('dividend', 'divisor'), 'several', 'div'],
  mod: [twoNumbers('dividend', 'divisor'), 'several', 'div'],
  min: [numbers, 'none', 'min'],
  max: [numbers, 'none', 'max'],
  rand: [
    'two integer parameters: an inclusive minimum of the range as the first parameter and an inclusive maximum of the range as the second parameter',
    'several',
    'rand',
  ],
  int: ['one parameter: the value that is to be converted to an integer', 'plural', 'int'],
  float: ['one parameter: the value that is to be converted to a floating point number', 'plural', 'float'],
  decimal: ['one parameter: the value that is to be converted to a decimal number', 'plural', 'decimal'],
  utcnow: [optionalFormat, 'several', 'utcnow'],
  parsedatetime: [
    'a timestamp as the first parameter, an optional locale string as the second parameter, and an optional format string as the third parameter',
    'several',
    'parsedatetime',
  ],
  formatdatetime: [
    'a timestamp as the first parameter, an optional format string as the second parameter and an optional locale as the third parameter',
    'several',
    'formatdatetime',
  ],
  adddays: [added('days'), 'several', 'adddays'],
  addhours: [added('hours'), 'several', 'addhours'],
  addminutes: [added('minutes'), 'several', 'addminutes'],
  addseconds: [added('seconds'), 'several', 'addseconds'],
  addtotime: [interval, 'several', 'AddToTime'],
  subtractfromtime: [interval, 'several', 'SubtractFromTime'],
  getfuturetime: [fromNow, 'several', 'GetFutureTime'],
  getpasttime: [fromNow, 'several', 'GetPastTime'],
  ticks: [stamp, 'several', 'ticks'],
  dayofmonth: [stamp, 'several', 'dayofmonth'],
  dayofweek: [stamp, 'several', 'dayofweek'],
  dayofyear: [stamp, 'several', 'dayofyear'],
  startofday: [startOf, 'several', 'startofday'],
  startofhour: [startOf, 'several', 'startofhour'],
  startofmonth: [startOf, 'several', 'startofmonth'],
  datedifference: ['a timestamp as the first parameter and timestamp as the second parameter', 'several'],
  convertfromutc: [zone('target'), 'several', 'ConvertFromUtc'],
  converttoutc: [zone('source'), 'several', 'ConvertToUtc'],
  converttimezone: [
    'a timestamp as the first parameter, a source time zone as the second parameter, a target time zone as the third parameter, and an optional format string as the fourth parameter',
    'several',
    'ConvertTimeZone',
  ],
  base64: ['one parameter: the string to encode into base64 representation', 'plural', 'base64'],
  base64tostring: ['one parameter: the base64 string to decode', 'plural', 'base64ToString'],
  decodebase64: ['one parameter: the string to decode from base64 representation', 'plural', 'decodeBase64'],
  base64tobinary: ['one parameter: the string to decode from base64 representation', 'plural', 'base64ToBinary'],
  binary: ['one parameter: the value that is to be converted to binary', 'plural', 'binary'],
  datauri: ['one parameter: the value to be converted to a data URI', 'plural', 'dataUri'],
  datauritostring: ['one parameter: the data URI that is to be converted to string', 'plural', 'dataUriToString'],
  datauritobinary: ['one parameter: the data URI that is to be converted to binary', 'plural', 'dataUriToBinary'],
  decodedatauri: ['one parameter: the data URI', 'plural', 'decodeDataUri'],
  uricomponent: ['at least one parameter: the value to convert to URI component', 'plural', 'uriComponent'],
  uricomponenttostring: ['one parameter: the URI component to convert to binary', 'plural', 'uriComponentToString'],
  encodeuricomponent: ['at least one parameter: the string to URL encode', 'plural', 'encodeUriComponent'],
  decodeuricomponent: ['one parameter: the string to decode', 'plural', 'decodeUriComponent'],
  uricomponenttobinary: ['one parameter: the URI component to convert to binary', 'plural', 'uriComponentToBinary'],
  xml: ['one parameter: the string or object to be converted', 'several', 'xml'],
  xpath: ['two parameters: an XML object and an XPath expression', 'several', 'xpath'],
};

/** Where the service says that more stands of a function; empty where it says nothing. */
export function usageOf(name: string): string {
  const [, , anchor] = own(said, name.toLowerCase()) ?? [];
  return anchor === undefined ? '' : usage(anchor);
}

/** What the service says of a call with `count` arguments; undefined where the function takes as many. */
export function wrongCount(of: ExpressionFunction, name: string, count: number): string | undefined {
  const { least, most } = arity(of);
  if (count >= least && count <= most) return undefined;
  const known = own(said, of.name.toLowerCase());
  if (known === undefined) {
    return `${ofFunction(name)} ${most === 0 ? 'must not have any parameters' : 'must have only one parameter'}.`;
  }
  const [expects, end] = known;
  const verb = expects === optionalFormat ? '' : 'expects ';
  const invoked = ends[end].replace('{count}', String(count));
  return `${ofFunction(name)} ${verb}${expects}. ${invoked}${usageOf(of.name)}`;
}
