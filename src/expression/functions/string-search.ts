import { smallIntegerAt, textAt } from '../arguments.js';
import { folded } from '../equal.js';
import type { Call, ExpressionFunction } from '../function.js';
import { ITEM_WORK } from '../limits.js';
import { isList } from '../value.js';
import { wrongType } from '../wrong-type.js';

/** Two texts in which case does not count. */
function both(call: Call): [text: string, wanted: string] {
  return [folded(textAt(call, 0)), folded(textAt(call, 1))];
}

function lastIndexOf(call: Call): number {
  const [text, wanted] = both(call);
  // As .NET Framework answers, which Microsoft's reference documents.
  if (wanted === '') return Math.max(0, text.length - 1);
  return text.lastIndexOf(wanted);
}

function nthIndexOf(call: Call): number {
  const [text, wanted] = both(call);
  const nth = smallIntegerAt(call, 2);
  if (nth === 0 || wanted === '') return -1;
  call.scope.spend(ITEM_WORK * text.length);
  const places: number[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) places.push(at);
  return places.at(nth > 0 ? nth - 1 : nth) ?? -1;
}

function length(call: Call): number {
  const [collection = null] = call.values;
  if (typeof collection === 'string' || isList(collection)) return collection.length;
  throw wrongType(call.name, 'its parameter to be an array or a string', collection);
}

/** Functions that look into texts. */
export const searchFunctions: readonly ExpressionFunction[] = [
  {
    name: 'endsWith',
    signature: '(text: string, searchText: string): boolean',
    summary: 'Tells whether a text ends with another; case does not count.',
    examples: [["endsWith('hello world', 'WORLD')", true]],
    evaluate: (call) => {
      const [text, wanted] = both(call);
      return text.endsWith(wanted);
    },
  },
  {
    name: 'indexOf',
    signature: '(text: string, searchText: string): integer',
    summary: 'Gives where a text stands in another for the first time, counted from 0, or -1; case does not count.',
    examples: [
      ["indexOf('hello world', 'WORLD')", 6],
      ["indexOf('hello', 'x')", -1],
    ],
    evaluate: (call) => {
      const [text, wanted] = both(call);
      return text.indexOf(wanted);
    },
  },
  {
    name: 'lastIndexOf',
    signature: '(text: string, searchText: string): integer',
    summary: 'Gives where a text stands in another for the last time, counted from 0, or -1; case does not count.',
    examples: [
      ["lastIndexOf('hello world hello world', 'World')", 18],
      ["lastIndexOf('abc', '')", 2],
    ],
    evaluate: lastIndexOf,
  },
  {
    name: 'length',
    signature: '(collection: string|array): integer',
    summary: 'Counts the characters of a text (in UTF-16 code units) or the items of an array.',
    examples: [
      ["length('abcd')", 4],
      ['length(createArray(0, 1))', 2],
      [
        'length(null)',
        undefined,
        "The template language function 'length' expects its parameter to be an array or a string. The provided value is of type 'Null'. Please see https://aka.ms/logicexpressions#length for usage details.",
      ],
    ],
    evaluate: length,
  },
  {
    name: 'nthIndexOf',
    signature: '(text: string, searchText: string, occurrence: integer): integer',
    summary:
      'Gives where a text stands in another for the nth time, or -1; a negative number counts from the end, and case does not count.',
    examples: [
      ["nthIndexOf('a-b-a-b-a', 'a', 2)", 4],
      ["nthIndexOf('a-b-a-b-a', 'a', -1)", 8],
      ["nthIndexOf('a-b-a-b-a', 'a', 4)", -1],
    ],
    evaluate: nthIndexOf,
  },
  {
    name: 'startsWith',
    signature: '(text: string, searchText: string): boolean',
    summary: 'Tells whether a text starts with another; case does not count.',
    examples: [
      ["startsWith('Hello world', 'hello')", true],
      [
        "startsWith(null, 'a')",
        undefined,
        "The template language function 'startsWith' expects its first parameter to be of type string. The provided value is of type 'Null'. Please see https://aka.ms/logicexpressions#startswith for usage details.",
      ],
    ],
    evaluate: (call) => {
      const [text, wanted] = both(call);
      return text.startsWith(wanted);
    },
  },
];
