import { outOfRange, smallIntegerAt, textAt } from '../arguments.js';
import { Failure, notValid, ofFunction, usage } from '../failure.js';
import type { Call, ExpressionFunction } from '../function.js';
import { ITEM_WORK, MAX_WORK } from '../limits.js';
import { textOf } from '../text.js';
import { isList, type Value } from '../value.js';
import { wrongType } from '../wrong-type.js';

/** Each character by itself, as the invariant culture of .NET does it: a letter that would become two stays. */
function cased(text: string, change: (text: string) => string): string {
  const changed = change(text);
  if (changed.length === text.length) return changed;
  return Array.from(text, (one) => (change(one).length === one.length ? change(one) : one)).join('');
}

function substring(call: Call): string {
  const text = textAt(call, 0);
  const start = smallIntegerAt(call, 1);
  if (start < 0 || start >= text.length) {
    const why = "'start index' must be non-negative integer and should be less than the length of the string";
    throw new Failure(`${ofFunction(call.name)} parameter is out of range: ${why}.${usage('substring')}`);
  }
  if (call.values.length < 3) return text.slice(start);
  const length = smallIntegerAt(call, 2);
  if (length >= 0 && start + length <= text.length) return text.slice(start, start + length);
  throw outOfRange(
    call.name,
    "'start index' and 'length' must be non-negative integers and their sum must be no larger than the length of the string",
  );
}

function replaced(call: Call): string {
  const [text, old, fresh] = [textAt(call, 0), textAt(call, 1), textAt(call, 2)];
  if (old === '') throw notValid(call.name, "String cannot be of zero length. (Parameter 'oldValue')");
  let count = 0;
  for (let at = text.indexOf(old); at >= 0; at = text.indexOf(old, at + old.length)) count += 1;
  call.scope.spend(text.length + count * Math.max(0, fresh.length - old.length));
  return count === 0 ? text : text.split(old).join(fresh);
}

function chunk(call: Call): Value {
  const [collection = null] = call.values;
  const size = smallIntegerAt(call, 1);
  if (typeof collection !== 'string' && !isList(collection)) {
    throw wrongType(call.name, 'its first parameter to be an array or a string', collection);
  }
  if (size < 1) {
    const why = 'expects chunk size to be a positive integer. The provided value is less than 1';
    throw new Failure(`${ofFunction(call.name)} ${why}.${usage('chunk')}`);
  }
  call.scope.spend(2 * ITEM_WORK * Math.ceil(collection.length / size));
  const starts = Array.from({ length: Math.ceil(collection.length / size) }, (_, index) => index * size);
  return starts.map((start) => collection.slice(start, start + size));
}

function joined(call: Call): string {
  const [list = null] = call.values;
  if (!isList(list)) throw wrongType(call.name, 'its first parameter to be an array', list);
  const delimiter = textAt(call, 1);
  call.scope.spend(list.length * (delimiter.length + ITEM_WORK));
  return list.map((item) => textOf(item, call.scope.spend)).join(delimiter);
}

