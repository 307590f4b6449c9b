import { compareNumbers, numberOf } from '../arguments.js';
import { folded, isEqual } from '../equal.js';
import { Failure, ofFunction } from '../failure.js';
import type { Call, ExpressionFunction, LazyCall } from '../function.js';
import { typeName, type Value } from '../value.js';
import { wrongType } from '../wrong-type.js';

/** and() and or(): stop at the first argument that decides. */
function decided({ name, count, at }: LazyCall, deciding: boolean): boolean {
  for (let index = 0; index < count; index++) {
    const value = at(index);
    if (typeof value !== 'boolean') {
      const found = `Found invalid parameter types: '${typeName(value)}'`;
      throw new Failure(`${ofFunction(name)} expects all of its parameters to be booleans. ${found}.`);
    }
    if (value === deciding) return deciding;
  }
  return !deciding;
}

function chosen({ name, at }: LazyCall): Value {
  const condition = at(0);
  if (typeof condition === 'boolean') return at(condition ? 1 : 2);
  throw wrongType(name, 'its first parameter to be of type boolean', condition);
}

/** Below zero, zero or above: numbers by value, texts by their characters without case. */
function order({ name, values: [a = null, b = null], scope }: Call): number {
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x && y) return compareNumbers(x, y);
  if (typeof a === 'string' && typeof b === 'string') {
    scope.spend(a.length + b.length);
    const [left, right] = [folded(a), folded(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  }
  const isComparable = (value: Value) => typeof value === 'string' || numberOf(value) !== undefined;
  if (isComparable(a) && isComparable(b)) {
    const types = `'${typeName(a)}' and '${typeName(b)}'`;
    const why = `The function was invoked with values of type ${types} that do not match`;
    throw new Failure(`${ofFunction(name)} expects two parameter of matching types. ${why}.`);
  }
  const found = [a, b].filter((value) => !isComparable(value)).map((value) => `'${typeName(value)}'`);
  const expected = 'all of its parameters to be either integer or decimal numbers';
  throw new Failure(`${ofFunction(name)} expects ${expected}. Found invalid parameter types: ${found.join(', ')}.`);
}

/** Microsoft's reference has `equals(true, 1)` for true: a boolean is held against a number as 1 or 0. */
function asNumberBeside(value: Value, other: Value): Value {
  return typeof value === 'boolean' && numberOf(other) ? Number(value) : value;
}

function equals({ values, scope }: Call): boolean {
  const [first = null, ...others] = values;
  return others.every((other) => isEqual(asNumberBeside(first, other), asNumberBeside(other, first), scope.spend));
}

/** Functions that decide. */
export const logicalFunctions: readonly ExpressionFunction[] = [
  {
    name: 'and',
    signature: '(...expression: boolean): boolean',
    summary: 'Tells whether all are true; stops at the first that is not.',
    examples: [
      ['and(true, equals(1, 1))', true],
      ["and(false, int('x'))", false],
      [
        "and(true, 'x')",
        undefined,
        "The template language function 'and' expects all of its parameters to be booleans. Found invalid parameter types: 'String'.",
      ],
    ],
    lazily: (call) => decided(call, false),
  },
  {
    name: 'equals',
    signature: '(object1: any, object2: any, ...more?: any): boolean',
    summary: 'Tells whether values are equal, of the same type, deep; the case of texts counts.',
    examples: [
      ["equals('abc', 'Abc')", false],
      ['equals(1, 1.0)', true],
      ["equals(1, '1')", false],
      ['equals(true, 1)', true],
      ['equals(json(\'{"a":1,"b":[2]}\'), json(\'{"b":[2],"a":1}\'))', true],
    ],
    evaluate: equals,
  },
  {
    name: 'greater',
    signature: '(value: number|string, compareTo: number|string): boolean',
    summary: 'Tells whether the first is greater: of two numbers, or of two texts, whose case does not count.',
    examples: [
      ['greater(10, 9.5)', true],
      ["greater('apple', 'Banana')", false],
      [
        "greater('10', 9)",
        undefined,
        "The template language function 'greater' expects two parameter of matching types. The function was invoked with values of type 'String' and 'Integer' that do not match.",
      ],
      [
        'greater(null, 1)',
        undefined,
        "The template language function 'greater' expects all of its parameters to be either integer or decimal numbers. Found invalid parameter types: 'Null'.",
      ],
    ],
    evaluate: (call) => order(call) > 0,
  },
  {
    name: 'greaterOrEquals',
    signature: '(value: number|string, compareTo: number|string): boolean',
    summary: 'Tells whether the first is greater than the second or equal to it.',
    examples: [['greaterOrEquals(5, 5.0)', true]],
    evaluate: (call) => order(call) >= 0,
  },
  {
    name: 'if',
    signature: '(expression: boolean, valueIfTrue: any, valueIfFalse: any): any',
    summary: 'Gives the second or the third value, as the first says; the other is not evaluated.',
    examples: [
      ["if(equals(1, 1), 'yes', int('x'))", 'yes'],
      [
        "if('true', 1, 2)",
        undefined,
        "The template language function 'if' expects its first parameter to be of type boolean. The provided value is of type 'String'. Please see https://aka.ms/logicexpressions#if for usage details.",
      ],
    ],
    lazily: chosen,
  },
  {
    name: 'less',
    signature: '(value: number|string, compareTo: number|string): boolean',
    summary: 'Tells whether the first is less.',
    examples: [
      ['less(5, 10)', true],
      ["less('a', 'B')", true],
    ],
    evaluate: (call) => order(call) < 0,
  },
  {
    name: 'lessOrEquals',
    signature: '(value: number|string, compareTo: number|string): boolean',
    summary: 'Tells whether the first is less than the second or equal to it.',
    examples: [["lessOrEquals('apply', 'apple')", false]],
    evaluate: (call) => order(call) <= 0,
  },
  {
    name: 'not',
    signature: '(expression: boolean): boolean',
    summary: 'Gives the other boolean.',
    examples: [
      ['not(false)', true],
      [
        'not(1)',
        undefined,
        "The template language function 'not' expects its parameter to be a boolean. The provided value is of type 'Integer'. Please see https://aka.ms/logicexpressions#not for usage details.",
      ],
    ],
    evaluate: ({ name, values: [value = null] }) => {
      if (typeof value === 'boolean') return !value;
      throw wrongType(name, 'its parameter to be a boolean', value);
    },
  },
  {
    name: 'or',
    signature: '(...expression: boolean): boolean',
    summary: 'Tells whether one is true; stops at the first that is.',
    examples: [
      ['or(false, true)', true],
      ["or(true, int('x'))", true],
    ],
    lazily: (call) => decided(call, true),
  },
];
