import { parsePlain } from '../../core/json-plain.js';
import { readJson } from '../../core/json-read.js';
import { asFloat, integerValue, localeAt, numberOf } from '../arguments.js';
import { Failure, notValid, ofFunction, shown, usage } from '../failure.js';
import type { Call, ExpressionFunction } from '../function.js';
import { parseDecimal } from '../numbers/decimal.js';
import { parseFloatText } from '../numbers/parse-number.js';
import { binaryContent, numberText, textOf } from '../text.js';
import { float, isDecimal, isRecord, isXml, xml, type Value } from '../value.js';
import { xmlFromJson } from '../xml/from-json.js';
import { parseXml } from '../xml/parse.js';
import { jsonFromXml } from '../xml/to-json.js';
import { wrongType } from '../wrong-type.js';

function toBoolean({ name, values: [value = null] }: Call): boolean {
  if (typeof value === 'boolean') return value;
  const number = numberOf(value);
  if (number) return asFloat(number) !== 0;
  const text = typeof value === 'string' && value.length < 100 ? value.trim().toLowerCase() : '';
  if (text === 'true' || text === 'false') return text === 'true';
  throw notValid(name);
}

function toInteger({ name, values: [value = null] }: Call): Value {
  if (typeof value === 'boolean') return Number(value);
  const number = numberOf(value);
  if (number?.type === 'integer') return value;
  const text = number ? (numberText(value) ?? '').replace(/\.0+$/, '') : value;
  if (typeof text !== 'string' || !/^\s*[+-]?\d{1,30}\s*$/.test(text)) throw notValid(name);
  const found = BigInt(text.trim().replace(/^\+/, ''));
  if (BigInt.asIntN(64, found) !== found) throw notValid(name);
  return integerValue(found);
}

function toFloat(call: Call): Value {
  const [value = null] = call.values;
  const number = numberOf(value);
  const found = number
    ? asFloat(number)
    : typeof value === 'string'
      ? parseFloatText(value, localeAt(call, 1))
      : undefined;
  if (found === undefined) throw notValid(call.name);
  return float(found);
}

function toDecimal({ name, values: [value = null] }: Call): Value {
  if (isDecimal(value)) return value;
  const text = typeof value === 'string' ? value : numberText(value);
  const found = text === undefined ? undefined : parseDecimal(text);
  if (!found) throw notValid(name);
  return found;
}

/** The text of a value that holds one: a text, or binary content. */
function heldText(value: Value, spend: (units: number) => void): string | undefined {
  if (typeof value === 'string') return value;
  return isRecord(value) && binaryContent(value) ? textOf(value, spend) : undefined;
}

function toJson({ name, values: [value = null], scope }: Call): Value {
  if (isXml(value)) return jsonFromXml(value.node, scope.spend);
  const text = heldText(value, scope.spend);
  if (text === undefined) {
    if (value === null) throw wrongType(name, 'its parameter to be a string or an XML', value);
    return value;
  }
  const plain = parsePlain(text);
  if (plain !== undefined) return plain;
  const { value: read, findings } = readJson('', text);
  const error = findings.find(({ severity }) => severity === 'error');
  if (read !== undefined && !error) return read;
  const why = jsonProblem(text, error?.message);
  throw new Failure(
    `${ofFunction(name)} parameter is not valid. The provided value '${shown(text)}' cannot be parsed: '${why}'.${usage('json')}`,
  );
}