/** Functions that make texts of texts. `join` stands with the collections in Microsoft's reference. */
export const stringFunctions: readonly ExpressionFunction[] = [
  {
    name: 'chunk',
    signature: '(collection: string|array, length: integer): array',
    summary: 'Cuts a text or an array into parts of the same length; the last may be shorter.',
    examples: [
      ["chunk('abcdefgh', 3)", ['abc', 'def', 'gh']],
      ['chunk(createArray(1, 2, 3), 2)', [[1, 2], [3]]],
      [
        "chunk('abc', 0)",
        undefined,
        "The template language function 'chunk' expects chunk size to be a positive integer. The provided value is less than 1. Please see https://aka.ms/logicexpressions#chunk for usage details.",
      ],
    ],
    evaluate: chunk,
  },
  {
    name: 'concat',
    signature: '(...text: any): string',
    summary: 'Joins texts to one; null is empty, a boolean True or False, an object or array its JSON.',
    examples: [
      ["concat('Incident ', 7, ': ', true, null)", 'Incident 7: True'],
      ["concat('a', createArray(1, 'b'))", 'a[1,"b"]'],
    ],
    evaluate: ({ values, scope }) => values.map((value) => textOf(value, scope.spend)).join(''),
  },
  {
    name: 'join',
    signature: '(collection: array, delimiter: string): string',
    summary: 'Joins the items of an array to one text, with a delimiter between them.',
    examples: [
      ["join(createArray('a', 1, null), ', ')", 'a, 1, '],
      [
        "join(null, ',')",
        undefined,
        "The template language function 'join' expects its first parameter to be an array. The provided value is of type 'Null'. Please see https://aka.ms/logicexpressions#join for usage details.",
      ],
    ],
    evaluate: joined,
  },
  {
    name: 'replace',
    signature: '(text: string, oldText: string, newText: string): string',
    summary: 'Replaces each occurrence of a text; case counts.',
    examples: [
      ["replace('the old string, the OLD one', 'old', 'new')", 'the new string, the OLD one'],
      [
        "replace(null, 'a', 'b')",
        undefined,
        "The template language function 'replace' expects its first parameter to be of type string. The provided value is of type 'Null'. Please see https://aka.ms/logicexpressions#replace for usage details.",
      ],
    ],
    evaluate: replaced,
  },
  {
    name: 'slice',
    signature: '(text: string, startIndex: integer, endIndex?: integer): string',
    summary:
      'Gives a part of a text, the end excluded; a negative index counts from the end. What lies outside is left out, never an error.',
    examples: [
      ["slice('Hello World', 3, -1)", 'lo Worl'],
      ["slice('Hello World', 30)", ''],
    ],
    evaluate: (call) =>
      textAt(call, 0).slice(smallIntegerAt(call, 1), call.values.length < 3 ? undefined : smallIntegerAt(call, 2)),
  },
  {
    name: 'split',
    signature: '(text: string, delimiter: string): array',
    summary: 'Cuts a text wherever the delimiter stands.',
    examples: [
      ["split('a;b;c', ';')", ['a', 'b', 'c']],
      ["split('abc', '')", ['abc']],
      [
        "split(null, ';')",
        undefined,
        "The template language function 'split' expects its first parameter to be of type string. The provided value is of type 'Null'. Please see https://aka.ms/logicexpressions#split for usage details.",
      ],
    ],
    evaluate: (call) => {
      const [text, delimiter] = [textAt(call, 0), textAt(call, 1)];
      if (delimiter === '') return [text];
      const parts = text.split(delimiter, MAX_WORK / ITEM_WORK);
      call.scope.spend(2 * ITEM_WORK * parts.length);
      return parts;
    },
  },
  {
    name: 'substring',
    signature: '(text: string, startIndex: integer, length?: integer): string',
    summary: 'Gives a part of a text by its start and length; both must lie within the text.',
    examples: [
      ["substring('hello world', 6, 5)", 'world'],
      [
        "substring('hello', 5)",
        undefined,
        "The template language function 'substring' parameter is out of range: 'start index' must be non-negative integer and should be less than the length of the string. Please see https://aka.ms/logicexpressions#substring for usage details.",
      ],
      [
        "substring('hello', 4, 2)",
        undefined,
        "The template language function 'substring' parameters are out of range: 'start index' and 'length' must be non-negative integers and their sum must be no larger than the length of the string. Please see https://aka.ms/logicexpressions#substring for usage details.",
      ],
    ],
    evaluate: substring,
  },
  {
    name: 'toLower',
    signature: '(text: string): string',
    summary: 'Gives the text in lower case.',
    examples: [["toLower('Hello WORLD')", 'hello world']],
    evaluate: (call) => cased(textAt(call, 0), (text) => text.toLowerCase()),
  },
  {
    name: 'toUpper',
    signature: '(text: string): string',
    summary: 'Gives the text in upper case.',
    examples: [["toUpper('a1-ß')", 'A1-ß']],
    evaluate: (call) => cased(textAt(call, 0), (text) => text.toUpperCase()),
  },
  {
    name: 'trim',
    signature: '(text: string): string',
    summary: 'Removes white space at both ends.',
    examples: [["trim('  a b ')", 'a b']],
    evaluate: (call) => textAt(call, 0).trim(),
  },
];
