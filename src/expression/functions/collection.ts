import { outOfRange, smallIntegerAt } from '../arguments.js';
import { isEqual, keyOf } from '../equal.js';
import { Failure } from '../failure.js';
import type { Call, ExpressionFunction } from '../function.js';
import { textOf } from '../text.js';
import { isList, isRecord, typeName, type Value, type ValueArray } from '../value.js';
import { wrongType } from '../wrong-type.js';

function contains(call: Call): boolean {
  const {
    name,
    values: [collection = null, wanted = null],
    scope,
  } = call;
  if (typeof collection === 'string') return collection.includes(textOf(wanted, scope.spend));
  if (isList(collection)) {
    return collection.some((item) => isEqual(item, wanted, scope.spend));
  }
  if (isRecord(collection)) return keyOf(collection, textOf(wanted, scope.spend), scope.spend) !== undefined;
  const found = `The provided value is of type '${typeName(collection)}'`;
  const expected = "its first argument 'collection' to be a dictionary (object), an array or a string";
  throw new Failure(`The template language function '${name}' expects ${expected}. ${found}.`);
}

function empty({ name, values: [value = null] }: Call): boolean {
  if (value === null) return true;
  if (typeof value === 'string' || isList(value)) return value.length === 0;
  if (isRecord(value)) return Object.keys(value).length === 0;
  throw wrongType(name, 'its parameter to be an object, an array or a string', value);
}

/** The item at one end of an array or a text; null where there is none. */
function end({ name, values: [collection = null] }: Call, index: 0 | -1): Value {
  if (typeof collection === 'string' || isList(collection)) return collection.at(index) ?? null;
  throw wrongType(name, 'its parameter be an array or a string', collection);
}

/** The collection and the count of take() and skip(). */
function counted(call: Call): { readonly collection: string | ValueArray; readonly count: number } {
  const [collection = null, given = null] = call.values;
  if (typeof collection !== 'string' && !isList(collection)) {
    throw wrongType(call.name, "its first parameter 'collection' to be an array or a string", collection);
  }
  const count = smallIntegerAt(call, 1);
  if (count >= 0) return { collection, count };
  throw outOfRange(
    call.name,
    `'count' must be a positive integer. The provided value is '${textOf(given, call.scope.spend)}'`,
  );
}

function item({ name, scope }: Call): Value {
  const found = scope.find('item', '');
  if (found !== undefined) return found;
  throw new Failure(`The template function '${name}' is not expected at this location.`);
}

/** Functions on arrays, objects and texts as collections. */
export const collectionFunctions: readonly ExpressionFunction[] = [
  {
    name: 'contains',
    signature: '(collection: string|array|object, value: any): boolean',
    summary:
      'Tells whether a text holds another, an array an item, or an object a key. Case counts, but not that of keys.',
    examples: [
      ["contains('hello world', 'World')", false],
      ["contains(createArray('a', 'b'), 'b')", true],
      ["contains(json('{\"a\":1}'), 'A')", true],
      [
        "contains(null, 'x')",
        undefined,
        "The template language function 'contains' expects its first argument 'collection' to be a dictionary (object), an array or a string. The provided value is of type 'Null'.",
      ],
    ],
    evaluate: contains,
  },
  {
    name: 'empty',
    signature: '(collection: string|array|object): boolean',
    summary: 'Tells whether a text, an array or an object has nothing in it; null is empty.',
    examples: [
      ["empty('')", true],
      ['empty(createArray(1))', false],
      [
        'empty(0)',
        undefined,
        "The template language function 'empty' expects its parameter to be an object, an array or a string. The provided value is of type 'Integer'. Please see https://aka.ms/logicexpressions#empty for usage details.",
      ],
    ],
    evaluate: empty,
  },
  {
    name: 'first',
    signature: '(collection: string|array): any',
    summary: 'Gives the first item of an array or the first character of a text; null where there is none.',
    examples: [
      ["first('hello')", 'h'],
      ["first(json('[]'))", null],
      [
        'first(null)',
        undefined,
        "The template language function 'first' expects its parameter be an array or a string. The provided value is of type 'Null'. Please see https://aka.ms/logicexpressions#first for usage details.",
      ],
    ],
    evaluate: (call) => end(call, 0),
  },
  {
    name: 'item',
    signature: '(): any',
    summary: 'Gives the item that the loop, Select or Query around is at.',
    examples: [['item()', 'Execution']],
    evaluate: item,
  },
  {
    name: 'last',
    signature: '(collection: string|array): any',
    summary: 'Gives the last item of an array or the last character of a text; null where there is none.',
    examples: [['last(createArray(0, 1, 2))', 2]],
    evaluate: (call) => end(call, -1),
  },
  {
    name: 'skip',
    signature: '(collection: string|array, count: integer): string|array',
    summary: 'Leaves out items from the front.',
    examples: [['skip(createArray(0, 1, 2), 1)', [1, 2]]],
    evaluate: (call) => {
      const { collection, count } = counted(call);
      return collection.slice(count);
    },
  },
  {
    name: 'take',
    signature: '(collection: string|array, count: integer): string|array',
    summary: 'Gives items from the front.',
    examples: [
      ["take('abcde', 3)", 'abc'],
      ['take(createArray(0, 1, 2), 2)', [0, 1]],
      [
        "take('abc', -1)",
        undefined,
        "The template language function 'take' parameters are out of range: 'count' must be a positive integer. The provided value is '-1'. Please see https://aka.ms/logicexpressions#take for usage details.",
      ],
    ],
    evaluate: (call) => {
      const { collection, count } = counted(call);
      return collection.slice(0, count);
    },
  },
];