/** What the service's parser says where nothing in the text is JSON; for others our own words. */
function jsonProblem(text: string, message = 'It is not valid JSON.'): string {
  const first = text.charAt(0);
  if (first === '' || /[\s[{"'\-\dtfnNIu/]/.test(first)) return message;
  return `Unexpected character encountered while parsing value: ${first}. Path '', line 0, position 0.`;
}

function toXml({ name, values: [value = null], scope }: Call): Value {
  if (isXml(value)) return value;
  const text = heldText(value, scope.spend);
  const made = text === undefined ? xmlFromJson(value, scope.spend) : parseXml(text, scope.spend);
  if (!('problem' in made)) return xml(made);
  const why = `The provided value cannot be converted to XML: '${made.problem}'`;
  throw new Failure(`${ofFunction(name)} parameter is not valid. ${why}.${usage('xml')}`);
}

const notConverted =
  'was invoked with a parameter that is not valid. The value cannot be converted to the target type.';

/** Functions from one type to another. */
export const conversionFunctions: readonly ExpressionFunction[] = [
  {
    name: 'array',
    signature: '(value: any): array',
    summary: 'Gives an array with one item.',
    examples: [["array('hello')", ['hello']]],
    evaluate: ({ values: [value = null] }) => [value],
  },
  {
    name: 'bool',
    signature: '(value: any): boolean',
    summary: 'Gives a boolean: of a number whether it is not 0, of a text what it says.',
    examples: [
      ['bool(-1)', true],
      ["bool('False')", false],
      ["bool('yes')", undefined, `The template language function 'bool' ${notConverted}`],
    ],
    evaluate: toBoolean,
  },
  {
    name: 'createArray',
    signature: '(...object: any): array',
    summary: 'Gives an array of its arguments.',
    examples: [["createArray('a', 1, true)", ['a', 1, true]]],
    evaluate: ({ values }) => values,
  },
  {
    name: 'decimal',
    signature: '(value: string): decimal',
    summary: 'Gives a decimal number with up to 28 digits, which stay as long as it is not made JSON.',
    examples: [["string(add(decimal('1.2345678912312131'), 1))", '2.2345678912312131']],
    evaluate: toDecimal,
  },
  {
    name: 'float',
    signature: '(value: string, locale?: string): float',
    summary: 'Gives a float; separators between thousands are read over.',
    examples: [
      ["float('10,000.5')", 10000.5],
      ["float('10.000,333', 'de-DE')", 10000.333],
      ["float('x')", undefined, `The template language function 'float' ${notConverted}`],
    ],
    evaluate: toFloat,
  },
  {
    name: 'int',
    signature: '(value: string): integer',
    summary: 'Gives a whole number of 64 bits; a fraction is an error.',
    examples: [
      ["int('42')", 42],
      ["int('4.2')", undefined, `The template language function 'int' ${notConverted}`],
    ],
    evaluate: toInteger,
  },
  {
    name: 'json',
    signature: '(value: string|xml): any',
    summary: 'Gives what a text says in JSON, or what XML says: an attribute as @name, equal elements as an array.',
    examples: [
      ['json(\'[1, "a"]\')', [1, 'a']],
      ['json(xml(\'<a id="1"><b>x</b><b>y</b></a>\'))', { a: { '@id': '1', b: ['x', 'y'] } }],
      [
        "json('hi')",
        undefined,
        "The template language function 'json' parameter is not valid. The provided value 'hi' cannot be parsed: 'Unexpected character encountered while parsing value: h. Path '', line 0, position 0.'. Please see https://aka.ms/logicexpressions#json for usage details.",
      ],
    ],
    evaluate: toJson,
  },
  {
    name: 'string',
    signature: '(value: any): string',
    summary:
      'Gives a value as text: null is empty, a boolean True or False, an object or array its JSON, binary content its text.',
    examples: [
      ['string(10)', '10'],
      ['string(null)', ''],
      ['string(createArray(1, null))', '[1,null]'],
    ],
    evaluate: ({ values: [value = null], scope }) => textOf(value, scope.spend),
  },
  {
    name: 'xml',
    signature: '(value: string|object): xml',
    summary: 'Gives XML, of its text or of an object with one member, the root element.',
    examples: [
      ['xml(json(\'{"a":{"@id":"1","b":["x","y"]}}\'))', '<a id="1"><b>x</b><b>y</b></a>'],
      [
        "xml('no')",
        undefined,
        "The template language function 'xml' parameter is not valid. The provided value cannot be converted to XML: 'Data at the root level is invalid. Line 1, position 1.'. Please see https://aka.ms/logicexpressions#xml for usage details.",
      ],
    ],
    evaluate: toXml,
  },
];
