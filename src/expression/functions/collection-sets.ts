import { own } from '../../core/json.js';
import { compareNumbers, listAt, numberOf, textAt } from '../arguments.js';
import { canonical, isEqual, keyOf } from '../equal.js';
import { Failure } from '../failure.js';
import type { Call, ExpressionFunction } from '../function.js';
import { ITEM_WORK } from '../limits.js';
import { isList, isRecord, typeName, type Value, type ValueArray, type ValueObject } from '../value.js';

/** All arguments, which must be arrays, or must be objects. */
function sameKind({
  name,
  values,
}: Call): { readonly lists: readonly ValueArray[] } | { readonly records: readonly ValueObject[] } {
  if (values.every(isList)) return { lists: values };
  if (values.every(isRecord)) return { records: values };
  const types = [...new Set(values.map(typeName))].join();
  throw new Failure(
    `Template language function '${name}' expects parameters of same type, but found '${types}' distinct types.`,
  );
}

/** The items that no equal one stands before. */
function distinct(items: Iterable<Value>, spend: (units: number) => void): Value[] {
  const seen = new Map<string, Value>();
  for (const item of items) {
    const key = canonical(item, spend);
    if (!seen.has(key)) seen.set(key, item);
  }
  return [...seen.values()];
}

function union(call: Call): Value {
  const { spend } = call.scope;
  const given = sameKind(call);
  if ('lists' in given) return distinct(given.lists.flat(), spend);
  const members = given.records.flatMap((record) => Object.entries(record));
  spend(2 * ITEM_WORK * members.length);
  return Object.fromEntries(members);
}

function intersection(call: Call): Value {
  const { spend } = call.scope;
  const given = sameKind(call);
  if ('lists' in given) {
    const [first = [], ...others] = given.lists;
    const sets = others.map((list) => new Set(list.map((item) => canonical(item, spend))));
    return distinct(first, spend).filter((item) => sets.every((set) => set.has(canonical(item, spend))));
  }
  const [first = {}, ...others] = given.records;
  const isCommon = ([key, value]: readonly [string, Value]) =>
    others.every((other) => Object.hasOwn(other, key) && isEqual(own(other, key) ?? null, value, spend));
  return Object.fromEntries(Object.entries(first).filter(isCommon));
}

/** Where a type stands among items of several types. */
function rank(value: Value): number {
  if (value === null) return 0;
  if (typeof value === 'boolean') return 1;
  if (numberOf(value)) return 2;
  return typeof value === 'string' ? 3 : 4;
}

function order(a: Value, b: Value): number {
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x && y) return compareNumbers(x, y);
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  return rank(a) - rank(b) || Number(a === true) - Number(b === true);
}

function sort(call: Call): Value {
  const list = listAt(call, 0);
  const { spend } = call.scope;
  spend(ITEM_WORK * list.length * Math.ceil(Math.log2(list.length + 1)));
  if (call.values.length === 1) return list.toSorted(order);
  const name = textAt(call, 1);
  const keyed = list.map((item) => {
    const key = isRecord(item) ? keyOf(item, name, spend) : undefined;
    return { item, by: isRecord(item) && key !== undefined ? (own(item, key) ?? null) : null };
  });
  return keyed.sort((a, b) => order(a.by, b.by)).map(({ item }) => item);
}

/** Functions that put arrays and objects together and in order. */
export const setFunctions: readonly ExpressionFunction[] = [
  {
    name: 'intersection',
    signature: '(collection1: array|object, collection2: array|object, ...more?: array|object): array|object',
    summary: 'Gives the items that all arrays hold, each once, or the members that all objects have with equal values.',
    examples: [
      ['intersection(createArray(1, 2, 3), createArray(3, 2, 5))', [2, 3]],
      ['intersection(json(\'{"a":1,"b":2}\'), json(\'{"a":1,"b":3}\'))', { a: 1 }],
    ],
    evaluate: intersection,
  },
  {
    name: 'reverse',
    signature: '(collection: array): array',
    summary: 'Gives the items in the opposite order.',
    examples: [
      ['reverse(createArray(0, 1, 2))', [2, 1, 0]],
      [
        "reverse('abc')",
        undefined,
        "The template language function 'reverse' expects its first parameter to be of type array. The provided value is of type 'String'. Please see https://aka.ms/logicexpressions#reverse for usage details.",
      ],
    ],
    evaluate: (call) => listAt(call, 0).toReversed(),
  },
  {
    name: 'sort',
    signature: '(collection: array, sortBy?: string): array',
    summary: 'Gives the items from the least to the greatest, objects by one of their members.',
    examples: [
      ['sort(createArray(2, 1, 0))', [0, 1, 2]],
      ['sort(json(\'[{"n":2},{"n":1}]\'), \'n\')', [{ n: 1 }, { n: 2 }]],
    ],
    evaluate: sort,
  },
  {
    name: 'union',
    signature: '(collection1: array|object, collection2: array|object, ...more?: array|object): array|object',
    summary:
      'Gives the items of all arrays, each once, or the members of all objects, of which the last of a name counts.',
    examples: [
      ['union(createArray(1, 2), createArray(2, 3))', [1, 2, 3]],
      ['union(json(\'{"a":1}\'), json(\'{"a":2}\'))', { a: 2 }],
      [
        'union(1, createArray(1))',
        undefined,
        "Template language function 'union' expects parameters of same type, but found 'Integer,Array' distinct types.",
      ],
    ],
    evaluate: union,
  },
];
